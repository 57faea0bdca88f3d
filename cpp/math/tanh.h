// Hyperbolic tangent and its slope, by one exponential and one division. With y = -2 |x|, e = e^y and m = e - 1:
//
//   tanh |x| = -m / (2 + m) = 1 - 2 e / (2 + m),   1 - tanh(x)^2 = (1 - tanh |x|) (1 + tanh |x|).
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
  const F32x4 two = F32x4::splat(2.0f);
  // Beyond 60 the slope is below the smallest subnormal.
  const F32x4 magnitude = minimum(abs(x), F32x4::splat(60.0f));
  const detail::ExpReduction reduced = detail::reduce_exp(F32x4::splat(-2.0f) * magnitude);
  const F32x4 r = reduced.upper - reduced.lower;
  const F32x4 fraction = r + r * r * detail::exp_remainder(r);  // e^r - 1
  const PowerOfTwo power = split_power(reduced.exponent);
  const F32x4 whole = power.first * power.second;
  const F32x4 minus_m = (one - whole) - whole * fraction;
  // 2 e before the last factor: e alone may be subnormal where the slope is not.
  const F32x4 e2 = (two + two * fraction) * power.first * power.second;
  // Up to 1/2 the quotient is t = tanh |x| itself, above it is 1 - t: whichever is the smaller one is accurate, and the
  // other follows from it.
  const Mask32x4 small = magnitude < F32x4::splat(0.55f);
  const F32x4 quotient = select(small, minus_m, e2) / (two - minus_m);
  const F32x4 rest = one - quotient;
  const F32x4 t = select(small, quotient, rest);
  return {copy_sign(t, x), select(small, rest, quotient) * (one + t)};
}

inline F32x4 tanh(F32x4 x) { return tanh_parts(x).value; }
inline F32x4 tanh_slope(F32x4 x) { return tanh_parts(x).slope; }

}  // namespace playground
