// GELU approximated by a logistic function, x s(1.702 x) (Hendrycks and Gimpel 2016).
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/silu.h"

namespace playground {

struct QuickGelu {
  static constexpr Description description{
      .id = "quick_gelu",
      .name_en = "Quick GELU (sigmoid approximation)",
      .name_zh = "Quick GELU",
      .kind = Kind::elementwise,
      .formula = R"(x\sigma(1.702x))",
      .derivative = R"(\sigma(1.702x)(1+1.702x(1-\sigma(1.702x))))",
      .bound = {.value_ulp = 2, .slope_ulp = 4, .slope_floor_in = {-1.0f, -0.58f}},
      .aliases = "快速 GELU",
  };
  static constexpr std::array<Parameter, 0> parameters{};

  static constexpr double factor = 1.702;

  SwishScale scale{F64x4::splat(factor)};

  SwishReduction pass(F32x4 x) const { return reduce_swish(x, scale); }
  F32x4 pass(F32x4, const SwishReduction& reduced) const { return swish_rest(reduced); }
  F32x4 value(F32x4 x, const SwishReduction& reduced, F32x4 rest) const {
    return swish_parts(x, scale, reduced, rest).product(x);
  }
  Dual value_and_slope(F32x4 x, const SwishReduction& reduced, F32x4 rest) const {
    const SwishParts parts = swish_parts(x, scale, reduced, rest);
    const F32x4 g = parts.of_sum(F32x4::splat(1.0f) - scale.b * (parts.a - parts.w));
    return {parts.product(x), swish_slope(x, g)};
  }

  static double reference(double x, const double*) { return x < -400.0 ? -0.0 : x / (1.0 + std::exp(-factor * x)); }
  static double reference_slope(double x, const double*) {
    const double e = std::exp(-factor * std::abs(x));
    const double t = std::fmin(factor * std::abs(x), 700.0);
    const double numerator = x < 0.0 ? e * (1.0 + e - t) : 1.0 + e * (1.0 + t);
    return std::isnan(x) ? x : numerator / ((1.0 + e) * (1.0 + e));
  }
};

}  // namespace playground
