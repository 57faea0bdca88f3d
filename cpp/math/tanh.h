// Hyperbolic tangent and its slope, by a rational function. With |x| = k ln 2 + r and B / A for tanh(r),
//
//   e^(2 |x|) = N / M,  N = 2^k (A + B),  M = 2^-k (A - B),   tanh |x| = (N - M) / (N + M).
//
// Up to 0.8 ln 2 k is 0 and tanh |x| is B / A itself: the difference would lose the small x. With q = 2 M / (N + M),
// which is 1 - tanh |x|, the slope is q (2 - q), accurate in the tails.
#pragma once

#include "cpp/math/exp.h"

namespace playground {

inline constexpr double tanh_bound_ulp = 2.5;
inline constexpr double tanh_slope_bound_ulp = 4.1;

// The first half of the work, up to the reduced argument.
struct TanhReduction {
  F32x4 r;
  I32x4 shifted;  // k in the nine lowest bits
};

inline TanhReduction reduce_tanh(F32x4 x) {
  // Beyond 53 the slope is below the smallest subnormal.
  const F32x4 magnitude = minimum(abs(x), F32x4::splat(53.0f));
  // The nearest integer to what is 0.3 lower (exp.h), so that k = 0 reaches to 0.8 ln 2.
  const F32x4 shifter = F32x4::splat(0x1.8p23f);
  const F32x4 shifted = (magnitude * F32x4::splat(log2_e) - F32x4::splat(0.3f)) + shifter;
  const F32x4 k = shifted - shifter;
  return {magnitude - k * F32x4::splat(ln2_upper) - k * F32x4::splat(ln2_lower), bits(shifted)};
}

struct TanhParts {
  F32x4 value;
  F32x4 slope;
};

// What is not used costs nothing after inlining.
inline TanhParts tanh_parts(F32x4 x, const TanhReduction& reduced) {
  const F32x4 r = reduced.r;
  const F32x4 y = r * r;
  const F32x4 a = polynomial(y, 1.0f, 0x1.9e61cep-2f);
  const F32x4 b = r + r * y * polynomial(y, 0x1.2431e8p-4f, -0x1.986caap-10f);
  const I32x4 shift = power_shift(reduced.shifted);
  // One by adding to the exponent, the other by a product: that one is NaN where x is, and with it the sum.
  const F32x4 n = from_bits(bits(a + b) + shift);
  const F32x4 m = (a - b) * power_of_two(-shift);
  const F32x4 sum = n + m;
  const Mask32x4 small = from_bits(reduced.shifted) == F32x4::splat(0x1.8p23f);
  const F32x4 t = select(small, b + b, n - m) / sum;
  // 2 q: doubled before the division, which may round it into the subnormals.
  const F32x4 q2 = F32x4::splat(4.0f) * m / sum;
  return {from_bits(bits(t) | (bits(x) & I32x4::splat(INT32_MIN))), q2 - F32x4::splat(0.25f) * q2 * q2};
}

inline TanhParts tanh_parts(F32x4 x) { return tanh_parts(x, reduce_tanh(x)); }
inline F32x4 tanh(F32x4 x) { return tanh_parts(x).value; }
inline F32x4 tanh_slope(F32x4 x) { return tanh_parts(x).slope; }

}  // namespace playground
