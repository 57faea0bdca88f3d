// ln(1 + e^x) and the logistic function in float64 with a relative error below 2^-28, the left tail included. With
// e = e^(-|x|) and z = e / (2 + e): ln(1 + e^x) = max(x, 0) + ln(1 + e), ln(1 + e) = 2 artanh z, z <= 1/3.
#pragma once

#include "cpp/math/wide_exp.h"

namespace playground {

struct WideSoftplus {
  F64x4 value;
  F64x4 logistic;  // its slope
};

// For |x| <= 700 and NaN. What is not used costs nothing after inlining.
inline WideSoftplus wide_softplus(F32x4 x) {
  const F64x4 one = F64x4::splat(1.0);
  const F64x4 e = wide_exp(widen(-abs(x))).exp;
  const F64x4 z = e / (F64x4::splat(2.0) + e);
  const F64x4 z2 = z * z;
  // By even and odd powers, so that the chain of dependent operations is short.
  const F64x4 z4 = z2 * z2;
  const F64x4 even = polynomial(z4, 0x1.55555590792cep-2, 0x1.24ca56751b282p-3, 0x1.dc3cc98730039p-4);
  const F64x4 odd = polynomial(z4, 0x1.9998cdcb52cdfp-3, 0x1.bc6ab6ce6dbebp-4);
  const F64x4 series = z2 * even + z4 * odd;
  const F64x4 log1p = (z + z) * (one + series);
  return {widen(maximum(x, F32x4::zero())) + log1p, select(x < F32x4::zero(), e, one) / (one + e)};
}

}  // namespace playground
