// Every activation of cpp/activations, by id. The list is generated at build time from the folder's file names.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "cpp/catalogue/kernel.h"

namespace playground {

// The function in double precision, for tests and tools only (concepts.h).
struct Oracle {
  double (*value)(double x, const double* parameters);
  double (*slope)(double x, const double* parameters);
  double (*parameter_slope)(double x, const double* parameters, size_t k);  // null where no parameter is learned
};

struct CatalogueEntry {
  const Description* description;
  std::span<const Parameter> parameters;
  const ElementWiseKernels* kernels;  // null for kinds that are not element-wise

  std::string_view id() const { return description->id; }
  bool element_wise() const { return kernels != nullptr; }
  // Null likewise. In a file of its own: what does not call it does not carry the C library's functions.
  const Oracle* oracle() const;
};

// In alphabetical order of id.
std::span<const CatalogueEntry> catalogue();

// Null where no activation has this id.
const CatalogueEntry* find_activation(std::string_view id);

// "binary_step, elu, gelu, ...": for messages that name what is valid.
std::string known_ids();

}  // namespace playground
