// Hyperbolic tangent and its slope, 1 - tanh(x)^2 = 4 e / (1 + e)^2 with e = e^(-2 |x|): the second form keeps its
// relative accuracy where tanh is already 1.
#pragma once

#include "cpp/math/exp.h"

namespace playground {

inline constexpr double tanh_bound_ulp = 1.5;
inline constexpr double tanh_slope_bound_ulp = 2.5;

struct TanhParts {
  F32x4 value;
  F32x4 slope;
};

// One exponential for both; what is not used costs nothing after inlining.
inline TanhParts tanh_parts(F32x4 x) {
  const F32x4 one = F32x4::splat(1.0f);
  const F32x4 magnitude = abs(x);
  // Beyond 60 the slope is below the smallest subnormal.
  const ExpParts parts = exp_parts(F32x4::splat(-2.0f) * minimum(magnitude, F32x4::splat(60.0f)));
  // 4 e, for it is 4 e that may be subnormal: e alone would lose two bits.
  const F32x4 e4 = scale(parts.fraction, parts.exponent + I32x4::splat(2));
  const F32x4 e = F32x4::splat(0.25f) * e4;
  const F32x4 denominator = one + e;
  const F32x4 large = one - (e + e) / denominator;

  const F32x4 x2 = x * x;
  const F32x4 small = magnitude + magnitude * x2 *
                                      polynomial(x2, -0x1.555556p-2f, 0x1.111148p-3f, -0x1.ba21bep-5f, 0x1.65fc46p-6f,
                                                 -0x1.1930dcp-7f, 0x1.4d7b44p-9f);
  const F32x4 result = select(magnitude < F32x4::splat(0.6f), small, large);
  return {copy_sign(result, x), e4 / (one + e * (F32x4::splat(2.0f) + e))};
}

inline F32x4 tanh(F32x4 x) { return tanh_parts(x).value; }
inline F32x4 tanh_slope(F32x4 x) { return tanh_parts(x).slope; }

}  // namespace playground
