// The Gaussian e^(-x^2) and its integral, the error function, with its slope.
//
// x^2 = h^2 + l (x + h), where h is x with its lower 12 bits cleared: h^2 is exact, the rest goes into the
// exponential's reduction (exp.h) with the lower part of n ln 2. Rounding x^2 alone would cost a hundred ULP in the
// tails.
//
// erf |x| = 1 - e^(-x^2) w K(w) with w = 1 / (|x| + 2) and a polynomial K; below 7/8 x + x p(x^2), which does not
// cancel.
#pragma once

#include "cpp/math/exp.h"

namespace playground {

inline constexpr double erf_bound_ulp = 1.2;
inline constexpr double erf_slope_bound_ulp = 2.2;

namespace detail {

// e^-(square + rest) as fraction * 2^exponent, for sums up to 170 and NaN; square has at most 24 bits, rest is below
// 2^-11 of it.
inline ExpParts exp_of_minus(F32x4 square, F32x4 rest) {
  // Adding 1.5 * 2^23 leaves the nearest integer in the low bits of the sum.
  const F32x4 shifter = F32x4::splat(0x1.8p23f);
  const F32x4 shifted = (square + rest) * F32x4::splat(-log2_e) + shifter;
  const F32x4 n = shifted - shifter;
  const F32x4 upper = -(square + n * F32x4::splat(ln2_upper));
  const F32x4 lower = rest + n * F32x4::splat(ln2_lower);
  const F32x4 r = upper - lower;
  const F32x4 one = F32x4::splat(1.0f);
  const F32x4 sum = one + upper;
  const F32x4 lost = upper - (sum - one);
  return {sum + (lost + (r * r * exp_remainder(r) - lower)), bits(shifted) - bits(shifter)};
}

// x with its lower 12 bits cleared.
inline F32x4 upper_half(F32x4 x) { return from_bits(bits(x) & I32x4::splat(-4096)); }

}  // namespace detail

// e^(-x^2), for |x| <= 12 and NaN.
inline ExpParts gaussian_parts(F32x4 x) {
  const F32x4 h = detail::upper_half(x);
  return detail::exp_of_minus(h * h, (x - h) * (x + h));
}

// From here on the Gaussian and its slope are 0 in float32.
inline constexpr float gaussian_end = 10.5f;

struct ErfParts {
  F32x4 value;
  F32x4 slope;
};

// What is not used costs nothing after inlining.
inline ErfParts erf_parts(F32x4 x) {
  const F32x4 one = F32x4::splat(1.0f);
  const F32x4 magnitude = minimum(abs(x), F32x4::splat(gaussian_end));
  const ExpParts parts = gaussian_parts(magnitude);
  const F32x4 w = one / (magnitude + F32x4::splat(2.0f));
  const F32x4 k = polynomial(w, 0x1.19be2ap-1f, 0x1.60f78cp0f, 0x1.7b1c6p-3f, 0x1.206af6p3f, -0x1.a6867ep2f);
  const F32x4 large = copy_sign(one - scale(parts.fraction, parts.exponent) * (w * k), x);
  const F32x4 x2 = x * x;
  const F32x4 small = x + x * polynomial(x2, 0x1.06eba6p-3f, -0x1.812702p-2f, 0x1.ce2036p-4f, -0x1.b6ea3p-6f,
                                         0x1.499f42p-8f, -0x1.44abp-11f);
  return {select(abs(x) < F32x4::splat(0.875f), small, large),
          scale(F32x4::splat(0x1.20dd76p0f) * parts.fraction, parts.exponent)};
}

inline F32x4 erf(F32x4 x) { return erf_parts(x).value; }
inline F32x4 erf_slope(F32x4 x) { return erf_parts(x).slope; }

}  // namespace playground
