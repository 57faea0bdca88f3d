// Natural logarithm. Subnormals are not flushed; log(0) = -inf, log(inf) = inf, log(x < 0) = NaN.
//
// x = 2^n (1 + f) with 1 + f in [sqrt(1/2), sqrt(2)): log x = n ln 2 + log(1 + f). n * ln2_upper is exact (exp.h).
#pragma once

#include <limits>

#include "cpp/math/exp.h"

namespace playground {

inline constexpr double log_bound_ulp = 1.0;

namespace detail {

inline constexpr int32_t bits_of_sqrt_half = 0x3f3504f3;

// The n above, for x normal and positive.
inline I32x4 log_exponent(F32x4 x) { return (bits(x) - I32x4::splat(bits_of_sqrt_half)).shift_right<23>(); }

// x * 2^-n.
inline F32x4 log_fraction(F32x4 x, I32x4 n) { return from_bits(bits(x) - n.shift_left<23>()); }

// Of log(1 + f) the terms from f^8 on, over f^8.
inline F32x4 log_higher_terms(F32x4 f) {
  return polynomial(f, -0x1.fbbddp-4f, 0x1.dc7adp-4f, -0x1.ddc016p-4f, 0x1.2cb776p-4f);
}

// n ln 2 + log(1 + f + f_lower), where f_lower is below the last place of 1 + f.
inline F32x4 log_sum(F32x4 n, F32x4 f, F32x4 f_lower, F32x4 higher) {
  const F32x4 f2 = f * f;
  const F32x4 cubic =
      f2 * f * polynomial(f, 0x1.555554p-2f, -0x1.ffffe6p-3f, 0x1.999d2cp-3f, -0x1.55628cp-3f, 0x1.23ddf4p-3f, higher);
  const F32x4 lower = n * F32x4::splat(ln2_lower) + f_lower;
  return n * F32x4::splat(ln2_upper) + (f + (lower - (F32x4::splat(0.5f) * f2 - cubic)));
}

inline F32x4 log_sum(F32x4 n, F32x4 f, F32x4 f_lower) { return log_sum(n, f, f_lower, log_higher_terms(f)); }

}  // namespace detail

inline F32x4 log(F32x4 x) {
  const Mask32x4 subnormal = x < F32x4::splat(0x1p-126f);
  const F32x4 normal = select(subnormal, x * F32x4::splat(0x1p23f), x);
  const I32x4 n = detail::log_exponent(normal);
  const F32x4 f = detail::log_fraction(normal, n) - F32x4::splat(1.0f);
  const F32x4 result = detail::log_sum(to_float(n) - keep_where(subnormal, F32x4::splat(23.0f)), f, F32x4::zero());
  const F32x4 infinity = F32x4::splat(std::numeric_limits<float>::infinity());
  const F32x4 nan = F32x4::splat(std::numeric_limits<float>::quiet_NaN());
  const F32x4 special = select(x == F32x4::zero(), -infinity, select(x == infinity, x, nan));
  return select((x > F32x4::zero()) & (x < infinity), result, special);
}

}  // namespace playground
