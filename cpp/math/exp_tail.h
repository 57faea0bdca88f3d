// e^x in two factors, for the functions that decay like x e^x: what they multiply with e^x has to stay accurate where
// e^x itself is already subnormal.
//
// e^x = value * rest with value >= 2^-61 and rest a power of two, 1 wherever x > -41. A formula takes value for e^x (in
// 1 + e^x the difference is nothing) and multiplies its result by rest: only that step can round into the subnormals.
#pragma once

#include "cpp/math/exp.h"
#include "cpp/math/pair.h"

namespace playground {

// The first part of the work.
struct TailReduction {
  F32x4 upper;
  F32x4 lower;
  I32x4 exponent;
};

struct TailFactors {
  F32x4 value;
  F32x4 rest;
};

struct TailExp {
  F32x4 value;
  F32x4 rest;
  F32x4 lower;      // what the rounding of value lost
  F32x4 minus_one;  // e^x - 1, accurate for small x too
};

// For -120 <= x <= 88 and NaN. Left of -120 even x^2 e^x is 0 in float32.
inline TailReduction reduce_tail_exp(Pair x) {
  const detail::ExpReduction reduced = detail::reduce_exp(x.upper);
  return {reduced.upper, reduced.lower - x.lower, reduced.exponent};
}

// e^-|x|.
inline TailReduction reduce_falling_exp(F32x4 x) {
  return reduce_tail_exp({-minimum(abs(x), F32x4::splat(120.0f)), F32x4::zero()});
}

// Given the reduction's exp_correction; what is not used costs nothing after inlining.
inline TailExp tail_exp(const TailReduction& reduced, F32x4 correction) {
  const F32x4 one = F32x4::splat(1.0f);
  const F32x4 sum = one + reduced.upper;
  const F32x4 lost = reduced.upper - (sum - one);
  const Pair fraction = exact_sum_of_ordered(sum, lost + correction);

  const I32x4 beyond = reduced.exponent + I32x4::splat(60);
  const I32x4 rest = beyond & beyond.shift_right<31>();  // min(exponent + 60, 0)
  const I32x4 bias = I32x4::splat(127);
  const F32x4 power = from_bits((reduced.exponent - rest + bias).shift_left<23>());
  return {fraction.upper * power, from_bits((rest + bias).shift_left<23>()), fraction.lower * power,
          power * (reduced.upper + correction) + (power - one)};
}

inline TailExp tail_exp(const TailReduction& reduced) {
  return tail_exp(reduced, detail::exp_correction(reduced.upper, reduced.lower));
}

inline TailFactors tail_factors(const TailReduction& reduced) {
  const TailExp e = tail_exp(reduced);
  return {e.value, e.rest};
}

inline TailExp tail_exp(F32x4 x) { return tail_exp(reduce_tail_exp({x, F32x4::zero()})); }

}  // namespace playground
