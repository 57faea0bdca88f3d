// What softmax and its kin share: e^(z_i - max z), the sum of these, and the product with the Jacobian.
//
// In float64, because z_i - max z is exact there but for the last bits and because a sum over a row then needs no
// compensation: 4,096 terms lose less than 2^-40. The order of the sums is that of the features. Every term is relative
// to the row's largest entry, so that nothing overflows; a row with NaN or +inf, or of -inf alone, is NaN.
#pragma once

#include "cpp/math/log1p.h"
#include "cpp/math/wide_exp.h"
#include "cpp/simd/row.h"

namespace playground {

struct SoftmaxSums {
  F64x4 largest;  // max z
  F64x4 top;      // sum of e^(z_i - max z) over the entries equal to the largest: how many they are
  F64x4 below;    // over the others; kept apart, for log(1 + below) where below is far beneath 1

  F64x4 total() const { return top + below; }
  // log(total): the sum of the logs' exponentials is below + top, of which the first largest entry is 1.
  F32x4 log_total() const { return log1p(narrow(below + (top - F64x4::splat(1.0)))); }
};

// e^difference for difference <= 0; e^-700 and below are nothing in float32.
inline F64x4 exp_of_difference(F64x4 difference) { return wide_exp(maximum(difference, F64x4::splat(-700.0))).exp; }

// logit(i): z_i of four rows.
template <class Logit>
SoftmaxSums softmax_sums(size_t size, Logit&& logit) {
  const F64x4 zero = F64x4::splat(0.0);
  SoftmaxSums sums{logit(0), zero, zero};
  for (size_t i = 1; i < size; ++i) sums.largest = maximum(sums.largest, logit(i));
  for (size_t i = 0; i < size; ++i) {
    const F64x4 difference = logit(i) - sums.largest;
    const F64x4 e = exp_of_difference(difference);
    const F64x4 lower = keep_where_greater(zero, difference, e);
    sums.below += lower;
    sums.top += e - lower;  // NaN goes here
  }
  return sums;
}

// y_i = e^z_i / sum_j e^z_j: one exponential per entry, the sum in the pass that makes it.
template <class Logit>
void softmax(size_t size, Logit&& logit, RowTarget y) {
  F64x4 largest = logit(0);
  for (size_t i = 1; i < size; ++i) largest = maximum(largest, logit(i));
  F64x4 total = F64x4::splat(0.0);
  for (size_t i = 0; i < size; ++i) {
    const F64x4 e = exp_of_difference(logit(i) - largest);
    total += e;
    y.set(i, narrow(e));
  }
  const Row found{y.data, y.stride, size};
  for (size_t i = 0; i < size; ++i) y.set(i, narrow(widen(found[i]) / total));
}

// v at a largest entry of y.
inline F32x4 at_largest(Row y, Row v) {
  F32x4 best = y[0];
  F32x4 found = v[0];
  for (size_t i = 1; i < y.size; ++i) {
    const Mask32x4 taken = best < y[i];
    best = select(taken, y[i], best);
    found = select(taken, v[i], found);
  }
  return found;
}

// The product of the Jacobian diag(y) - y y^T, which is symmetric, with v, times a factor. Since the y_j sum to 1, v
// may be taken relative to its entry at the largest y; then y_i (v_i - sum_j y_j v_j) keeps its digits where one y is
// all but 1.
inline void softmax_product(Row y, Row v, F64x4 factor, RowTarget result) {
  const F64x4 origin = widen(at_largest(y, v));
  F64x4 sum = F64x4::splat(0.0);
  for (size_t i = 0; i < y.size; ++i) sum += widen(y[i]) * (widen(v[i]) - origin);
  for (size_t i = 0; i < y.size; ++i) {
    result.set(i, narrow(factor * widen(y[i]) * ((widen(v[i]) - origin) - sum)));
  }
}

}  // namespace playground
