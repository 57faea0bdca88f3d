// Functions that users write. Their id is what they wrote behind an equals sign, so that a network's spec that names
// one says all of it: whoever reads the spec, in another worker or from a file, has the function.
#pragma once

#include <string_view>
#include <variant>

#include "cpp/catalogue/catalogue.h"
#include "cpp/expression/parser.h"

namespace playground {

// What such ids begin with.
inline constexpr char own_mark = '=';

// The function of the text, with or without the mark; the same entry for the same text (spaces aside), for as long as
// the program runs.
std::variant<const CatalogueEntry*, ExpressionError> define_own(std::string_view text);

}  // namespace playground
