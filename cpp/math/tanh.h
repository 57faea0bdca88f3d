// Hyperbolic tangent and its slope. With e = e^(-2 |x|),
//
//   tanh |x| = (1 - e) / (1 + e),   tanh'(x) = 4 e / (1 + e)^2 = q - q^2 / 4,  q = 4 e / (1 + e).
//
// e is 2^n + 2^n (e^r - 1), so 1 - e is the exact 1 - 2^n less the small second term: nothing is lost at small x, and
// the slope is accurate in the tails. All is kept 2^64 times as large (raised_exp.h), which the quotients cancel.
#pragma once

#include "cpp/math/raised_exp.h"

namespace playground {

inline constexpr double tanh_bound_ulp = 2.3;
inline constexpr double tanh_slope_bound_ulp = 3.3;

// The first part of the work.
inline RaisedReduction reduce_tanh(F32x4 x) {
  const F32x4 exponent = from_bits(bits(x + x) | I32x4::splat(INT32_MIN));  // -2 |x|
  // Beyond -106 the slope is below the smallest subnormal.
  return reduce_raised_exp(maximum(exponent, F32x4::splat(-106.0f)));
}

struct TanhParts {
  F32x4 value;
  F32x4 slope;
};

// What is not used costs nothing after inlining.
inline TanhParts tanh_parts(F32x4 x, const RaisedReduction& reduced) {
  const F32x4 one = F32x4::splat(raised);
  const F32x4 rise = reduced.power * detail::expm1_reduced(reduced.r);
  const F32x4 e = reduced.power + rise;
  const F32x4 sum = one + e;
  const F32x4 t = ((one - reduced.power) - rise) / sum;
  // Four times before the division, which may round e into the subnormals.
  const F32x4 q = F32x4::splat(4.0f) * e / sum;
  return {from_bits(bits(t) | (bits(x) & I32x4::splat(INT32_MIN))), q - F32x4::splat(0.25f) * q * q};
}

inline TanhParts tanh_parts(F32x4 x) { return tanh_parts(x, reduce_tanh(x)); }
inline F32x4 tanh(F32x4 x) { return tanh_parts(x).value; }
inline F32x4 tanh_slope(F32x4 x) { return tanh_parts(x).slope; }

}  // namespace playground
