// The slope of SiLU as an activation (Elfwing et al. 2017). With q = e^(-|x|), d = 1 + q and
// G = q (1 - |x| + q) / d^2:
//
//   f(x) = 1 - G for x >= 0, G for x < 0;   f'(x) = q (2 - |x| + q (2 + |x|)) / d^3.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/swish.h"

namespace playground {

struct DSilu {
  static constexpr Description description{
      .id = "d_silu",
      .name_en = "dSiLU (SiLU derivative)",
      .name_zh = "dSiLU",
      .kind = Kind::elementwise,
      .formula = R"(\sigma(x)(1+x(1-\sigma(x))))",
      .derivative = R"(\sigma(x)(1-\sigma(x))(2+x(1-2\sigma(x))))",
      .bound = {.value_ulp = 2, .slope_ulp = 4, .floor_from = -2.6f, .floor_to = 2.6f},
  };
  static constexpr std::array<Parameter, 0> parameters{};

  F32x4 value(F32x4 x) const { return value_and_slope(x).value; }
  Dual value_and_slope(F32x4 x) const {
    const F32x4 t = minimum(maximum(x, F32x4::splat(-120.0f)), F32x4::splat(120.0f));
    const SwishParts parts = swish_parts(t);
    const F32x4 two = F32x4::splat(2.0f);
    const F32x4 q = parts.q.value;
    const F32x4 square = F32x4::splat(1.0f) + parts.square_minus_one();
    const F32x4 slope = q * ((two - abs(t)) + q * (two + abs(t))) / (parts.denominator * square) * parts.q.rest;
    return {parts.slope_of_tail(parts.accurate_tail(t)), slope};
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
};

}  // namespace playground
