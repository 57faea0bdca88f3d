// Unevaluated sums of two float32: twice the digits where one rounding would cost too much, as in e^(a x).
//
// The product follows Dekker (1971); the halves are cut off by a mask, not by Veltkamp's multiplication, so that large
// factors do not overflow.
#pragma once

#include "cpp/simd/f32x4.h"

namespace playground {

// upper + lower, with |lower| no more than half a unit in the last place of upper.
struct Pair {
  F32x4 upper;
  F32x4 lower;
};

// a + b exactly (Knuth's two-sum).
inline Pair exact_sum(F32x4 a, F32x4 b) {
  const F32x4 sum = a + b;
  const F32x4 b_part = sum - a;
  return {sum, (a - (sum - b_part)) + (b - b_part)};
}

// a + b exactly, where |a| >= |b| or a = 0 (Dekker's fast two-sum).
inline Pair exact_sum_of_ordered(F32x4 a, F32x4 b) {
  const F32x4 sum = a + b;
  return {sum, b - (sum - a)};
}

// a b exactly, as long as a b 2^-24 is normal and nothing overflows. Twelve bits of each factor on either side: the
// four partial products are exact. What belongs to a factor alone is computed once where the factor stays the same.
inline Pair exact_product(F32x4 a, F32x4 b) {
  const I32x4 upper_half = I32x4::splat(~0xfff);
  const F32x4 a_upper = from_bits(bits(a) & upper_half);
  const F32x4 b_upper = from_bits(bits(b) & upper_half);
  const F32x4 a_lower = a - a_upper;
  const F32x4 b_lower = b - b_upper;
  const F32x4 product = a * b;
  const F32x4 rest = ((a_upper * b_upper - product) + a_upper * b_lower) + a_lower * b_upper;
  return {product, rest + a_lower * b_lower};
}

// a / b to twice the digits, where a and b 2^-24 are normal.
inline Pair quotient(F32x4 a, F32x4 b) {
  const F32x4 upper = a / b;
  const Pair product = exact_product(upper, b);
  return {upper, ((a - product.upper) - product.lower) * (F32x4::splat(1.0f) / b)};
}

// 1 / a to 12 %, for normal a > 0: minus the exponent, and the fraction with it. Enough for what a sum has lost.
inline F32x4 rough_reciprocal(F32x4 a) { return from_bits(I32x4::splat(0x7ef311c7) - bits(a)); }

}  // namespace playground
