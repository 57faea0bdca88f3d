// The error function and its slope in float64 with a relative error below 2^-28 each, small arguments included. With w
// = 1 / (v + 2.5) and g = e^(-v^2), for v >= 0:
//
//   erf(v) = (1 - g) + g v w L(w),   L a polynomial for (1 - erfc(v) / g) / (v w).
//
// Both terms are positive: nothing cancels.
#pragma once

#include "cpp/math/wide_exp.h"

namespace playground {

// From here on erf is 1 in float32; L is fitted up to 6.5.
inline constexpr double wide_erf_end = 6.0;

struct WideErf {
  F64x4 value;
  F64x4 slope;
};

// For 0 <= v <= wide_erf_end and NaN. What is not used costs nothing after inlining.
inline WideErf wide_erf(F64x4 v) {
  const WideExp e = wide_exp(F64x4::splat(0.0) - v * v);
  const F64x4 w = F64x4::splat(1.0) / (v + F64x4::splat(2.5));
  // By even and odd powers, so that the chain of dependent operations is short.
  const F64x4 w2 = w * w;
  const F64x4 even = polynomial(w2, 0x1.fffe9a5a88c85p-1, 0x1.b710d47412bbcp1, 0x1.0b49ff1e0180fp3, 0x1.0dbc6403053a7p6,
                                0x1.33754c2cd0283p8);
  const F64x4 odd = polynomial(w2, 0x1.efa1e38769219p0, 0x1.4e1092c83de21p2, -0x1.383dc68ebde31p3, -0x1.dd158b9bbfdbfp7,
                               -0x1.1b7a41f2780c9p7);
  const F64x4 l = even + w * odd;
  return {e.exp * (v * w * l) - e.expm1, F64x4::splat(0x1.20dd750429b6dp0) * e.exp};
}

}  // namespace playground
