// Reads a function as one writes it: `x * tanh(softplus(a * x)); a = 0.5`.
//
//   function   = choice { ";" name "=" number }              what a parameter starts from, else 1
//   choice     = comparison [ "?" choice ":" choice ]        x > 0 ? x : a * expm1(x)
//   comparison = sum [ ("<" | "<=" | ">" | ">=" | "==" | "!=") sum ]    1 where it holds, else 0
//   sum        = product { ("+" | "-") product }
//   product    = sign { ("*" | "/") sign }
//   sign       = ("-" | "+") sign | power
//   power      = atom [ "^" sign ]                           from the right: -x^2 is -(x^2)
//   atom       = number | "x" | "e" | "pi" | parameter | function "(" choice { "," choice } ")" | "(" choice ")"
//
// A parameter is a letter, with digits or not, or the name of a Greek letter: longer names are typing errors more often
// than parameters. Functions are those of tree.h and every element-wise one of the catalogue by its id, whose
// parameters may follow as numbers: elu(x, 0.5). It refuses what it does not know with its place and the nearest name.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "cpp/expression/tree.h"

namespace playground {

struct ExpressionError {
  std::string message;
  size_t position = 0;               // in bytes
  std::string_view reason;           // of mistakes.h
  std::vector<std::string> details;  // what stands in its sentence
};

// Longer texts, deeper nests and more results that wait for others at once than these are refused: reading and
// evaluation keep them on the machine's stack.
inline constexpr size_t longest_expression = 1000;
inline constexpr int deepest_expression = 40;
inline constexpr size_t most_waiting = 64;

std::variant<Expression, ExpressionError> parse_expression(std::string_view text);

}  // namespace playground
