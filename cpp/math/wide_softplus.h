// ln(1 + e), ln(1 + e^x) and the logistic function in float64 with a relative error below 2^-28, the left tail
// included:
//
//   ln(a / b) = 2 artanh z, z = (a - b) / (a + b), |z| <= 1/3;   ln(1 + e^x) = max(x, 0) + ln(1 + e^(-|x|)).
#pragma once

#include "cpp/math/wide_exp.h"

namespace playground {

// 2 artanh z for |z| <= 1/3: the logarithm of quotients between 1/2 and 2.
inline F64x4 wide_twice_artanh(F64x4 z) {
  const F64x4 z2 = z * z;
  // By even and odd powers, so that the chain of dependent operations is short.
  const F64x4 z4 = z2 * z2;
  const F64x4 even = polynomial(z4, 0x1.55555590792cep-2, 0x1.24ca56751b282p-3, 0x1.dc3cc98730039p-4);
  const F64x4 odd = polynomial(z4, 0x1.9998cdcb52cdfp-3, 0x1.bc6ab6ce6dbebp-4);
  const F64x4 series = z2 * even + z4 * odd;
  return (z + z) * (F64x4::splat(1.0) + series);
}

// ln(1 + e) for 0 <= e <= 1 and NaN.
inline F64x4 wide_log1p_unit(F64x4 e) { return wide_twice_artanh(e / (F64x4::splat(2.0) + e)); }

struct WideSoftplus {
  F64x4 value;
  F64x4 logistic;  // its slope
};

// For |x| <= 700 and NaN. What is not used costs nothing after inlining.
inline WideSoftplus wide_softplus(F32x4 x) {
  const F64x4 one = F64x4::splat(1.0);
  const F64x4 e = wide_exp(widen(-abs(x))).exp;
  return {widen(maximum(x, F32x4::zero())) + wide_log1p_unit(e), select(x < F32x4::zero(), e, one) / (one + e)};
}

}  // namespace playground
