// A user's own function as a tree of operations: what the parser makes, and what tape and formula are made from.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cpp/catalogue/catalogue.h"

namespace playground {

enum class Operation : uint8_t {
  number,
  input,      // x
  parameter,  // learned, one number for the function
  negate,
  add,
  subtract,
  multiply,
  divide,
  power,
  less,
  at_most,
  greater,
  at_least,
  equal,
  differ,
  minimum,
  maximum,
  choose,  // operands: condition, where it holds, where not
  exp,
  expm1,
  log,
  log1p,
  sqrt,
  sin,
  cos,
  call,  // a function of the catalogue, with fixed parameters
};

struct Node {
  Operation operation;
  double number = 0.0;                     // of number
  int parameter = 0;                       // of parameter: its place in Expression::parameters
  const CatalogueEntry* called = nullptr;  // of call, with its parameters' values
  std::vector<float> arguments{};
  std::vector<std::unique_ptr<Node>> operands{};

  // Results that wait at once while it is evaluated, operand by operand, its own included.
  size_t waiting() const;
};

struct ExpressionParameter {
  std::string name;
  double initial = 1.0;
};

struct Expression {
  std::unique_ptr<Node> root;
  std::vector<ExpressionParameter> parameters;  // in the order in which they are first named
};

// As LaTeX: the function, and a parameter's name (a2 is a with an index, longer names are Greek letters).
std::string formula_of(const Expression& expression);
std::string symbol_of(std::string_view parameter);

}  // namespace playground
