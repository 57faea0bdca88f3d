#include "cpp/expression/tree.h"

#include <algorithm>

#include "cpp/math/decimal.h"

namespace playground {
namespace {

// How tightly an operation binds, in the order of the grammar (parser.h).
enum Strength { choice, comparison, sum, product, sign, raised, atom };

Strength strength_of(const Node& node) {
  switch (node.operation) {
    case Operation::choose:
      return choice;
    case Operation::less:
    case Operation::at_most:
    case Operation::greater:
    case Operation::at_least:
    case Operation::equal:
    case Operation::differ:
      return comparison;
    case Operation::add:
    case Operation::subtract:
      return sum;
    case Operation::multiply:
      return product;
    case Operation::negate:
      return sign;
    case Operation::power:
      return raised;
    default:
      return node.operation == Operation::number && node.number < 0 ? sign : atom;
  }
}

class Latex {
 public:
  explicit Latex(const Expression& expression) : expression_(expression) {}

  std::string of(const Node& node) const {
    const auto operand = [&](size_t k) -> const Node& { return *node.operands[k]; };
    const auto binary = [&](const char* between, Strength left, Strength right) {
      return inside(operand(0), left) + between + inside(operand(1), right);
    };
    switch (node.operation) {
      case Operation::number:
        return decimal(node.number);
      case Operation::input:
        return "x";
      case Operation::parameter:
        return symbol_of(expression_.parameters[static_cast<size_t>(node.parameter)].name);
      case Operation::negate:
        return "-" + inside(operand(0), sign);
      case Operation::add:
        return binary("+", sum, sum);
      case Operation::subtract:
        return binary("-", sum, product);
      case Operation::multiply:
        return binary("\\,", product, raised);
      case Operation::divide:
        return "\\frac{" + of(operand(0)) + "}{" + of(operand(1)) + "}";
      case Operation::power:
        return inside(operand(0), atom) + "^{" + of(operand(1)) + "}";
      case Operation::less:
        return binary("<", sum, sum);
      case Operation::at_most:
        return binary("\\le ", sum, sum);
      case Operation::greater:
        return binary(">", sum, sum);
      case Operation::at_least:
        return binary("\\ge ", sum, sum);
      case Operation::equal:
        return binary("=", sum, sum);
      case Operation::differ:
        return binary("\\ne ", sum, sum);
      case Operation::choose:
        return "\\begin{cases}" + of(operand(1)) + ",&" + of(operand(0)) + "\\\\" + of(operand(2)) +
               ",&\\text{else}\\end{cases}";
      case Operation::exp:
        return "e^{" + of(operand(0)) + "}";
      case Operation::expm1:
        return "e^{" + of(operand(0)) + "}-1";
      case Operation::sqrt:
        return "\\sqrt{" + of(operand(0)) + "}";
      case Operation::minimum:
        return call("\\min", node);
      case Operation::maximum:
        return call("\\max", node);
      case Operation::log:
        return call("\\ln", node);
      case Operation::log1p:
        return "\\ln\\left(1+" + inside(operand(0), sum) + "\\right)";
      case Operation::sin:
        return call("\\sin", node);
      case Operation::cos:
        return call("\\cos", node);
      case Operation::call:
        return call("\\operatorname{" + escaped(node.called->id()) + "}", node);
    }
    return "";
  }

 private:
  std::string inside(const Node& node, Strength least) const {
    // What opens with a sign or is a sum although it is printed without one.
    const bool loose = strength_of(node) < least || (node.operation == Operation::expm1 && least > sum);
    return loose ? "\\left(" + of(node) + "\\right)" : of(node);
  }

  std::string call(const std::string& function, const Node& node) const {
    std::string text = function + "\\left(";
    for (size_t k = 0; k < node.operands.size(); ++k) text += (k ? "," : "") + of(*node.operands[k]);
    // Up to the last that is not the default.
    size_t told = node.arguments.size();
    while (told > 0 && node.arguments[told - 1] == node.called->parameters[told - 1].initial) --told;
    for (size_t k = 0; k < told; ++k) text += "," + decimal(node.arguments[k]);
    return text + "\\right)";
  }

  static std::string escaped(std::string_view id) {
    std::string text;
    for (char c : id) text += c == '_' ? std::string("\\_") : std::string(1, c);
    return text;
  }

  const Expression& expression_;
};

}  // namespace

size_t Node::waiting() const {
  size_t most = 1;
  for (size_t k = 0; k < operands.size(); ++k) most = std::max(most, k + operands[k]->waiting());
  return most;
}

std::string symbol_of(std::string_view parameter) {
  const size_t letters = std::min(parameter.find_first_of("0123456789"), parameter.size());
  std::string symbol = letters > 1 ? "\\" : "";
  symbol += parameter.substr(0, letters);
  if (letters < parameter.size()) symbol += "_{" + std::string(parameter.substr(letters)) + "}";
  return symbol;
}

std::string formula_of(const Expression& expression) { return Latex(expression).of(*expression.root); }

}  // namespace playground
