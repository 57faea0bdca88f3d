#include "cpp/catalogue/catalogue.h"

#include "activation_list.h"  // generated: PLAYGROUND_ACTIVATIONS(X) is X(elu) X(gelu) ...

namespace playground {

// Each in a source file generated for its header.
#define PLAYGROUND_ENTRY(id) CatalogueEntry entry_of_##id();
PLAYGROUND_ACTIVATIONS(PLAYGROUND_ENTRY)
#undef PLAYGROUND_ENTRY

std::span<const CatalogueEntry> catalogue() {
#define PLAYGROUND_ENTRY(id) entry_of_##id(),
  static const CatalogueEntry entries[] = {PLAYGROUND_ACTIVATIONS(PLAYGROUND_ENTRY)};
#undef PLAYGROUND_ENTRY
  return entries;
}

const CatalogueEntry* find_activation(std::string_view id) {
  for (const CatalogueEntry& entry : catalogue()) {
    if (entry.id() == id) return &entry;
  }
  return nullptr;
}

std::string known_ids() {
  std::string ids;
  for (const CatalogueEntry& entry : catalogue()) {
    if (!ids.empty()) ids += ", ";
    ids += entry.id();
  }
  return ids;
}

}  // namespace playground
