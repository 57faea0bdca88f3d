// Softmin: softmax of -x.
#pragma once

#include <functional>

#include "cpp/activations/softmax.h"

namespace playground {

struct Softmin {
  static constexpr Description description{
      .id = "softmin",
      .name_en = "Softmin",
      .name_zh = "Softmin",
      .kind = Kind::row_wise,
      .formula = R"(y_i=\frac{e^{-x_i}}{\sum_j e^{-x_j}})",
      .derivative = R"(\frac{\partial y_i}{\partial x_j}=-y_i(\delta_{ij}-y_j))",
      .bound = {.value_ulp = 1, .slope_ulp = 4},
      .frameworks = {.pytorch = "torch.nn.Softmin"},
      .aliases = "软最小",
  };
  static constexpr std::array<Parameter, 0> parameters{};

  static constexpr size_t outputs(size_t inputs) { return inputs; }

  void value(Row x, RowTarget y) const {
    softmax(
        x.size, [&](size_t i) { return widen(-x[i]); }, y);
  }
  void vector_jacobian(Row, Row y, Row cotangent, RowTarget result) const {
    softmax_product(y, cotangent, F64x4::splat(-1.0), result);
  }
  void jacobian_vector(Row x, Row y, Row tangent, RowTarget result) const { vector_jacobian(x, y, tangent, result); }

  static void reference(std::span<const double> x, const double* parameters, double* y) {
    std::vector<double> negated(x.size());
    std::transform(x.begin(), x.end(), negated.begin(), std::negate<>());
    Softmax::reference(negated, parameters, y);
  }
  static void reference_jacobian(std::span<const double> x, const double* parameters, double* jacobian) {
    std::vector<double> negated(x.size());
    std::transform(x.begin(), x.end(), negated.begin(), std::negate<>());
    Softmax::reference_jacobian(negated, parameters, jacobian);
    std::transform(jacobian, jacobian + x.size() * x.size(), jacobian, std::negate<>());
  }
};

}  // namespace playground
