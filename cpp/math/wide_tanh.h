// Hyperbolic tangent and its slope in float64 with a relative error below 2^-28 each. With m = e^(2u) - 1:
//
//   tanh u = m / (2 + m),   1 - tanh(u)^2 = 4 (1 + m) / (2 + m)^2.
#pragma once

#include "cpp/math/wide_exp.h"

namespace playground {

// Beyond this |u| e^(2u) may leave float64; tanh is +-1 and its slope below 1e-290.
inline constexpr double wide_tanh_end = 340.0;

struct WideTanh {
  F64x4 value;
  F64x4 slope;
};

// For |u| <= wide_tanh_end and NaN: e^(2u) is reduced, then taken, then divided.
inline WideReduction reduce_wide_tanh(F64x4 u) { return reduce_wide_exp(u + u); }
// Given e^(2u). What is not used costs nothing after inlining.
inline WideTanh wide_tanh(const WideExp& e) {
  const F64x4 reciprocal = F64x4::splat(1.0) / (F64x4::splat(2.0) + e.expm1);
  return {e.expm1 * reciprocal, F64x4::splat(4.0) * e.exp * reciprocal * reciprocal};
}
inline WideTanh wide_tanh(F64x4 u) { return wide_tanh(wide_exp(reduce_wide_tanh(u))); }

}  // namespace playground
