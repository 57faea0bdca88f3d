// Hardmax: 1 for the first largest entry, 0 for the others. Its Jacobian is zero where it exists, and taken as zero at
// ties. A row with NaN is NaN.
#pragma once

#include <algorithm>
#include <span>

#include "cpp/catalogue/description.h"
#include "cpp/simd/row.h"

namespace playground {

struct Hardmax {
  static constexpr Description description{
      .id = "hardmax",
      .name_en = "Hardmax",
      .name_zh = "Hardmax",
      .kind = Kind::row_wise,
      .formula = R"(y_i=[\,i=\min\arg\max_j x_j\,])",
      .derivative = R"(\frac{\partial y_i}{\partial x_j}=0)",
      .frameworks = {.onnx = "Hardmax"},
      .aliases = "one-hot argmax, 硬最大",
  };
  static constexpr std::array<Parameter, 0> parameters{};

  static constexpr size_t outputs(size_t inputs) { return inputs; }

  void value(Row x, RowTarget y) const {
    const F32x4 largest = row_maximum(x);
    const F32x4 one = F32x4::splat(1.0f);
    Mask32x4 found = is_nan(largest);
    for (size_t i = 0; i < x.size; ++i) {
      const Mask32x4 here = (x[i] == largest) & !found;
      found = found | here;
      y.set(i, select(is_nan(largest), largest, keep_where(here, one)));
    }
  }
  void vector_jacobian(Row, Row y, Row, RowTarget result) const {
    for (size_t i = 0; i < y.size; ++i) result.set(i, keep_where(is_nan(y[i]), y[i]));
  }
  void jacobian_vector(Row x, Row y, Row tangent, RowTarget result) const { vector_jacobian(x, y, tangent, result); }

  static void reference(std::span<const double> x, const double*, double* y) {
    std::fill_n(y, x.size(), 0.0);
    y[std::max_element(x.begin(), x.end()) - x.begin()] = 1.0;
  }
  static void reference_jacobian(std::span<const double> x, const double*, double* jacobian) {
    std::fill_n(jacobian, x.size() * x.size(), 0.0);
  }
};

}  // namespace playground
