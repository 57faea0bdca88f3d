#include "cpp/expression/parser.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "cpp/expression/names.h"
#include "cpp/expression/scanner.h"
#include "cpp/math/decimal.h"

namespace playground {
namespace {

using Tree = std::unique_ptr<Node>;

class Parser {
 public:
  explicit Parser(std::string_view text) : length_(text.size()), scanner_(text) {}

  std::variant<Expression, ExpressionError> parse() {
    if (length_ > longest_expression) {
      fail(longest_expression, "the expression is longer than " + std::to_string(longest_expression) + " characters");
    } else {
      expression_.root = choice();
      while (!failed() && take(";")) start();
      if (!failed() && !scanner_.at_end()) fail_here("unexpected " + scanner_.next());
      if (!failed() && expression_.root->waiting() > most_waiting) fail(0, "nested too deeply");
    }
    if (error_) return *error_;
    return std::move(expression_);
  }

 private:
  bool failed() const { return error_.has_value(); }

  // The first error stays.
  Tree fail(size_t position, std::string message) {
    if (!error_) error_ = ExpressionError{std::move(message), position};
    return nullptr;
  }

  Tree fail_here(std::string message) { return fail(scanner_.place(), std::move(message)); }

  bool take(std::string_view token) { return scanner_.take(token); }
  bool take_minus() { return take("-") || take("\u2212"); }

  bool expect(std::string_view token, std::string_view why) {
    if (take(token)) return true;
    fail_here("expected \"" + std::string(token) + "\"" + std::string(why) + ", found " + scanner_.next());
    return false;
  }

  static Tree make(Operation operation, Tree first, Tree second = nullptr, Tree third = nullptr) {
    auto node = std::make_unique<Node>(Node{operation});
    for (Tree* operand : {&first, &second, &third}) {
      if (*operand) node->operands.push_back(std::move(*operand));
    }
    return node;
  }

  static Tree make_number(double number) { return std::make_unique<Node>(Node{Operation::number, number}); }

  Tree choice() {
    if (++depth_ > deepest_expression) return fail_here("nested too deeply");
    Tree condition = comparison();
    if (!failed() && take("?")) {
      Tree yes = choice();
      if (failed() || !expect(":", " between what holds and what holds not")) return nullptr;
      Tree no = choice();
      condition = make(Operation::choose, std::move(condition), std::move(yes), std::move(no));
    }
    --depth_;
    return condition;
  }

  Tree comparison() {
    Tree left = sum();
    if (failed()) return nullptr;
    // What begins like another one comes first.
    static constexpr std::pair<const char*, Operation> relations[] = {
        {"<=", Operation::at_most}, {">=", Operation::at_least}, {"==", Operation::equal},
        {"!=", Operation::differ},  {"<", Operation::less},      {">", Operation::greater},
    };
    for (const auto& [token, operation] : relations) {
      if (take(token)) return make(operation, std::move(left), sum());
    }
    return left;
  }

  Tree sum() {
    Tree left = product();
    while (!failed()) {
      if (take("+")) {
        left = make(Operation::add, std::move(left), product());
      } else if (take_minus()) {
        left = make(Operation::subtract, std::move(left), product());
      } else {
        return left;
      }
    }
    return nullptr;
  }

  Tree product() {
    Tree left = sign();
    while (!failed()) {
      if (take("*") || take("\u00d7") || take("\u00b7")) {
        left = make(Operation::multiply, std::move(left), sign());
      } else if (take("/")) {
        left = make(Operation::divide, std::move(left), sign());
      } else {
        return left;
      }
    }
    return nullptr;
  }

  Tree sign() {
    int minuses = 0;
    for (;;) {
      if (take_minus()) {
        ++minuses;
      } else if (!take("+")) {
        break;
      }
    }
    Tree operand = power();
    return minuses % 2 && operand ? make(Operation::negate, std::move(operand)) : std::move(operand);
  }

  Tree power() {
    Tree base = atom();
    if (failed() || !take("^")) return base;
    if (++depth_ > deepest_expression) return fail_here("nested too deeply");
    Tree exponent = sign();
    --depth_;
    return make(Operation::power, std::move(base), std::move(exponent));
  }

  Tree atom() {
    const size_t begin = scanner_.place();
    if (take("(")) {
      Tree inner = choice();
      if (!failed()) expect(")", "");
      return inner;
    }
    if (double number; scanner_.take_number(number)) {
      if (scanner_.touches_operand()) {
        return fail_here("expected an operator, found " + scanner_.next() + "; write 2 * x for 2x");
      }
      return make_number(number);
    }
    const std::string_view name = scanner_.take_name();
    if (name.empty()) {
      return failed() ? nullptr
                      : fail(begin, "expected a number, x, a parameter or a function, found " + scanner_.next());
    }
    if (take("(")) return call(name, begin);
    if (name == "x") return std::make_unique<Node>(Node{Operation::input});
    if (const auto constant = find_constant(name)) return make_number(*constant);
    if (names_parameter(name)) return parameter(name, begin);
    if (find_built_in(name) || find_activation(catalogue_id(name))) {
      return fail(begin, std::string(name) + " is a function: write what it is of in brackets behind it");
    }
    const std::string near = suggestion(name);
    return fail(begin,
                "unknown name \"" + std::string(name) + "\"" +
                    (near.empty() ? "; a parameter is a letter (a, b2) or a Greek letter's name (alpha)" : near));
  }

