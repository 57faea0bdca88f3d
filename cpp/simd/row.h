// Four rows side by side, one a lane: feature i of all four is one vector, and the features follow each other at a
// stride. A network's feature-major matrices are read like this where they lie.
#pragma once

#include <cstddef>

#include "cpp/simd/f32x4.h"

namespace playground {

struct Row {
  const float* data;
  size_t stride;  // floats from one feature to the next
  size_t size;    // features

  F32x4 operator[](size_t i) const { return F32x4::load(data + i * stride); }
};

struct RowTarget {
  float* data;
  size_t stride;

  void set(size_t i, F32x4 value) const { value.store(data + i * stride); }
};

// The largest entry; NaN where any is.
inline F32x4 row_maximum(Row x) {
  F32x4 largest = x[0];
  for (size_t i = 1; i < x.size; ++i) largest = select(is_nan(x[i]), x[i], maximum(largest, x[i]));
  return largest;
}

}  // namespace playground
