// Gaussian, e^(-x^2). In float64: the rounding of x^2 alone would cost a hundred steps in the tails.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/wide_exp.h"

namespace playground {

struct Gaussian {
  static constexpr Description description{
      .id = "gaussian",
      .name_en = "Gaussian",
      .name_zh = "高斯函数",
      .kind = Kind::elementwise,
      .formula = R"(e^{-x^2})",
      .derivative = R"(-2xe^{-x^2})",
      .bound = {.value_ulp = 1, .slope_ulp = 1},
  };
  static constexpr std::array<Parameter, 0> parameters{};

  F32x4 value(F32x4 x) const { return value_and_slope(x).value; }
  Dual value_and_slope(F32x4 x) const {
    // Beyond 10.5 both are 0 in float32.
    const F64x4 t = widen(maximum(minimum(x, F32x4::splat(10.5f)), F32x4::splat(-10.5f)));
    const F64x4 value = wide_exp(F64x4::splat(0.0) - t * t).exp;
    return {narrow(value), narrow(F64x4::splat(-2.0) * t * value)};
  }

  static double reference(double x, const double*) { return std::exp(-x * x); }
  static double reference_slope(double x, const double*) {
    const double t = x < -26.0 ? -26.0 : x > 26.0 ? 26.0 : x;
    return -2.0 * t * std::exp(-t * t);
  }
};

}  // namespace playground
