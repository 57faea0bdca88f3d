#include "activation_list.h"
#include "cpp/catalogue/catalogue.h"

namespace playground {

// Each in a source file generated for its header.
#define PLAYGROUND_ORACLE(id)     \
  const Oracle* oracle_of_##id(); \
  const RowOracle* row_oracle_of_##id();
PLAYGROUND_ACTIVATIONS(PLAYGROUND_ORACLE)
#undef PLAYGROUND_ORACLE

const Oracle* CatalogueEntry::oracle() const {
#define PLAYGROUND_ORACLE(known) \
  if (id() == #known) return oracle_of_##known();
  PLAYGROUND_ACTIVATIONS(PLAYGROUND_ORACLE)
#undef PLAYGROUND_ORACLE
  return nullptr;
}

const Oracle* oracle_at(size_t place) {
#define PLAYGROUND_ORACLE(id) oracle_of_##id,
  static constexpr const Oracle* (*oracles[])() = {PLAYGROUND_ACTIVATIONS(PLAYGROUND_ORACLE)};
#undef PLAYGROUND_ORACLE
  return oracles[place]();
}

const RowOracle* CatalogueEntry::row_oracle() const {
#define PLAYGROUND_ORACLE(known) \
  if (id() == #known) return row_oracle_of_##known();
  PLAYGROUND_ACTIVATIONS(PLAYGROUND_ORACLE)
#undef PLAYGROUND_ORACLE
  return nullptr;
}

}  // namespace playground