  std::vector<ExpressionParameter>::iterator find_parameter(std::string_view name) {
    std::vector<ExpressionParameter>& known = expression_.parameters;
    return std::find_if(known.begin(), known.end(), [&](const auto& parameter) { return parameter.name == name; });
  }

  Tree parameter(std::string_view name, size_t begin) {
    std::vector<ExpressionParameter>& known = expression_.parameters;
    const auto place = find_parameter(name);
    auto node = std::make_unique<Node>(Node{Operation::parameter});
    node->parameter = static_cast<int>(place - known.begin());
    if (place == known.end()) {
      if (known.size() == most_parameters) {
        return fail(begin, "more than " + std::to_string(most_parameters) + " parameters");
      }
      known.push_back({std::string(name)});
    }
    return node;
  }

  Tree call(std::string_view name, size_t begin) {
    std::vector<Tree> operands;
    std::vector<size_t> places;
    do {
      places.push_back(scanner_.place());
      operands.push_back(choice());
      if (failed()) return nullptr;
    } while (take(","));
    if (!expect(")", " after the arguments of " + std::string(name))) return nullptr;

    if (const BuiltIn* known = find_built_in(name)) {
      if (operands.size() != known->operands) return wrong_count(name, begin, known->operands, known->operands);
      auto node = std::make_unique<Node>(Node{known->operation});
      node->operands = std::move(operands);
      return node;
    }
    const CatalogueEntry* entry = find_activation(catalogue_id(name));
    if (!entry) return fail(begin, "unknown function \"" + std::string(name) + "\"" + suggestion(name));
    if (!entry->element_wise()) {
      return fail(begin, std::string(name) + " is a function of rows: an expression is one of a single number");
    }
    return catalogued(*entry, begin, std::move(operands), places);
  }

  // The first operand is the input, the others are the function's parameters.
  Tree catalogued(const CatalogueEntry& entry, size_t begin, std::vector<Tree> operands,
                  const std::vector<size_t>& places) {
    if (operands.size() > 1 + entry.parameters.size()) {
      return wrong_count(entry.id(), begin, 1, 1 + entry.parameters.size());
    }
    auto node = std::make_unique<Node>(Node{Operation::call});
    node->called = &entry;
    for (size_t k = 0; k < entry.parameters.size(); ++k) {
      const Parameter& known = entry.parameters[k];
      double value = known.noise == Noise::none ? known.initial : known.noise_mean();
      if (k + 1 < operands.size()) {
        const Node& given = *operands[k + 1];
        const bool negative = given.operation == Operation::negate;
        const Node& number = negative ? *given.operands[0] : given;
        value = negative ? -number.number : number.number;
        const bool fits = value >= known.minimum && value <= known.maximum &&
                          (!known.integer || value == static_cast<double>(static_cast<long long>(value)));
        if (number.operation != Operation::number || !fits) {
          return fail(places[k + 1], std::string(known.name) + " of " + std::string(entry.id()) + " must be a " +
                                         (known.integer ? "whole " : "") + "number from " + decimal(known.minimum) +
                                         " to " + decimal(known.maximum));
        }
      }
      node->arguments.push_back(static_cast<float>(value));
    }
    node->operands.push_back(std::move(operands[0]));
    return node;
  }

  Tree wrong_count(std::string_view name, size_t begin, size_t least, size_t most) {
    return fail(begin, std::string(name) + " takes " + std::to_string(least) +
                           (least == most ? "" : " to " + std::to_string(most)) +
                           (most == 1 ? " argument" : " arguments"));
  }

  // a = 0.5
  void start() {
    const size_t begin = scanner_.place();
    const std::string_view name = scanner_.take_name();
    const auto place = find_parameter(name);
    if (place == expression_.parameters.end()) {
      fail(begin, name.empty() ? "expected a parameter, as in a = 0.5, found " + scanner_.next()
                               : "\"" + std::string(name) + "\" is no parameter of the expression");
      return;
    }
    if (!expect("=", " and the value that the parameter starts from")) return;
    const bool negative = take_minus();
    double value = 0.0;
    if (!scanner_.take_number(value)) {
      fail_here("expected a number, found " + scanner_.next());
      return;
    }
    place->initial = negative ? -value : value;
  }

  size_t length_;
  Scanner scanner_;
  int depth_ = 0;
  Expression expression_;
  std::optional<ExpressionError> error_;
};

}  // namespace

std::variant<Expression, ExpressionError> parse_expression(std::string_view text) { return Parser(text).parse(); }

}  // namespace playground
