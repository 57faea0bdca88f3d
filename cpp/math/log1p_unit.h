// log(1 + e) for 0 <= e <= 1 as 2 atanh(e / (2 + e)): cheaper than log1p and without its cases; and other logarithms of
// quotients between 1/2 and 2.
#pragma once

#include "cpp/math/polynomial.h"

namespace playground {

inline constexpr double log1p_unit_bound_ulp = 2.0;

namespace detail {

// (atanh(s) / s - 1) / s^2 as a polynomial in y = s^2, |s| <= 1/3; relative error of atanh(s) below 2^-31.
inline F32x4 atanh_remainder(F32x4 y) {
  return polynomial(y, 0x1.555556p-2f, 0x1.99986p-3f, 0x1.24d8d8p-3f, 0x1.bb0072p-4f, 0x1.e21d1ap-4f);
}

}  // namespace detail

// The first half of log(1 + e) / b: what artanh is taken of, over b / 2.
struct Log1pQuotient {
  F32x4 value;
  F32x4 lost;  // in parts of it
};

inline Log1pQuotient log1p_quotient(F32x4 e, F32x4 b) {
  const F32x4 half_b = F32x4::splat(0.5f) * b;
  const F32x4 half_be = half_b * e;
  const F32x4 denominator = b + half_be;
  // What this sum lost, in parts of it: 5 / 6 is near enough to b / (b + b e / 2).
  const F32x4 lost = (half_be - (denominator - b)) * (F32x4::splat(0.8333333f) / b);
  return {e / denominator, lost};
}

// Its second half: for s, |s| <= 1/3, c artanh(s), given that quotient for c s.
inline F32x4 scaled_atanh(F32x4 s, const Log1pQuotient& cs) {
  const F32x4 y = s * s;
  return cs.value + cs.value * (y * detail::atanh_remainder(y) - cs.lost);
}

// log(1 + e) / b.
inline F32x4 log1p_unit(const Log1pQuotient& quotient, F32x4 b) {
  return scaled_atanh(F32x4::splat(0.5f) * b * quotient.value, quotient);
}

}  // namespace playground
