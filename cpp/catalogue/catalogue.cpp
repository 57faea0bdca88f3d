#include "cpp/catalogue/catalogue.h"

#include "activation_list.h"  // generated: includes every header, defines PLAYGROUND_ACTIVATIONS

namespace playground {
namespace {

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

#define PLAYGROUND_ENTRY(Name) entry_of<Name>(),
constexpr CatalogueEntry entries[] = {PLAYGROUND_ACTIVATIONS(PLAYGROUND_ENTRY)};
#undef PLAYGROUND_ENTRY

}  // namespace

std::span<const CatalogueEntry> catalogue() { return entries; }

const CatalogueEntry* find_activation(std::string_view id) {
  for (const CatalogueEntry& entry : entries) {
    if (entry.id() == id) return &entry;
  }
  return nullptr;
}

std::string known_ids() {
  std::string ids;
  for (const CatalogueEntry& entry : entries) {
    if (!ids.empty()) ids += ", ";
    ids += entry.id();
  }
  return ids;
}

}  // namespace playground
