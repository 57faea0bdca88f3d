// e^x and e^x - 1, for x <= 0 mostly, and e^(x / b) for a b that is the same for many x.
//
// x = n ln 2 + r (exp.h). 2^(n + 64) is normal wherever e^x is not 0 in float32: only the last multiplication, which
// takes 2^64 away again, rounds into the subnormals.
//
// r coth(r / 2) is even, 2 + r^2 k(r^2): with t = r - r^2 k, e^r - 1 = r + r t / (2 - t). One division takes the place
// of half the terms of a power series.
#pragma once

#include "cpp/math/exp.h"
#include "cpp/math/pair.h"

namespace playground {

inline constexpr float raised = 0x1p64f;
inline constexpr float lowered = 0x1p-64f;

// e^(x / b) = power / 2^64 (b + fraction) / b, fraction to within one ULP.
struct RaisedExp {
  F32x4 power;
  F32x4 fraction;
};

// The first part of the work.
using RaisedReduction = ExpByPower;

namespace detail {

// Adding it leaves n + 191 in the low bits of the sum, n the nearest integer: the exponent of 2^(n + 64).
inline constexpr float raising_shifter = 0x1.8p23f + 191.0f;

inline constexpr float expm1_k0 = 0x1.555546p-3f;
inline constexpr float expm1_k1 = -0x1.6b0da6p-9f;

// b (e^(r / b) - 1) for |r| <= 0.3475 b; k0 and k1 as they stand above, divided by b and b^3.
inline F32x4 expm1_quotient(F32x4 r, F32x4 twice_b, F32x4 k0, F32x4 k1) {
  const F32x4 r2 = r * r;
  const F32x4 t = r - r2 * (k0 + r2 * k1);
  return r + r * t / (twice_b - t);
}

inline F32x4 expm1_quotient(F32x4 r) {
  return expm1_quotient(r, F32x4::splat(2.0f), F32x4::splat(expm1_k0), F32x4::splat(expm1_k1));
}

}  // namespace detail

// For -120 <= x <= 40 and NaN; b = 1.
inline RaisedReduction reduce_raised_exp(F32x4 x) { return detail::reduce_exp_by(x, detail::raising_shifter); }
// The same with the power as it is: for -87 <= x <= 88 and NaN.
inline RaisedReduction reduce_normal_exp(F32x4 x) { return detail::reduce_exp_by(x, 0x1.8p23f + 127.0f); }
// e^x left of zero, 1 right of it, for up to ten times e^x: 10 e^-110 is 0 in float32.
inline RaisedReduction reduce_left_exp(F32x4 x) {
  return reduce_raised_exp(maximum(minimum(x, F32x4::zero()), F32x4::splat(-110.0f)));
}
inline RaisedExp raised_exp(const RaisedReduction& reduced) {
  return {reduced.power, detail::expm1_quotient(reduced.r)};
}

// e^x = power / 2^64 (1 + q), where an absolute error of q of 2^-25 is enough. For -120 <= x <= 40 and NaN.
struct RaisedPower {
  F32x4 power;
  F32x4 q;
};
inline RaisedPower raised_power(F32x4 x) {
  const RaisedReduction reduced = reduce_raised_exp(x);
  return {reduced.power, detail::expm1_reduced(reduced.r)};
}

// For -120 b <= x <= 0 and NaN. x / b would round, so r stays b times as large; what depends on b alone is computed
// once where b stays the same.
inline RaisedReduction reduce_raised_exp(F32x4 x, F32x4 b) {
  const F32x4 inverse = F32x4::splat(1.0f) / b;
  // b ln 2, the upper part with 15 bits as in exp.h.
  const Pair product = exact_product(b, F32x4::splat(ln2_upper));
  const F32x4 upper = from_bits(bits(product.upper) & I32x4::splat(-512));
  const F32x4 lower = (product.upper - upper) + (product.lower + b * F32x4::splat(ln2_lower));

  const F32x4 shifter = F32x4::splat(detail::raising_shifter);
  const F32x4 shifted = x * (F32x4::splat(log2_e) * inverse) + shifter;
  const F32x4 n = shifted - shifter;
  return {(x - n * upper) - n * lower, from_bits(power_shift(bits(shifted)))};
}
inline RaisedExp raised_exp(const RaisedReduction& reduced, F32x4 b) {
  const F32x4 inverse = F32x4::splat(1.0f) / b;
  return {reduced.power, detail::expm1_quotient(reduced.r, b + b, F32x4::splat(detail::expm1_k0) * inverse,
                                                F32x4::splat(detail::expm1_k1) * (inverse * inverse * inverse))};
}
inline RaisedExp raised_exp(F32x4 x, F32x4 b) { return raised_exp(reduce_raised_exp(x, b), b); }

}  // namespace playground
