// The logistic function s(x) = 1 / (1 + e^-x) and its slope, by one exponential e = e^(-|x|) that cannot overflow:
//
//   s(x) = 1 / (1 + e) for x >= 0, e / (1 + e) for x < 0;   s'(x) = e / (1 + e)^2.
//
// Both keep their relative accuracy in the tails. (1 + e)^2 is summed as 1 + e (2 + e): squaring would double the
// rounding error of 1 + e.
#pragma once

#include "cpp/math/exp.h"

namespace playground {

inline constexpr double logistic_bound_ulp = 2.4;
inline constexpr double logistic_slope_bound_ulp = 2.5;

struct LogisticParts {
  F32x4 value;
  F32x4 slope;
};

// One exponential for both; what is not used costs nothing after inlining.
inline LogisticParts logistic_parts(F32x4 x) {
  const F32x4 one = F32x4::splat(1.0f);
  const F32x4 e = exp(-abs(x));
  const F32x4 denominator = one + e;
  return {select(x < F32x4::zero(), e, one) / denominator, e / (one + e * (F32x4::splat(2.0f) + e))};
}

inline F32x4 logistic(F32x4 x) { return logistic_parts(x).value; }
inline F32x4 logistic_slope(F32x4 x) { return logistic_parts(x).slope; }

}  // namespace playground
