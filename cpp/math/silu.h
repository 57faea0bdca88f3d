// x s(b x), s the logistic function, for b > 0, and its slopes. With a = |x|, E = e^(b a) and w = a / (1 + E),
//
//   x s(b x) = max(x, 0) - w;   its slope is g = (1 - b a + b w) / (1 + E) on the left, 1 - g on the right.
//
// Nothing cancels but g where it crosses zero. E = 2^n (1 + q) leaves float32 where a / E is still a number: so 1 + E
// is multiplied by a small power of two, which comes back at the end and rounds only there.
#pragma once

#include "cpp/math/exp.h"

namespace playground {

// The first part of the work: E = 2^n (1 + q), q = e^r - 1.
using SwishReduction = ExpByPower;

struct SwishParts {
  F32x4 a;
  F32x4 one;  // the power of two
  F32x4 sum;  // one * (1 + E)
  F32x4 w;

  F32x4 product(F32x4 x) const { return maximum(x, F32x4::zero()) - w; }
  // 1 / (1 + E) times the factor.
  F32x4 of_sum(F32x4 factor) const { return factor * one / sum; }
};

// What is g on the left and 1 - g on the right.
inline F32x4 swish_slope(F32x4 x, F32x4 g) {
  const I32x4 right = bits(F32x4::zero() <= x);
  return from_bits(right & bits(F32x4::splat(1.0f))) + from_bits(bits(g) ^ (right & I32x4::splat(INT32_MIN)));
}

namespace detail {

// The small power, with which 2^n may be as large as 2^186, and the shifter to it (exp.h).
inline constexpr float swish_one = 0x1p-61f;
inline constexpr float swish_shifter = 0x1.8p23f + 127 - 61;

}  // namespace detail

// For b = 1, a within +-112.
inline SwishReduction reduce_swish(F32x4 a) { return detail::reduce_exp_by(a, detail::swish_shifter); }

// The second part: what E, scaled so, has beyond the power of two.
inline F32x4 swish_rest(const SwishReduction& reduced) { return reduced.power * detail::expm1_reduced(reduced.r); }

// a e^-a is 0 in float32 from 112 on.
inline F32x4 swish_magnitude(F32x4 x) { return minimum(abs(x), F32x4::splat(112.0f)); }

// For b = 1, given reduce_swish(swish_magnitude(x)) and swish_rest of that.
inline SwishParts swish_parts(F32x4 x, const SwishReduction& reduced, F32x4 rest) {
  const F32x4 a = swish_magnitude(x);
  const F32x4 one = F32x4::splat(detail::swish_one);
  const F32x4 sum = (one + reduced.power) + rest;
  return {a, one, sum, a / sum * one};
}

// The same for 2^-24 <= b <= 2^24: x is reduced in units of ln 2 / b, so that b x, which float32 does not hold, is
// never formed. All of this is the same for every x.
struct SwishScale {
  F32x4 b;
  F32x4 per_unit;
  F32x4 unit_upper;  // 15 bits, as in exp.h
  F32x4 unit_lower;
  F32x4 end;  // a e^(-b a) is 0 in float32 from here on

  explicit SwishScale(F64x4 wide_b) {
    const F64x4 unit = F64x4::splat(0x1.62e42fefa39efp-1) / wide_b;
    b = narrow(wide_b);
    per_unit = narrow(F64x4::splat(0x1.71547652b82fep0) * wide_b);
    unit_upper = from_bits(bits(narrow(unit)) & I32x4::splat(-512));
    unit_lower = narrow(unit - widen(unit_upper));
    end = F32x4::splat(126.0f) / b;
  }
};

inline SwishReduction reduce_swish(F32x4 x, const SwishScale& scale) {
  const F32x4 a = minimum(abs(x), scale.end);
  const F32x4 shifter = F32x4::splat(detail::swish_shifter);
  const F32x4 shifted = a * scale.per_unit + shifter;
  const F32x4 n = shifted - shifter;
  return {scale.b * ((a - n * scale.unit_upper) - n * scale.unit_lower), from_bits(power_shift(bits(shifted)))};
}

inline SwishParts swish_parts(F32x4 x, const SwishScale& scale, const SwishReduction& reduced, F32x4 rest) {
  const F32x4 a = minimum(abs(x), scale.end);
  const F32x4 one = F32x4::splat(detail::swish_one);
  // In this order the rounding of b r is not joined by a loss of the 1 beside 2^24.
  const F32x4 sum = (one + rest) + reduced.power;
  return {a, one, sum, a / sum * one};
}

}  // namespace playground
