// Arc tangent and its slope 1 / (1 + x^2). With t = min(|x|, 1 / |x|): atan |x| = atan t up to 1, pi/2 - atan t beyond.
// Where 1 + x^2 might overflow its reciprocal is t^2.
#pragma once

#include "cpp/math/polynomial.h"

namespace playground {

inline constexpr double atan_bound_ulp = 1.3;
inline constexpr double atan_slope_bound_ulp = 2.5;

// The work in three thirds: first t,
inline F32x4 atan_argument(F32x4 x) {
  const F32x4 one = F32x4::splat(1.0f);
  const F32x4 magnitude = abs(x);
  return select(magnitude > one, one / magnitude, magnitude);
}

// then the polynomial's terms from the sixth on, over t^10,
inline F32x4 atan_higher_terms(F32x4 t) {
  return polynomial(t * t, 0x1.265b42p-4f, -0x1.a516p-5f, 0x1.d462d8p-6f, -0x1.51c7dap-7f, 0x1.c78b04p-10f);
}

struct AtanParts {
  F32x4 value;
  F32x4 slope;
};

// and the rest. What is not used costs nothing after inlining.
inline AtanParts atan_parts(F32x4 x, F32x4 t, F32x4 higher) {
  const F32x4 one = F32x4::splat(1.0f);
  const F32x4 magnitude = abs(x);
  const Mask32x4 beyond = magnitude > one;
  const F32x4 t2 = t * t;
  const F32x4 correction =
      t * t2 * polynomial(t2, -0x1.555556p-2f, 0x1.9999c4p-3f, -0x1.24917p-3f, 0x1.c6b586p-4f, -0x1.704154p-4f, higher);
  const F32x4 arc = t + correction;
  // pi/2 in two parts.
  const F32x4 rest = F32x4::splat(0x1.921fb6p0f) - (arc + F32x4::splat(0x1.777a5cp-25f));
  return {copy_sign(select(beyond, rest, arc), x), select(magnitude < F32x4::splat(0x1p30f), one / (one + x * x), t2)};
}

inline AtanParts atan_parts(F32x4 x) {
  const F32x4 t = atan_argument(x);
  return atan_parts(x, t, atan_higher_terms(t));
}
inline F32x4 atan(F32x4 x) { return atan_parts(x).value; }
inline F32x4 atan_slope(F32x4 x) { return atan_parts(x).slope; }

}  // namespace playground
