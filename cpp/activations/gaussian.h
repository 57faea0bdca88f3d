// Gaussian, e^(-x^2). In the slope x goes in before the scaling: e^(-x^2) alone may already be subnormal.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/gaussian.h"

namespace playground {

struct Gaussian {
  static constexpr Description description{
      .id = "gaussian",
      .name_en = "Gaussian",
      .name_zh = "高斯函数",
      .kind = Kind::elementwise,
      .formula = R"(e^{-x^2})",
      .derivative = R"(-2xe^{-x^2})",
      .bound = {.value_ulp = 1, .slope_ulp = 2},
  };
  static constexpr std::array<Parameter, 0> parameters{};

  F32x4 value(F32x4 x) const { return gaussian(x); }
  Dual value_and_slope(F32x4 x) const {
    const F32x4 end = F32x4::splat(gaussian_end);
    const F32x4 limited = maximum(minimum(x, end), -end);
    const ExpParts parts = gaussian_parts(limited);
    return {scale(parts.fraction, parts.exponent),
            scale(F32x4::splat(-2.0f) * limited * parts.fraction, parts.exponent)};
  }

  static double reference(double x, const double*) { return std::exp(-x * x); }
  static double reference_slope(double x, const double*) {
    const double t = x < -26.0 ? -26.0 : x > 26.0 ? 26.0 : x;
    return -2.0 * t * std::exp(-t * t);
  }
};

}  // namespace playground
