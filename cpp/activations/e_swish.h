// E-swish (Alcaide 2018): beta times SiLU.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/silu.h"

namespace playground {

struct ESwish {
  F32x4 beta;

  static constexpr Description description{
      .id = "e_swish",
      .name_en = "E-swish",
      .name_zh = "E-swish",
      .kind = Kind::elementwise,
      .formula = R"(\beta x\sigma(x))",
      .derivative = R"(\beta\sigma(x)(1+x(1-\sigma(x))))",
      .bound = {.value_ulp = 2, .slope_ulp = 4, .slope_floor_in = {-1.5f, -1.0f}},
  };
  static constexpr std::array<Parameter, 1> parameters{{
      {.name = "beta", .latex = R"(\beta)", .initial = 1.375f, .minimum = 1.0f, .maximum = 2.0f},
  }};

  // The more exact of math/silu.h's two sums.
  SwishScale scale{F64x4::splat(1.0)};

  SwishReduction pass(F32x4 x) const { return reduce_swish(x, scale); }
  F32x4 pass(F32x4, const SwishReduction& reduced) const { return swish_rest(reduced); }
  F32x4 value(F32x4 x, const SwishReduction& reduced, F32x4 rest) const {
    return value_of(x, swish_parts(x, scale, reduced, rest));
  }
  Dual value_and_slope(F32x4 x, const SwishReduction& reduced, F32x4 rest) const {
    const SwishParts parts = swish_parts(x, scale, reduced, rest);
    const F32x4 g = parts.of_sum((F32x4::splat(1.0f) - parts.a) + parts.w);
    return {value_of(x, parts), beta * swish_slope(x, g)};
  }

  static double reference(double x, const double* parameters) {
    return x < -700.0 ? -0.0 : parameters[0] * x / (1.0 + std::exp(-x));
  }
  static double reference_slope(double x, const double* parameters) {
    const double e = std::exp(-std::abs(x));
    const double t = std::fmin(std::abs(x), 700.0);
    const double numerator = x < 0.0 ? e * (1.0 + e - t) : 1.0 + e * (1.0 + t);
    return std::isnan(x) ? x : parameters[0] * numerator / ((1.0 + e) * (1.0 + e));
  }

 private:
  // In float64 from the division on: with the factor there is one rounding more than two steps have room for.
  F32x4 value_of(F32x4 x, const SwishParts& parts) const {
    const F64x4 w = widen(parts.a) / widen(parts.sum) * widen(parts.one);
    return narrow(widen(beta) * (widen(maximum(x, F32x4::zero())) - w));
  }
};

}  // namespace playground
