// a^b for a >= 0, through e^(b ln a) in float64; negative a give NaN, as where the exponent is no integer. 0^0 = 1.
#pragma once

#include "cpp/math/log.h"
#include "cpp/math/wide_exp.h"

namespace playground {

namespace detail {

// ln a for a normal and positive, with a relative error of about 2^-39: with s = f / (2 + f), ln(1 + f) is
// 2 (s + s^3 / 3 + s^5 / 5 + ...).
inline F64x4 wide_log(F32x4 a) {
  const I32x4 n = log_exponent(a);
  const F64x4 f = widen(log_fraction(a, n)) - F64x4::splat(1.0);
  const F64x4 s = f / (F64x4::splat(2.0) + f);
  const F64x4 series =
      polynomial(s * s, 2.0, 2.0 / 3.0, 2.0 / 5.0, 2.0 / 7.0, 2.0 / 9.0, 2.0 / 11.0, 2.0 / 13.0, 2.0 / 15.0);
  return widen(to_float(n)) * F64x4::splat(0x1.62e42fefa39efp-1) + s * series;
}

}  // namespace detail

inline F32x4 power(F32x4 a, F32x4 b) {
  const F32x4 zero = F32x4::zero();
  const F32x4 infinity = F32x4::splat(std::numeric_limits<float>::infinity());
  const Mask32x4 subnormal = a < F32x4::splat(0x1p-126f);
  const F32x4 normal = select(subnormal, a * F32x4::splat(0x1p23f), a);
  const F64x4 lifted = widen(keep_where(subnormal, F32x4::splat(23.0f))) * F64x4::splat(0x1.62e42fefa39efp-1);
  const F64x4 exponent = widen(b) * (detail::wide_log(normal) - lifted);
  // Beyond these e^x is 0 or infinity in float32.
  const F64x4 bounded = maximum(minimum(exponent, F64x4::splat(120.0)), F64x4::splat(-120.0));
  const F32x4 inside = narrow(wide_exp(bounded).exp);
  // Zero and infinity know only whether the exponent is above, at or below 0.
  const F32x4 one = F32x4::splat(1.0f);
  const F32x4 at_zero = select(b > zero, zero, select(b < zero, infinity, one));
  const F32x4 at_infinity = select(b > zero, infinity, select(b < zero, zero, one));
  const F32x4 nan = F32x4::splat(std::numeric_limits<float>::quiet_NaN());
  const F32x4 special = select(a == zero, at_zero, select(a == infinity, at_infinity, nan));
  return nan_or(b, select((a > zero) & (a < infinity), inside, special));
}

}  // namespace playground
