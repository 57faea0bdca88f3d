// The logistic function s(x) = 1 / (1 + e^-x) and its slope s(x) s(-x), by a rational function. With x = n ln 2 + r and
// B / A for tanh(r / 2),
//
//   e^x = N / M,  N = 2^floor(n/2) (A + B),  M = 2^-ceil(n/2) (A - B),   s(x) = N / (N + M),  s(-x) = M / (N + M).
//
// With the power shared out between both, neither leaves the normal float32 values where s itself has long become
// subnormal: both tails keep their relative accuracy. The slope comes from the smaller one, m - m^2, of which the error
// cancels around 0.
#pragma once

#include "cpp/math/exp.h"

namespace playground {

inline constexpr double logistic_bound_ulp = 2.4;
inline constexpr double logistic_slope_bound_ulp = 3.1;

// The first half of the work, up to the reduced argument.
struct LogisticReduction {
  F32x4 r;
  I32x4 low_bits;  // of n
};

inline LogisticReduction reduce_logistic(F32x4 x) {
  // Beyond 105 s(-x) is below the smallest subnormal.
  const F32x4 limited = maximum(minimum(x, F32x4::splat(105.0f)), F32x4::splat(-105.0f));
  const detail::ExpReduction reduced = detail::reduce_exp(limited);
  return {reduced.upper - reduced.lower, reduced.low_bits};
}

struct LogisticParts {
  F32x4 value;
  F32x4 slope;
};

// What is not used costs nothing after inlining.
inline LogisticParts logistic_parts(const LogisticReduction& reduced) {
  const F32x4 r = reduced.r;
  const F32x4 y = r * r;
  // Both times 0.82, so that no sum begins a binade, where roundings weigh most. Of the factors from 0.7 to 0.9 this
  // one has the smallest error over all inputs, 2.37 ulp; 0.8 had one input of 2.59, which is three steps.
  const F32x4 a = polynomial(y, 0x1.a3d70ap-1f, 0x1.4fd136p-4f);
  const F32x4 b = r * polynomial(y, 0x1.a3d70ap-2f, 0x1.bf6448p-8f);
  const I32x4 floor_half = power_shift(reduced.low_bits.shift_right<1>());
  const I32x4 ceil_half = power_shift(reduced.low_bits) - floor_half;
  // One by adding to the exponent, the other by a product: that one is NaN where x is, and with it the sum.
  const F32x4 n = from_bits(bits(a + b) + floor_half);
  const F32x4 m = (a - b) * power_of_two(-ceil_half);
  const F32x4 sum = n + m;
  const F32x4 value = n / sum;
  const F32x4 smaller = minimum(value, m / sum);
  return {value, smaller - smaller * smaller};
}

inline F32x4 logistic(F32x4 x) { return logistic_parts(reduce_logistic(x)).value; }
inline F32x4 logistic_slope(F32x4 x) { return logistic_parts(reduce_logistic(x)).slope; }

}  // namespace playground
