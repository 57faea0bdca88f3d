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

inline constexpr double logistic_bound_ulp = 2.6;
inline constexpr double logistic_slope_bound_ulp = 3.3;

struct LogisticParts {
  F32x4 value;
  F32x4 slope;
};

// What is not used costs nothing after inlining.
inline LogisticParts logistic_parts(F32x4 x) {
  // Beyond 105 s(-x) is below the smallest subnormal.
  const F32x4 limited = maximum(minimum(x, F32x4::splat(105.0f)), F32x4::splat(-105.0f));
  const detail::ExpReduction reduced = detail::reduce_exp(limited);
  const F32x4 r = reduced.upper - reduced.lower;
  const F32x4 y = r * r;
  // Both times 4/5, so that no sum begins a binade, where roundings weigh most.
  const F32x4 a = polynomial(y, 0x1.99999ap0f, 0x1.47a066p-3f);
  const F32x4 b = r * polynomial(y, 0x1.99999ap-1f, 0x1.b47ad2p-7f);
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

inline F32x4 logistic(F32x4 x) { return logistic_parts(x).value; }
inline F32x4 logistic_slope(F32x4 x) { return logistic_parts(x).slope; }

}  // namespace playground
