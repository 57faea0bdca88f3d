// Rational functions P(x) / Q(x) of degrees 5 and 4 in float64, with their slope and with what learning their
// coefficients takes. float32 would lose the numbers near the zeros of P, and x^5 from |x| = 5e7 on.
#pragma once

#include <array>

#include "cpp/math/finite.h"

namespace playground {

// sgn(a) value, with sgn(0) = 0.
inline F64x4 times_sign(F64x4 value, F64x4 a) {
  const F64x4 zero = F64x4::zero();
  return keep_where_greater(a, zero, value) - keep_where_greater(zero, a, value);
}

struct WideDual {
  F64x4 value;
  F64x4 slope;
};

// coefficients[0] + coefficients[1] x + ..., and its derivative.
template <size_t count>
WideDual polynomial_and_slope(const std::array<F64x4, count>& coefficients, F64x4 x) {
  const F64x4 highest = coefficients[count - 1];
  WideDual p{highest * x + coefficients[count - 2], highest};
  for (size_t j = count - 2; j-- > 0;) p = {p.value * x + coefficients[j], p.slope * x + p.value};
  return p;
}

// P / Q and (P' - (P / Q) Q') / Q: Q^2 would overflow before the quotient does. One division serves both.
inline WideDual quotient(const WideDual& p, const WideDual& q) {
  const F64x4 inverse = F64x4::splat(1.0) / q.value;
  const F64x4 value = p.value * inverse;
  return {value, (p.slope - value * q.slope) * inverse};
}

}  // namespace playground
