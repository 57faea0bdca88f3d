// The normal law's e^(-t^2/2), for what divides by polynomials beside it: GELU and the normal distribution function.
#pragma once

#include "cpp/math/gaussian.h"
#include "cpp/math/polynomial.h"

namespace playground {

// e^(-t^2/2) = (2 + upper + correction) power unit, with t^2 in two parts and the exponential of gaussian.h for 2 r,
// which is upper + lower. The power of two in two factors: either alone stays among the normal values.
struct HalfGaussianReduction {
  F32x4 upper;
  F32x4 lower;
  I32x4 shifted;
};

// For t from 0 to 14.8 and NaN.
inline HalfGaussianReduction reduce_half_gaussian(F32x4 t) {
  const F32x4 h = detail::upper_half(t);
  const F32x4 square = h * h;
  const F32x4 shifter = F32x4::splat(0x1.8p23f - 64.0f);
  const F32x4 shifted = square * F32x4::splat(0.5f * log2_e) + shifter;
  const F32x4 n = shifted - shifter;
  return {n * F32x4::splat(2.0f * ln2_upper) - square, n * F32x4::splat(2.0f * ln2_lower) - (t - h) * (t + h),
          bits(shifted)};
}

// The coefficients of (2 e^r - 2 - 2 r) / (2 r)^2, in 2 r: each caller's fit its own roundings.
template <class... Coefficients>
F32x4 half_gaussian_correction(const HalfGaussianReduction& reduced, Coefficients... remainder) {
  const F32x4 r2 = reduced.upper + reduced.lower;
  return r2 * r2 * polynomial(r2, remainder...) + reduced.lower;
}

inline F32x4 half_gaussian_power(const HalfGaussianReduction& reduced) {
  return from_bits(I32x4::splat(0x3f800000) - power_shift(reduced.shifted));
}
inline F32x4 half_gaussian_unit() { return F32x4::splat(0x1p-65f); }

// What the tail Q(t) = e^(-t^2/2) B / D (gelu.h) is made of, pass by pass.
struct NormalTail {
  F32x4 rest_of_b;  // B - 1
  F32x4 ta;
  HalfGaussianReduction gaussian;
};
struct NormalQuotient {
  F32x4 d;
  F32x4 lost;        // what its sums have
  F32x4 correction;  // of the exponential
};

}  // namespace playground
