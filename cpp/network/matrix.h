// Blocked matrix products of a dense layer, forward and backward.
//
// All activations are feature-major: row = feature, columns = the samples of a batch, padded to whole vectors. In
// that layout the three products of a layer need no transposition, and element-wise functions and losses run over
// contiguous memory. Weights are [units][inputs], rows padded to whole vectors; padding stays zero.
#pragma once

#include <cstddef>

namespace playground {

constexpr int padded(int n) { return (n + 3) & ~3; }

// rows x columns float32; row r starts at data + r * stride. Storage has padded(rows) rows, the extra ones zero.
struct Matrix {
  float* data = nullptr;
  int rows = 0;
  int stride = 0;  // columns, padded to a multiple of 4

  float* row(int r) const { return data + static_cast<size_t>(r) * static_cast<size_t>(stride); }
  size_t size() const { return static_cast<size_t>(rows) * static_cast<size_t>(stride); }
};

// z = w a + bias: w [units][inputs], a [inputs][batch], z [units][batch]. bias may be null.
void multiply(const Matrix& w, const Matrix& a, const float* bias, const Matrix& z);

// da = w^T dz, times factors element by element unless they are null: w [units][inputs], dz [units][batch], da and
// factors [inputs][batch].
void multiply_transposed(const Matrix& w, const Matrix& dz, const float* factors, const Matrix& da);

// target[c][r] = m[r][c], padding included: target has m.stride rows of `stride` = padded(m.rows) floats.
void transpose(const Matrix& m, float* target, int stride);

// dw = dz a^T over the first `samples` columns: dz [units][batch], a [inputs][batch], dw [units][inputs]. Overwrites
// dw. turned: room for the transpose of a.
void outer_product(const Matrix& dz, const Matrix& a, int samples, float* turned, const Matrix& dw);

// sums[r] = sum of row r; sums has room for padded(rows), the extra ones become zero.
void row_sums(const Matrix& m, float* sums);

// Sum of squares of all entries.
double sum_of_squares(const Matrix& m);

}  // namespace playground
