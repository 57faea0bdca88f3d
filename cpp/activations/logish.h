// Logish (Zhu et al. 2021). With e = e^x, L = log(1 + s(x)) by the logarithm of a quotient (log1p_unit.h):
//
//   x > 0:   L = log 2 - 2 atanh(1 / (3 + 4 e)),   x <= 0:  L = 2 atanh(e / (2 + 3 e)),
//
// and f(x) = x L, f'(x) = L + x e / ((1 + e) (1 + 2 e)).
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/exp_tail.h"
#include "cpp/math/log1p_unit.h"

namespace playground {

struct Logish {
  static constexpr Description description{
      .id = "logish",
      .name_en = "Logish",
      .name_zh = "Logish",
      .kind = Kind::elementwise,
      .formula = R"(x\ln(1+\sigma(x)))",
      .derivative = R"(\ln(1+\sigma(x))+x\frac{\sigma(x)(1-\sigma(x))}{1+\sigma(x)})",
      .bound = {.value_ulp = 2, .slope_ulp = 4, .floor_from = -5.0f, .floor_to = -0.8f},
  };
  static constexpr std::array<Parameter, 0> parameters{};

  F32x4 value(F32x4 x) const { return value_and_slope(x).value; }
  Dual value_and_slope(F32x4 x) const {
    // Right of 40 L is log 2 and f' too; left of -120 both are 0, and no infinity meets a zero.
    const F32x4 from_left = maximum(x, F32x4::splat(-120.0f));
    const F32x4 limited = minimum(from_left, F32x4::splat(40.0f));
    const TailExp parts = tail_exp(limited);
    const F32x4 e = parts.value;
    const F32x4 one = F32x4::splat(1.0f);
    const F32x4 two_e = e + e;
    const Mask32x4 right = x > F32x4::zero();
    const F32x4 two = F32x4::splat(2.0f);
    const F32x4 three_e = two_e + e;
    const F32x4 left_denominator = two + three_e;
    // What the two sums lost, in parts of the denominator, which is near 4 where it matters.
    const F32x4 lost = (e - (three_e - two_e)) + (three_e - (left_denominator - two));
    const F32x4 denominator = select(right, F32x4::splat(3.0f) + (two_e + two_e), left_denominator);
    // Left of -1 L = e (1 - c) with c small: s = e / 2 (1 - g), g = 3 e / (2 + 3 e), 1 - c = (1 - g) (1 + y A(y)).
    const Mask32x4 outer = x < -one;
    const F32x4 g = select(outer, three_e, select(right, one, e)) / denominator;
    const F32x4 s = select(outer, F32x4::splat(0.5f) * e * (one - g), g);
    const F32x4 y = s * s;
    const F32x4 correction = select(right, F32x4::zero(), F32x4::splat(0.25f) * lost);
    const F32x4 remainder = y * detail::atanh_remainder(y) - correction;
    const F32x4 inverse = (s + s) + (s + s) * remainder;
    const F32x4 logarithm = select(right, F32x4::splat(0x1.62e43p-1f) - inverse, inverse);
    const F32x4 product = from_left * select(outer, e, logarithm);
    const F32x4 c = g - (one - g) * remainder;
    const F32x4 slope = logarithm + limited * (e / (one + e) / (one + two_e));
    return {(product - keep_where(outer, product * c)) * parts.rest, slope * parts.rest};
  }

  static double reference(double x, const double*) {
    return x < -700.0 ? -0.0 : x * std::log1p(1.0 / (1.0 + std::exp(-x)));
  }
  static double reference_slope(double x, const double*) {
    const double t = x < -700.0 ? -700.0 : x > 700.0 ? 700.0 : x;
    const double q = std::exp(-std::abs(t));
    const double s = (t < 0.0 ? q : 1.0) / (1.0 + q);
    return std::log1p(s) + t * (s * (t < 0.0 ? 1.0 : q) / (1.0 + q)) / (1.0 + s);
  }
};

}  // namespace playground
