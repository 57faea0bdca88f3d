// The slope of SiLU as an activation (Elfwing et al. 2017): g of math/silu.h, and with u = 1 / (1 + E)
//
//   f'(x) = u (1 - u) (2 - a + 2 w).
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/silu.h"

namespace playground {

struct DSilu {
  static constexpr Description description{
      .id = "d_silu",
      .name_en = "dSiLU (SiLU derivative)",
      .name_zh = "dSiLU",
      .kind = Kind::elementwise,
      .formula = R"(\sigma(x)(1+x(1-\sigma(x))))",
      .derivative = R"(\sigma(x)(1-\sigma(x))(2+x(1-2\sigma(x))))",
      .bound = {.value_ulp = 2, .slope_ulp = 3, .value_floor_in = {-1.5f, -1.0f}, .slope_floor_in = {-2.5f, 2.5f}},
      .aliases = "SiLU 导数",
  };
  static constexpr std::array<Parameter, 0> parameters{};

  SwishReduction pass(F32x4 x) const { return reduce_swish(swish_magnitude(x)); }
  F32x4 pass(F32x4, const SwishReduction& reduced) const { return swish_rest(reduced); }
  F32x4 value(F32x4 x, const SwishReduction& reduced, F32x4 rest) const {
    return value_of(x, swish_parts(x, reduced, rest));
  }
  Dual value_and_slope(F32x4 x, const SwishReduction& reduced, F32x4 rest) const {
    const SwishParts parts = swish_parts(x, reduced, rest);
    const F32x4 one = F32x4::splat(1.0f);
    const F32x4 numerator = (F32x4::splat(2.0f) - parts.a) + (parts.w + parts.w);
    return {value_of(x, parts), parts.of_sum(numerator) * (one - parts.of_sum(one))};
  }

  static double reference(double x, const double*) {
    const double e = std::exp(-std::abs(x));
    const double t = std::fmin(std::abs(x), 700.0);
    const double numerator = x < 0.0 ? e * (1.0 + e - t) : 1.0 + e * (1.0 + t);
    return std::isnan(x) ? x : numerator / ((1.0 + e) * (1.0 + e));
  }
  static double reference_slope(double x, const double*) {
    const double t = std::isnan(x) ? x : std::fmin(std::abs(x), 700.0);
    const double e = std::exp(-t);
    return e * (2.0 * (1.0 + e) + t * std::expm1(-t)) / ((1.0 + e) * (1.0 + e) * (1.0 + e));
  }

 private:
  static F32x4 value_of(F32x4 x, const SwishParts& parts) {
    return swish_slope(x, parts.of_sum((F32x4::splat(1.0f) - parts.a) + parts.w));
  }
};

}  // namespace playground
