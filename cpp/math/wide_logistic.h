// The logistic function in float64, for products with it that have to stay accurate where it is below float32's
// smallest number, and whose argument float32 could not hold. With E = e^-z: s = 1 / (1 + E), 1 - s = E s.
#pragma once

#include "cpp/math/wide_exp.h"

namespace playground {

struct WideLogistic {
  F64x4 s;
  F64x4 rest;  // 1 - s, without cancellation
  F64x4 z;     // within +-700
};

// For every z, infinities and NaN included; beyond +-700 it stays where it is at 700, which is nothing in float32.
inline F64x4 limited_logit(F64x4 z) {
  const F64x4 limit = F64x4::splat(700.0);
  return minimum(maximum(z, -limit), limit);
}
inline WideReduction reduce_wide_logistic(F64x4 z) { return reduce_wide_exp(-limited_logit(z)); }
// s of E.
inline F64x4 logistic_of_power(F64x4 e) { return F64x4::splat(1.0) / (F64x4::splat(1.0) + e); }
inline WideLogistic wide_logistic(F64x4 z, F64x4 e, F64x4 s) { return {s, e * s, limited_logit(z)}; }
inline WideLogistic wide_logistic(F64x4 z) {
  const F64x4 e = wide_exp(reduce_wide_logistic(z)).exp;
  return wide_logistic(z, e, logistic_of_power(e));
}

}  // namespace playground
