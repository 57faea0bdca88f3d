// Concatenated ReLU: ReLU of x, then ReLU of -x, so that no input is lost; twice as wide as its input (Shang et al.
// 2016). Both halves have slope 0 at x = 0.
#pragma once

#include <algorithm>
#include <span>

#include "cpp/activations/relu.h"
#include "cpp/simd/row.h"

namespace playground {

struct Crelu {
  static constexpr Description description{
      .id = "crelu",
      .name_en = "CReLU (concatenated ReLU)",
      .name_zh = "级联 ReLU",
      .kind = Kind::row_wise,
      .formula = R"(y=[\max(0,x),\max(0,-x)])",
      .derivative = R"(J=\begin{bmatrix}\mathrm{diag}([x>0])\\-\mathrm{diag}([x<0])\end{bmatrix})",
      .frameworks = {.tensorflow = "tf.nn.crelu"},
      .aliases = "concatenated relu",
  };
  static constexpr std::array<Parameter, 0> parameters{};

  static constexpr size_t outputs(size_t inputs) { return 2 * inputs; }

  void value(Row x, RowTarget y) const {
    for (size_t i = 0; i < x.size; ++i) {
      y.set(i, Relu{}.value(x[i]));
      y.set(x.size + i, Relu{}.value(-x[i]));
    }
  }
  void vector_jacobian(Row x, Row, Row cotangent, RowTarget result) const {
    for (size_t i = 0; i < x.size; ++i) {
      result.set(i, Relu{}.slope(x[i]) * cotangent[i] - Relu{}.slope(-x[i]) * cotangent[x.size + i]);
    }
  }
  void jacobian_vector(Row x, Row, Row tangent, RowTarget result) const {
    for (size_t i = 0; i < x.size; ++i) {
      result.set(i, Relu{}.slope(x[i]) * tangent[i]);
      result.set(x.size + i, -(Relu{}.slope(-x[i]) * tangent[i]));
    }
  }

  static void reference(std::span<const double> x, const double* parameters, double* y) {
    for (size_t i = 0; i < x.size(); ++i) {
      y[i] = Relu::reference(x[i], parameters);
      y[x.size() + i] = Relu::reference(-x[i], parameters);
    }
  }
  static void reference_jacobian(std::span<const double> x, const double* parameters, double* jacobian) {
    const size_t n = x.size();
    std::fill_n(jacobian, 2 * n * n, 0.0);
    for (size_t i = 0; i < n; ++i) {
      jacobian[i * n + i] = Relu::reference_slope(x[i], parameters);
      jacobian[(n + i) * n + i] = -Relu::reference_slope(-x[i], parameters);
    }
  }
};

}  // namespace playground
