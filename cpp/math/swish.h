// The parts that x s(t) and its slopes are made of, s the logistic function. With q = e^(-|t|):
//
//   s(t) = 1 / (1 + q) for t >= 0, q / (1 + q) for t < 0;   s'(t) = q / (1 + q)^2.
//
// g(t) = (t s(t))' is G = q (1 - |t| + q) / (1 + q)^2 left of zero and 1 - G right of it; 1 - |t| comes first, because
// it is exact where G vanishes. The power of two that tail_exp splits off comes in last: products with x keep their
// accuracy in the tails.
#pragma once

#include "cpp/math/exp_tail.h"

namespace playground {

inline constexpr double swish_bell_bound_ulp = 3.0;
inline constexpr double swish_slope_bound_ulp = 1.2;

struct SwishParts {
  TailExp q;
  Mask32x4 left;
  F32x4 denominator;  // 1 + q

  // x s(t) for finite x, as P - P q / (1 + q): the rounding of the quotient counts for half at most.
  F32x4 product(F32x4 x) const {
    const F32x4 one = F32x4::splat(1.0f);
    const F32x4 product = x * select(left, q.value, one);
    return (product - product * (q.value / denominator)) * select(left, q.rest, one);
  }
  // (1 + q)^2 - 1, and G times that square, up to the factor rest.
  F32x4 square_minus_one() const { return q.value * (F32x4::splat(2.0f) + q.value); }
  F32x4 tail_numerator(F32x4 t) const { return q.value * ((F32x4::splat(1.0f) - abs(t)) + q.value); }
  // G up to the factor rest.
  F32x4 tail(F32x4 t) const { return tail_numerator(t) / (F32x4::splat(1.0f) + square_minus_one()); }
  // The same to less than two units in the last place: 1/2 - |t| R(t^2) for |t| < 1, beyond as a - a b / (1 + b).
  F32x4 accurate_tail(F32x4 t) const {
    const F32x4 y = t * t;
    const F32x4 inner = abs(t) * polynomial(y, 0x1p-1f, -0x1.555546p-4f, 0x1.9992d8p-7f, -0x1.b9210ap-10f,
                                            0x1.afc64ap-13f, -0x1.36b3c8p-16f);
    const F32x4 a = tail_numerator(t);
    const F32x4 b = square_minus_one();
    const F32x4 outer = a - a * (b / (F32x4::splat(1.0f) + b));
    return select(y < F32x4::splat(1.0f), F32x4::splat(0.5f) - inner, outer);
  }
  // s'(t) up to the factor q.rest.
  F32x4 bell() const {
    const F32x4 b = square_minus_one();
    const Mask32x4 inner = q.value > F32x4::splat(0.37f);
    const F32x4 quotient = select(inner, q.value, b) / (F32x4::splat(1.0f) + b);
    return select(inner, quotient, q.value - q.value * quotient);
  }
  // g(t) from that.
  F32x4 slope_of_tail(F32x4 tail) const { return select(left, tail * q.rest, F32x4::splat(1.0f) - tail); }
  F32x4 slope(F32x4 t) const { return slope_of_tail(tail(t)); }
};

// For |t| <= 120 and NaN; what is not used costs nothing after inlining.
inline SwishParts swish_parts(Pair t) {
  const Mask32x4 left = t.upper < F32x4::zero();
  // -|t|: the sign of the upper part decides on both.
  const TailExp q = tail_exp(Pair{-abs(t.upper), select(left, t.lower, -t.lower)});
  return {q, left, F32x4::splat(1.0f) + q.value};
}

inline SwishParts swish_parts(F32x4 t) {
  const TailExp q = tail_exp(-abs(t));
  return {q, t < F32x4::zero(), F32x4::splat(1.0f) + q.value};
}

}  // namespace playground
