// Softmax: the row's exponentials, divided by their sum (Bridle 1990). Relative to the largest entry, so that no input
// overflows; -inf is an entry left out, as a mask writes it.
#pragma once

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

#include "cpp/catalogue/description.h"
#include "cpp/math/softmax.h"

namespace playground {

struct Softmax {
  static constexpr Description description{
      .id = "softmax",
      .name_en = "Softmax",
      .name_zh = "Softmax（归一化指数）",
      .kind = Kind::row_wise,
      .formula = R"(y_i=\frac{e^{x_i}}{\sum_j e^{x_j}})",
      .derivative = R"(\frac{\partial y_i}{\partial x_j}=y_i(\delta_{ij}-y_j))",
      .bound = {.value_ulp = 1, .slope_ulp = 4},
      .frameworks = {.pytorch = "torch.nn.Softmax",
                     .keras = "keras.activations.softmax",
                     .jax = "jax.nn.softmax",
                     .tensorflow = "tf.nn.softmax",
                     .onnx = "Softmax"},
      .aliases = "normalised exponential, softargmax",
  };
  static constexpr std::array<Parameter, 0> parameters{};

  static constexpr size_t outputs(size_t inputs) { return inputs; }

  void value(Row x, RowTarget y) const {
    softmax(
        x.size, [&](size_t i) { return widen(x[i]); }, y);
  }
  void vector_jacobian(Row, Row y, Row cotangent, RowTarget result) const {
    softmax_product(y, cotangent, F64x4::splat(1.0), result);
  }
  // The Jacobian is symmetric.
  void jacobian_vector(Row x, Row y, Row tangent, RowTarget result) const { vector_jacobian(x, y, tangent, result); }

  static void reference(std::span<const double> x, const double*, double* y) {
    const double largest = *std::max_element(x.begin(), x.end());
    double sum = 0.0;
    for (size_t i = 0; i < x.size(); ++i) sum += y[i] = std::exp(x[i] - largest);
    for (size_t i = 0; i < x.size(); ++i) y[i] /= sum;
  }
  static void reference_jacobian(std::span<const double> x, const double* parameters, double* jacobian) {
    const size_t n = x.size();
    std::vector<double> y(n);
    reference(x, parameters, y.data());
    for (size_t i = 0; i < n; ++i) {
      // y_i (1 - y_i) without cancellation: 1 - y_i is the sum of the others.
      double others = 0.0;
      for (size_t j = 0; j < n; ++j) {
        if (j == i) continue;
        others += y[j];
        jacobian[i * n + j] = -y[i] * y[j];
      }
      jacobian[i * n + i] = y[i] * others;
    }
  }
};

}  // namespace playground
