// What a name in an expression can mean.
#pragma once

#include <optional>
#include <string_view>

#include "cpp/expression/tree.h"

namespace playground {

struct BuiltIn {
  const char* name;
  Operation operation;
  size_t operands;
};

// Null where it is none.
const BuiltIn* find_built_in(std::string_view name);

// The catalogue's id for what has a shorter name as well; else the name itself.
std::string_view catalogue_id(std::string_view name);

// e and pi.
std::optional<double> find_constant(std::string_view name);

// A letter, or the name of a Greek one, with digits behind it or not.
bool names_parameter(std::string_view name);

// The known name that may have been meant; empty where none is near.
std::string_view nearest_name(std::string_view name);

}  // namespace playground
