#include "cpp/expression/parser.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "cpp/expression/mistakes.h"
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
      fail(longest_expression, mistake::too_long, {std::to_string(longest_expression)});
    } else {
      expression_.root = choice();
      while (!failed() && take(";")) start();
      if (!failed() && !scanner_.at_end()) fail_at_next(mistake::unexpected);
      if (!failed() && expression_.root->waiting() > most_waiting) fail(0, mistake::too_deep);
    }
    if (error_) return *error_;
    return std::move(expression_);
  }

 private:
  bool failed() const { return error_.has_value(); }

  // The first error stays.
  Tree fail(size_t position, const Mistake& mistake, std::vector<std::string> details = {}) {
    if (!error_) error_ = ExpressionError{sentence_of(mistake, details), position, mistake.reason, std::move(details)};
    return nullptr;
  }

  // What stands next is the first detail.
  Tree fail_at_next(const Mistake& mistake) { return fail(scanner_.place(), mistake, {scanner_.next()}); }

  bool take(std::string_view token) { return scanner_.take(token); }
  bool take_minus() { return take("-") || take("\u2212"); }

  static std::string quoted(std::string_view name) { return "\"" + std::string(name) + "\""; }

  Tree fail_unknown(size_t begin, std::string_view name, const Mistake& far, const Mistake& near) {
    const std::string_view known = nearest_name(name);
    if (known.empty()) return fail(begin, far, {quoted(name)});
    return fail(begin, near, {quoted(name), std::string(known)});
  }

  bool expect(std::string_view token, const Mistake& mistake) {
    if (take(token)) return true;
    fail_at_next(mistake);
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
    if (++depth_ > deepest_expression) return fail(scanner_.place(), mistake::too_deep);
    Tree condition = comparison();
    if (!failed() && take("?")) {
      Tree yes = choice();
      if (failed() || !expect(":", mistake::no_colon)) return nullptr;
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
    if (++depth_ > deepest_expression) return fail(scanner_.place(), mistake::too_deep);
    Tree exponent = sign();
    --depth_;
    return make(Operation::power, std::move(base), std::move(exponent));
  }

  Tree atom() {
    const size_t begin = scanner_.place();
    if (take("(")) {
      Tree inner = choice();
      if (!failed()) expect(")", mistake::no_bracket);
      return inner;
    }
    if (double number; scanner_.take_number(number)) {
      if (scanner_.touches_operand()) return fail_at_next(mistake::no_operator);
      return make_number(number);
    }
    const std::string_view name = scanner_.take_name();
    if (name.empty()) {
      return failed() ? nullptr : fail(begin, mistake::no_operand, {scanner_.next()});
    }
    if (take("(")) return call(name, begin);
    if (name == "x") return std::make_unique<Node>(Node{Operation::input});
    if (const auto constant = find_constant(name)) return make_number(*constant);
    if (names_parameter(name)) return parameter(name, begin);
    if (find_built_in(name) || find_activation(catalogue_id(name))) {
      return fail(begin, mistake::no_arguments, {std::string(name)});
    }
    return fail_unknown(begin, name, mistake::unknown_name, mistake::name_near);
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
        return fail(begin, mistake::too_many_parameters, {std::to_string(most_parameters)});
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
    if (!take(")")) return fail(scanner_.place(), mistake::no_call_bracket, {scanner_.next(), std::string(name)});

    if (const BuiltIn* known = find_built_in(name)) {
      if (operands.size() != known->operands) return wrong_count(name, begin, known->operands, known->operands);
      auto node = std::make_unique<Node>(Node{known->operation});
      node->operands = std::move(operands);
      return node;
    }
    const CatalogueEntry* entry = find_activation(catalogue_id(name));
    if (!entry) return fail_unknown(begin, name, mistake::unknown_function, mistake::function_near);
    if (!entry->element_wise()) return fail(begin, mistake::of_rows, {std::string(name)});
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
          return fail(
              places[k + 1], known.integer ? mistake::not_whole : mistake::not_in_range,
              {std::string(known.name), std::string(entry.id()), decimal(known.minimum), decimal(known.maximum)});
        }
      }
      node->arguments.push_back(static_cast<float>(value));
    }
    node->operands.push_back(std::move(operands[0]));
    return node;
  }

  Tree wrong_count(std::string_view name, size_t begin, size_t least, size_t most) {
    const Mistake& which = most == 1 ? mistake::takes_one : least == most ? mistake::takes : mistake::takes_up_to;
    return fail(begin, which, {std::string(name), std::to_string(least), std::to_string(most)});
  }

  // a = 0.5
  void start() {
    const size_t begin = scanner_.place();
    const std::string_view name = scanner_.take_name();
    const auto place = find_parameter(name);
    if (place == expression_.parameters.end()) {
      name.empty() ? fail(begin, mistake::no_parameter, {scanner_.next()})
                   : fail(begin, mistake::other_parameter, {quoted(name)});
      return;
    }
    if (!expect("=", mistake::no_equals)) return;
    const bool negative = take_minus();
    double value = 0.0;
    if (!scanner_.take_number(value)) {
      fail_at_next(mistake::no_number);
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
