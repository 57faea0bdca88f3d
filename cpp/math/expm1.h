// e^x - 1, accurate for small x too.
//
// With x = n ln 2 + r (exp.h): e^x - 1 = 2^n (e^r - 1) + (2^n - 1). Above 89 the result is infinity, below -20 it
// is -1, and between them n stays within the float32 exponents.
#pragma once

#include "cpp/math/exp.h"

namespace playground {

inline constexpr double expm1_bound_ulp = 1.6;

inline F32x4 expm1(F32x4 x) {
  const detail::ExpReduction reduced =
      detail::reduce_exp(maximum(minimum(x, F32x4::splat(89.0f)), F32x4::splat(-20.0f)));
  const F32x4 fraction = reduced.upper + detail::exp_correction(reduced.upper, reduced.lower);
  // Half of 2^n, doubled at the end: 2^128 is no float32, e^88.7 is.
  const F32x4 half_power = from_bits((reduced.exponent + I32x4::splat(126)).shift_left<23>());
  const F32x4 half_result = half_power * fraction + (half_power - F32x4::splat(0.5f));
  // n = 0 needs no halving, which would cost a subnormal its last bit.
  return select(reduced.n == F32x4::zero(), fraction, half_result + half_result);
}

}  // namespace playground
