// log(1 + x), accurate for small x too. log1p(-1) = -inf, log1p(inf) = inf, log1p(x < -1) = NaN.
//
// 1 + x rounds; what the rounding lost, (1 + x) - fl(1 + x), is exact by Knuth's two-sum and goes back in to first
// order. Where 1 + x needs no scaling (n = 0), f is x itself and nothing was lost.
#pragma once

#include "cpp/math/log.h"

namespace playground {

inline constexpr double log1p_bound_ulp = 1.0;

// The first half of the work: log_sum's arguments.
struct Log1pReduction {
  F32x4 n;
  F32x4 f;
  F32x4 f_lower;
};

inline Log1pReduction reduce_log1p(F32x4 x) {
  const F32x4 one = F32x4::splat(1.0f);
  const F32x4 sum = one + x;
  const F32x4 x_part = sum - one;
  const F32x4 lost = (one - (sum - x_part)) + (x - x_part);

  const I32x4 n = detail::log_exponent(sum);
  const F32x4 n_float = to_float(n);
  const F32x4 fraction = detail::log_fraction(sum, n);
  const Mask32x4 unscaled = n_float == F32x4::zero();
  const F32x4 f = select(unscaled, x, fraction - one);
  // lost * 2^-n / (1 + f), the quotient to second order. 2^-n through n - 1: n reaches 128.
  const F32x4 power = from_bits((I32x4::splat(128) - n).shift_left<23>()) * F32x4::splat(0.5f);
  return {n_float, f, select(unscaled, F32x4::zero(), lost * power * (one - (f - f * f)))};
}

inline F32x4 log1p(F32x4 x) {
  const F32x4 one = F32x4::splat(1.0f);
  const Log1pReduction reduced = reduce_log1p(x);
  const F32x4 result = detail::log_sum(reduced.n, reduced.f, reduced.f_lower);

  const F32x4 infinity = F32x4::splat(std::numeric_limits<float>::infinity());
  const F32x4 nan = F32x4::splat(std::numeric_limits<float>::quiet_NaN());
  const F32x4 special = select(x == -one, -infinity, select(x == infinity, x, nan));
  return select((x > -one) & (x < infinity), result, special);
}

}  // namespace playground
