#include "activation_list.h"
#include "cpp/catalogue/catalogue.h"

namespace playground {
namespace {

template <Described A>
const Oracle* oracle_of() {
  if constexpr (ElementWise<A>) {
    static constexpr Oracle oracle = [] {
      Oracle found{A::reference, A::reference_slope, nullptr};
      if constexpr (Learnable<A>) found.parameter_slope = A::reference_parameter_slope;
      return found;
    }();
    return &oracle;
  }
  return nullptr;
}

}  // namespace

const Oracle* CatalogueEntry::oracle() const {
#define PLAYGROUND_ORACLE(Name) \
  if (description == &Name::description) return oracle_of<Name>();
  PLAYGROUND_ACTIVATIONS(PLAYGROUND_ORACLE)
#undef PLAYGROUND_ORACLE
  return nullptr;
}

}  // namespace playground
