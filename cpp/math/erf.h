// The complement of the error function, and the tail that the exact GELU is made of.
//
// For t >= 0, erfc(t) = e^(-t^2) K(1 / (t + 2.75)) / (t + 2.75) with a polynomial K. It is evaluated in float64: in
// float32 the rounding of t^2 alone would cost a hundred ULP in the far tail. Only the result is rounded to float32.
#pragma once

#include "cpp/math/wide_exp.h"

namespace playground {

inline constexpr double erfc_bound_ulp = 0.8;

struct ErfcParts {
  F64x4 erfc;
  F64x4 gaussian;  // e^(-t^2)
};

// The first part of the work.
struct ErfcReduction {
  WideReduction square;  // of e^(-t^2)
  F64x4 v;               // 1 / (t + 2.75)
};

// For 0 <= t <= 16 and NaN; up to 10.5 a relative error below 2^-29. From there on both are below float32's smallest
// subnormal.
inline ErfcReduction reduce_erfc(F64x4 t) {
  return {reduce_wide_exp(F64x4::splat(0.0) - t * t), F64x4::splat(1.0) / (t + F64x4::splat(2.75))};
}
// The second part: two chains of operations that do not wait for each other.
struct ErfcMiddle {
  F64x4 gaussian;
  F64x4 inner;  // of K, from its sixth coefficient on
};
inline ErfcMiddle erfc_middle(const ErfcReduction& reduced) {
  return {wide_exp(reduced.square).exp,
          polynomial(reduced.v, 0x1.14f19d6283ac2p7, -0x1.f20a42e4c4db1p8, 0x1.ef545bcacf1c4p10, -0x1.18a4357a17e06p12,
                     0x1.2e1ef36fdb3f3p12, -0x1.fb1db8418b268p10)};
}
inline ErfcParts erfc_parts(const ErfcReduction& reduced, const ErfcMiddle& middle) {
  const F64x4 v = reduced.v;
  const F64x4 k = polynomial(v, 0x1.20d9abe2c9aacp-1, 0x1.8db57d9f380eep0, 0x1.f5fb8b3fcae4p1, 0x1.51329ba757295p3,
                             0x1.b11467654cd35p2, middle.inner);
  return {middle.gaussian * (v * k), middle.gaussian};
}
inline ErfcParts erfc_parts(F64x4 t) {
  const ErfcReduction reduced = reduce_erfc(t);
  return erfc_parts(reduced, erfc_middle(reduced));
}

inline constexpr float erfc_end = 10.5f;

// erfc(|x|).
inline F32x4 erfc_of_magnitude(F32x4 x) {
  return narrow(erfc_parts(widen(minimum(abs(x), F32x4::splat(erfc_end)))).erfc);
}

inline F32x4 erfc(F32x4 x) {
  const F32x4 tail = erfc_of_magnitude(x);
  return select(x < F32x4::zero(), F32x4::splat(2.0f) - tail, tail);
}

}  // namespace playground
