// e^x in two factors, for the functions that decay like x e^x: what they multiply with e^x has to stay accurate where
// e^x itself is already subnormal.
//
// e^x = value * rest with value >= 2^-61 and rest a power of two, 1 wherever x > -41. A formula takes value for e^x (in
// 1 + e^x the difference is nothing) and multiplies its result by rest: only that step can round into the subnormals.
#pragma once

#include "cpp/math/exp.h"
#include "cpp/math/pair.h"

namespace playground {

struct TailExp {
  F32x4 value;
  F32x4 rest;
};

// For -120 <= x <= 88 and NaN. e^-120 is nothing beside float32's smallest subnormal, 2^-149 = e^-103.
inline TailExp tail_exp(Pair x) {
  detail::ExpReduction reduced = detail::reduce_exp(x.upper);
  reduced.lower = reduced.lower - x.lower;
  const F32x4 one = F32x4::splat(1.0f);
  const F32x4 sum = one + reduced.upper;
  const F32x4 lost = reduced.upper - (sum - one);
  const F32x4 fraction = sum + (lost + detail::exp_correction(reduced));

  const I32x4 beyond = reduced.exponent + I32x4::splat(60);
  const I32x4 rest = beyond & beyond.shift_right<31>();  // min(exponent + 60, 0)
  const I32x4 bias = I32x4::splat(127);
  return {fraction * from_bits((reduced.exponent - rest + bias).shift_left<23>()),
          from_bits((rest + bias).shift_left<23>())};
}

inline TailExp tail_exp(F32x4 x) { return tail_exp(Pair{x, F32x4::zero()}); }

}  // namespace playground
