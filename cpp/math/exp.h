// e^x. Underflows gradually through the subnormals, overflows to infinity, NaN stays NaN.
//
// x = n ln 2 + r with |r| <= ln(2)/2, so e^x = 2^n e^r. ln 2 is split in two: the upper part has 15 significant
// bits, n at most 9, so that n * ln2_upper is exact and only the small rest rounds.
#pragma once

#include "cpp/math/polynomial.h"

namespace playground {

inline constexpr double exp_bound_ulp = 0.8;

inline constexpr float log2_e = 0x1.715476p0f;
inline constexpr float ln2_upper = 0x1.62e4p-1f;
inline constexpr float ln2_lower = 0x1.7f7d1cp-20f;

// 2^n as it is added to a float's exponent; n may stand in the nine lowest bits alone, -256 <= n <= 255.
inline I32x4 power_shift(I32x4 n) { return n.shift_left<23>(); }

// 2^n of a power shift, for -126 <= n <= 127.
inline F32x4 power_of_two(I32x4 shift) { return from_bits(shift + I32x4::splat(0x3f800000)); }

// a * 2^n for -252 <= n <= 254, in two exact steps of which only the last can round (into the subnormals).
inline F32x4 scale(F32x4 a, I32x4 n) {
  const I32x4 half = power_shift(n.shift_right<1>());
  return a * power_of_two(half) * power_of_two(power_shift(n) - half);
}

// e^x = 2^n e^r.
struct ExpByPower {
  F32x4 r;
  F32x4 power;  // 2^n times a power of two that the caller chooses, for the product to be normal
};

namespace detail {

// Adding the shifter leaves in the low bits of the sum n, the nearest integer, plus what makes it the exponent of the
// power: 0x1.8p23 + 127 + k for 2^(n + k).
inline ExpByPower reduce_exp_by(F32x4 x, float shifter_to_exponent) {
  const F32x4 shifter = F32x4::splat(shifter_to_exponent);
  const F32x4 shifted = x * F32x4::splat(log2_e) + shifter;
  const F32x4 n = shifted - shifter;
  return {(x - n * F32x4::splat(ln2_upper)) - n * F32x4::splat(ln2_lower), from_bits(power_shift(bits(shifted)))};
}

// x = n ln 2 + upper - lower: upper is exact, lower below 2^-11 of it.
struct ExpReduction {
  F32x4 upper;
  F32x4 lower;
  F32x4 n;
  I32x4 low_bits;  // n in the nine lowest bits, for power_shift
  I32x4 exponent;  // n as an integer
};

inline ExpReduction reduce_exp(F32x4 x) {
  // Adding 1.5 * 2^23 leaves the nearest integer in the low bits of the sum.
  const F32x4 shifter = F32x4::splat(0x1.8p23f);
  const F32x4 shifted = x * F32x4::splat(log2_e) + shifter;
  const F32x4 n = shifted - shifter;
  return {x - n * F32x4::splat(ln2_upper), n * F32x4::splat(ln2_lower), n, bits(shifted),
          bits(shifted) - bits(shifter)};
}

// (e^r - 1 - r) / r^2 with r in [-0.3475, 0.3475]; relative error of e^r below 2^-31.
template <class Vector>
Vector exp_remainder(Vector r) {
  return polynomial(r, 0x1p-1f, 0x1.555556p-3f, 0x1.5555p-5f, 0x1.110fc4p-7f, 0x1.6d30d2p-10f, 0x1.a2d442p-13f);
}

// q = e^r - 1 of a reduced argument, with an absolute error below 2^-25.
inline F32x4 expm1_reduced(F32x4 r) {
  // By pairs of coefficients, so that the chain of dependent operations is short.
  const F32x4 r2 = r * r;
  const F32x4 p01 = polynomial(r, 0x1p-1f, 0x1.55548ep-3f);
  const F32x4 p23 = polynomial(r, 0x1.5554d8p-5f, 0x1.123c06p-7f);
  return r + r2 * (p01 + r2 * (p23 + r2 * F32x4::splat(0x1.6d5f54p-10f)));
}

// e^x - 1 - upper for the reduced argument.
inline F32x4 exp_correction(F32x4 upper, F32x4 lower) {
  const F32x4 r = upper - lower;
  return r * r * exp_remainder(r) - lower;
}

}  // namespace detail

inline F32x4 exp(F32x4 x) {
  // Beyond these e^x is 0 or infinity anyway; within them the exponent stays in the range of scale().
  const F32x4 limited = maximum(minimum(x, F32x4::splat(90.0f)), F32x4::splat(-110.0f));
  const detail::ExpReduction reduced = detail::reduce_exp(limited);
  const F32x4 one = F32x4::splat(1.0f);
  const F32x4 sum = one + reduced.upper;
  // What the sum's rounding lost goes back in with the correction, so that only one last addition rounds.
  const F32x4 lost = reduced.upper - (sum - one);
  return scale(sum + (lost + detail::exp_correction(reduced.upper, reduced.lower)), reduced.exponent);
}

}  // namespace playground
