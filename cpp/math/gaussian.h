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

// x with its lower 12 bits cleared.
inline F32x4 upper_half(F32x4 x) { return from_bits(bits(x) & I32x4::splat(-4096)); }

}  // namespace detail

// The first third of the work: -x^2 = n ln 2 + upper - lower.
struct GaussianReduction {
  F32x4 upper;
  F32x4 lower;
  F32x4 power;  // 2^(n + 65), normal as far out as the Gaussian is not 0 in float32
};

// For |x| <= 11 and NaN.
inline GaussianReduction reduce_gaussian(F32x4 x) {
  const F32x4 h = detail::upper_half(x);
  const F32x4 square = h * h;
  const F32x4 rest = (x - h) * (x + h);
  // Adding 1.5 * 2^23 leaves the nearest integer in the low bits of the sum, here with a float's bias of 2^65.
  const F32x4 shifter = F32x4::splat(0x1.8p23f + 127 + 65);
  const F32x4 shifted = (square + rest) * F32x4::splat(-log2_e) + shifter;
  const F32x4 n = shifted - shifter;
  return {-(square + n * F32x4::splat(ln2_upper)), rest + n * F32x4::splat(ln2_lower),
          from_bits(power_shift(bits(shifted)))};
}

// From here on the Gaussian and its slope are 0 in float32.
inline constexpr float gaussian_end = 10.5f;
inline F32x4 gaussian_magnitude(F32x4 x) { return minimum(abs(x), F32x4::splat(gaussian_end)); }

// The second third.
struct ErfFactors {
  F32x4 fraction;  // e^(-x^2) / 2^n
  F32x4 wk;
};

inline ErfFactors erf_factors(F32x4 x, const GaussianReduction& reduced) {
  const F32x4 one = F32x4::splat(1.0f);
  const auto [upper, lower, power] = reduced;
  const F32x4 r = upper - lower;
  const F32x4 sum = one + upper;
  const F32x4 lost = upper - (sum - one);
  const F32x4 w = one / (gaussian_magnitude(x) + F32x4::splat(2.0f));
  return {sum + (lost + (r * r * detail::exp_remainder(r) - lower)),
          w * polynomial(w, 0x1.19be2ap-1f, 0x1.60f78cp0f, 0x1.7b1c6p-3f, 0x1.206af6p3f, -0x1.a6867ep2f)};
}

struct ErfParts {
  F32x4 value;
  F32x4 slope;
};

// What is not used costs nothing after inlining.
inline ErfParts erf_parts(F32x4 x, const GaussianReduction& reduced, const ErfFactors& factors) {
  const F32x4 unit = F32x4::splat(0x1p-65f);
  const F32x4 large = copy_sign(F32x4::splat(1.0f) - factors.fraction * reduced.power * factors.wk * unit, x);
  const F32x4 x2 = x * x;
  const F32x4 small = x + x * polynomial(x2, 0x1.06eba6p-3f, -0x1.812702p-2f, 0x1.ce2036p-4f, -0x1.b6ea3p-6f,
                                         0x1.499f42p-8f, -0x1.44abp-11f);
  return {select(abs(x) < F32x4::splat(0.875f), small, large),
          F32x4::splat(0x1.20dd76p0f) * factors.fraction * reduced.power * unit};
}

inline ErfParts erf_parts(F32x4 x) {
  const GaussianReduction reduced = reduce_gaussian(gaussian_magnitude(x));
  return erf_parts(x, reduced, erf_factors(x, reduced));
}
inline F32x4 erf(F32x4 x) { return erf_parts(x).value; }
inline F32x4 erf_slope(F32x4 x) { return erf_parts(x).slope; }

}  // namespace playground
