// x s(t) and what its slopes are made of, s the logistic function, in float64: rounded to float32 once, at the end.
//
//   g(t) = d(t s(t))/dt = s(t) (1 + t s(-t)),   s'(t) = s(t) s(-t),   g'(t) = s'(t) (2 + t (s(-t) - s(t))).
#pragma once

#include "cpp/math/finite.h"
#include "cpp/math/wide_logistic.h"

namespace playground {

struct Swishing {
  F64x4 x;  // an infinity as 2^200: where s vanishes the product is 0, not NaN
  WideLogistic gate;

  F64x4 product() const { return x * gate.s; }
  F64x4 slope() const { return gate.s * (F64x4::splat(1.0) + gate.z * gate.rest); }
  F64x4 bell() const { return gate.s * gate.rest; }
  F64x4 curvature() const { return bell() * (F64x4::splat(2.0) + gate.z * (gate.rest - gate.s)); }
};

// t = factor x. What is not used costs nothing after inlining.
inline WideReduction reduce_swishing(F32x4 x, F64x4 factor) { return reduce_wide_logistic(factor * widen_finite(x)); }
// Given e^-t and s(t).
inline Swishing swishing(F32x4 x, F64x4 factor, F64x4 e, F64x4 s) {
  const F64x4 finite = widen_finite(x);
  return {finite, wide_logistic(factor * finite, e, s)};
}
inline Swishing swishing(F32x4 x, F64x4 factor, F64x4 e) { return swishing(x, factor, e, logistic_of_power(e)); }
inline Swishing swishing(F32x4 x, F64x4 factor) {
  return swishing(x, factor, wide_exp(reduce_swishing(x, factor)).exp);
}

}  // namespace playground
