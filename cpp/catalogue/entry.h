// The entry of one header: included by a source file of its own for each, so that a changed header compiles alone.
#pragma once

#include "cpp/catalogue/catalogue.h"

namespace playground::detail {

template <class A>
struct Kernels {
  static constexpr ElementWiseKernels value = kernels_of<A>();
};

template <class A>
struct KernelsOfRows {
  static constexpr RowKernels value = row_kernels_of<A>();
};

template <Described A>
constexpr CatalogueEntry entry_of() {
  static_assert(ElementWise<A> != OfRows<A>, "a header fulfils one of the concepts of catalogue/concepts.h");
  if constexpr (ElementWise<A>) {
    return {&A::description, A::parameters, &Kernels<A>::value, nullptr};
  } else {
    return {&A::description, A::parameters, nullptr, &KernelsOfRows<A>::value};
  }
}

}  // namespace playground::detail
