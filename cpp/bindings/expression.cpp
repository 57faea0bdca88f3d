// define() of the public contract: functions that users write.
#include <emscripten/bind.h>

#include <algorithm>
#include <vector>

#include "cpp/bindings/catalogue.h"
#include "cpp/bindings/transfer.h"
#include "cpp/expression/own_function.h"

namespace playground {
namespace {

std::vector<const CatalogueEntry*>& own() {
  static std::vector<const CatalogueEntry*> entries;
  return entries;
}

// Input text: the expression. Leaves what the catalogue says of a function and gives its number; -1, with
// {message, position, reason, details} left behind, where it is none.
int define_function() {
  const auto defined = define_own(transfer.input_text);
  JsonWriter json(transfer.output_text);
  if (const auto* error = std::get_if<ExpressionError>(&defined)) {
    json.open('{').key("message").text(error->message).key("position");
    json.number(static_cast<double>(error->position)).key("reason").text(error->reason).key("details").open('[');
    for (const std::string& detail : error->details) json.text(detail);
    json.close(']').close('}');
    return -1;
  }
  const CatalogueEntry* entry = std::get<const CatalogueEntry*>(defined);
  write(json, *entry);
  auto place = std::find(own().begin(), own().end(), entry);
  if (place == own().end()) place = own().insert(place, entry);
  return static_cast<int>(catalogue().size()) + static_cast<int>(place - own().begin());
}

}  // namespace

const CatalogueEntry& entry_at(int index) {
  const auto place = static_cast<size_t>(index);
  const auto all = catalogue();
  return place < all.size() ? all[place] : *own()[place - all.size()];
}

EMSCRIPTEN_BINDINGS(expression) { emscripten::function("define", &define_function); }

}  // namespace playground
