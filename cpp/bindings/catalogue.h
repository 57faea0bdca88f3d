// The functions that JavaScript knows by number, for all files that bind them: those of the catalogue, then those that
// were defined since.
#pragma once

#include "cpp/bindings/json_writer.h"
#include "cpp/catalogue/catalogue.h"

namespace playground {

// In a module without definitions the catalogue's alone.
const CatalogueEntry& entry_at(int index);

void write(JsonWriter& json, const CatalogueEntry& entry);

}  // namespace playground
