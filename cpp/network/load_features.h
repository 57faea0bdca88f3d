// Rows of data as the columns of a matrix.
#pragma once

#include "cpp/network/matrix.h"
#include "cpp/simd/f32x4.h"

namespace playground {

// input.row(i)[b] = sample(b)[i] for b in 0 ... samples - 1; sample(b) points to input.rows floats.
template <class Sample>
void load_features(Sample&& sample, int samples, const Matrix& input) {
  // Four features of four samples at a time, by vectors; where fewer are left, one by one.
  for (int b = 0; b < samples; b += lanes) {
    const int columns = samples - b < lanes ? samples - b : lanes;
    const float* source[lanes];
    for (int k = 0; k < columns; ++k) source[k] = sample(b + k);
    int i = 0;
    for (; columns == lanes && i + lanes <= input.rows; i += lanes) {
      F32x4 block[lanes];
      for (int k = 0; k < lanes; ++k) block[k] = F32x4::load(source[k] + i);
      transpose(block);
      for (int k = 0; k < lanes; ++k) block[k].store(input.row(i + k) + b);
    }
    for (; i < input.rows; ++i) {
      for (int k = 0; k < columns; ++k) input.row(i)[b + k] = source[k][i];
    }
  }
}

}  // namespace playground
