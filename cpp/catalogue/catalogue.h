// Every activation of cpp/activations, by id. The list is generated at build time from the folder's file names.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "cpp/catalogue/row_kernel.h"

namespace playground {

// The function in double precision, for what judges the kernels (concepts.h).
struct Oracle {
  double (*value)(double x, const double* parameters);
  double (*slope)(double x, const double* parameters);
  double (*parameter_slope)(double x, const double* parameters, size_t k);  // null where no parameter is learned
  const Bound* bound;
  // The value of n inputs, rounded: the loop that one writes without vectors.
  void (*values)(const float* x, const double* parameters, float* values, size_t n);
};

// Likewise of a function of rows: one row of n numbers x (noise added) becomes y and the Jacobian [outputs][n].
struct RowOracle {
  void (*value)(std::span<const double> x, const double* parameters, double* y);
  void (*jacobian)(std::span<const double> x, const double* parameters, double* jacobian);
};

struct CatalogueEntry {
  const Description* description;
  std::span<const Parameter> parameters;
  const ElementWiseKernels* kernels;  // null for functions of rows
  const RowKernels* rows;             // null for element-wise functions

  std::string_view id() const { return description->id; }
  bool element_wise() const { return kernels != nullptr; }
  // Null likewise. In a file of their own: what does not call them does not carry the C library's functions.
  const Oracle* oracle() const;
  const RowOracle* row_oracle() const;
};

// In alphabetical order of id.
std::span<const CatalogueEntry> catalogue();

// That of the entry at this place of the catalogue; where only oracles are asked for, kernels are not linked.
const Oracle* oracle_at(size_t place);

// Null where no activation has this id.
const CatalogueEntry* find_activation(std::string_view id);

// "binary_step, elu, gelu, ...": for messages that name what is valid.
std::string known_ids();

}  // namespace playground
