// The kernels of functions of rows against their oracles: values, and both products with the Jacobian.
#pragma once

#include <span>
#include <vector>

#include "cpp/analysis/ulp.h"
#include "cpp/catalogue/catalogue.h"
#include "cpp/math/random.h"

namespace playground {

// Row-major. Empty arrays: not given.
struct Rows {
  size_t columns = 0;
  std::vector<float> x, noise, cotangent, tangent;

  size_t rows() const { return x.size() / columns; }
};

struct RowsOutput {
  std::vector<float> value, vector_jacobian, jacobian_vector;
};

// What the oracle answers, number by number, and up to what an error counts as met (Bound). scale, of products: the
// magnitudes of what is summed, together.
struct Exact {
  std::vector<double> numbers, scale, floor;
};
struct ExactRow {
  Exact value, vector_jacobian, jacobian_vector;
};

// A function of rows at given parameters, one float each.
struct RowFunctionAt {
  const CatalogueEntry& entry;
  std::span<const float> parameters;

  RowsOutput evaluate(const Rows& rows) const;
  ExactRow exact(const Rows& rows, size_t r) const;

  // Normal numbers of this spread; half of the rows with ties, a tenth of the entries far out. groups: how many times
  // the least number of columns.
  Rows random_rows(Random& random, size_t groups, size_t rows, double spread) const;
};

// `at` is the exact value, or product, whose error is the worst. Errors up to the floor are no steps; ulp: in units of
// the last place of the value, or of a product's scale.
struct RowErrors {
  Worst values, products;

  void add(const RowFunctionAt& function, const Rows& rows);
  void add(const RowErrors& other);
};

}  // namespace playground
