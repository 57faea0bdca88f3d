// e^x and e^x - 1 in float64 with a relative error below 2^-29 each, for -700 <= x <= 700 and NaN: for formulas whose
// result float32 rounds only once, at the end.
#pragma once

#include "cpp/math/exp.h"

namespace playground {

// Of every float64 function of this folder, rounded to float32.
inline constexpr double wide_bound_ulp = 0.52;

struct WideExp {
  F64x4 exp;
  F64x4 expm1;
};

// The first half of the work: x = n ln 2 + r.
struct WideReduction {
  F64x4 r;
  F64x4 power;  // 2^n
};

inline WideReduction reduce_wide_exp(F64x4 x) {
  // Adding 1.5 * 2^52 leaves the nearest integer in the low bits of the sum.
  const F64x4 shifter = F64x4::splat(0x1.8p52);
  const F64x4 shifted = x * F64x4::splat(0x1.71547652b82fep0) + shifter;
  const F64x4 r = x - (shifted - shifter) * F64x4::splat(0x1.62e42fefa39efp-1);
  return {r, scale_by_low_bits(F64x4::splat(1.0), shifted)};
}

// The second part: 2^n (e^r - 1).
inline F64x4 wide_exp_rest(const WideReduction& reduced) {
  const F64x4 r = reduced.r;
  return reduced.power * (r + r * r * detail::exp_remainder(r));
}

// What is not used costs nothing after inlining.
inline WideExp wide_exp(const WideReduction& reduced, F64x4 rest) {
  return {reduced.power + rest, rest + (reduced.power - F64x4::splat(1.0))};
}
inline WideExp wide_exp(const WideReduction& reduced) { return wide_exp(reduced, wide_exp_rest(reduced)); }
inline WideExp wide_exp(F64x4 x) { return wide_exp(reduce_wide_exp(x)); }

}  // namespace playground
