// A function of rows over row-major arrays: value, and its products with the Jacobian. For what is asked from outside;
// a network's layers call the kernels where their signals lie.
#pragma once

#include "cpp/catalogue/catalogue.h"
#include "cpp/math/random.h"

namespace playground {

struct RowsRequest {
  const RowKernels* kernels;
  const float* parameters;  // one per parameter of the function
  const float* x;           // rows x columns; columns fit the function: a multiple of its group
  size_t rows;
  size_t columns;
  const float* noise = nullptr;      // as x; null: none
  const float* cotangent = nullptr;  // as the value
  const float* tangent = nullptr;    // as x

  size_t outputs() const { return kernels->outputs(parameters, columns); }
};

struct RowsResult {
  float* value;                      // rows x outputs
  float* vector_jacobian = nullptr;  // rows x columns, where there is a cotangent
  float* jacobian_vector = nullptr;  // rows x outputs, where there is a tangent
};

void evaluate_rows(const RowsRequest& request, const RowsResult& result);

// Noise as training draws it: n numbers of Gumbel(0, 1).
void draw_gumbel(Random& random, float* noise, size_t n);

// Affine pieces of Maxout: z = W x + b for every row, W [pieces][columns] and b [pieces] (null: zero), and the products
// with W. Sums in float64, in the order of the columns.
struct AffineRows {
  const float* weights;
  const float* bias;
  size_t columns;
  size_t pieces;

  void apply(const float* x, size_t rows, bool with_bias, float* z) const;
  void apply_transposed(const float* z, size_t rows, float* x) const;
};

}  // namespace playground
