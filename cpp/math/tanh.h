// Hyperbolic tangent and its slope, by one exponential. With y = -2 |x|, e = e^y and m = e - 1:
//
//   tanh |x| = -m / (2 + m) = 1 - 2 e / (2 + m),   1 - tanh(x)^2 = 4 e / (1 + e)^2.
//
// m is accurate for small x, e for large x: both keep their relative accuracy everywhere.
#pragma once

#include "cpp/math/exp.h"

namespace playground {

inline constexpr double tanh_bound_ulp = 2.3;
inline constexpr double tanh_slope_bound_ulp = 3.4;

struct TanhParts {
  F32x4 value;
  F32x4 slope;
};

// What is not used costs nothing after inlining.
inline TanhParts tanh_parts(F32x4 x) {
  const F32x4 one = F32x4::splat(1.0f);
  // Beyond 60 the slope is below the smallest subnormal.
  const F32x4 magnitude = minimum(abs(x), F32x4::splat(60.0f));
  const detail::ExpReduction reduced = detail::reduce_exp(F32x4::splat(-2.0f) * magnitude);
  const F32x4 r = reduced.upper - reduced.lower;
  const F32x4 fraction = r + r * r * detail::exp_remainder(r);  // e^r - 1
  const PowerOfTwo power = split_power(reduced.exponent);
  const F32x4 whole = power.first * power.second;
  const F32x4 scaled = whole * fraction;
  const F32x4 minus_m = (one - whole) - scaled;
  const F32x4 e = scaled + whole;
  const F32x4 two = F32x4::splat(2.0f);
  // Above 1/2 from 1 downwards, where the quotient's error counts half and less.
  const Mask32x4 small = magnitude < F32x4::splat(0.55f);
  const F32x4 quotient = select(small, minus_m, e + e) / (two - minus_m);
  // 4 e before the last factor: e alone may be subnormal where the slope is not. (1 + e)^2 is summed as 1 + e (2 + e):
  // squaring would double the rounding error of 1 + e.
  const F32x4 four = F32x4::splat(4.0f);
  const F32x4 e4 = (four + four * fraction) * power.first * power.second;
  return {copy_sign(select(small, quotient, one - quotient), x), e4 / (one + e * (two + e))};
}

inline F32x4 tanh(F32x4 x) { return tanh_parts(x).value; }
inline F32x4 tanh_slope(F32x4 x) { return tanh_parts(x).slope; }

}  // namespace playground
