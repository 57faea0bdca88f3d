#include "cpp/expression/own_function.h"

#include <algorithm>
#include <cmath>

#include "cpp/expression/tape.h"

namespace playground {
namespace {

// Without spaces at the ends, and one where there were some.
std::string tidied(std::string_view text) {
  std::string result;
  for (char c : text) {
    const bool space = c == ' ' || c == '\t' || c == '\r' || c == '\n';
    if (!space) {
      result += c;
    } else if (!result.empty() && result.back() != ' ') {
      result += ' ';
    }
  }
  if (!result.empty() && result.back() == ' ') result.pop_back();
  return result;
}

// Owns everything that its entry points to.
class OwnFunction {
 public:
  OwnFunction(std::string id, const Expression& expression)
      : id_(std::move(id)), name_(id_.substr(1)), formula_(formula_of(expression)), tape_(expression) {
    // All of them before any is pointed to.
    for (const ExpressionParameter& parameter : expression.parameters) {
      names_.push_back(parameter.name);
      symbols_.push_back(symbol_of(parameter.name));
    }
    for (size_t k = 0; k < names_.size(); ++k) {
      const auto initial = static_cast<float>(expression.parameters[k].initial);
      const float reach = std::max(10.0f, 2.0f * std::fabs(initial));
      parameters_.push_back({names_[k].c_str(), symbols_[k].c_str(), initial, -reach, reach, true});
    }
    description_ = {.id = id_.c_str(),
                    .name_en = name_.c_str(),
                    .name_zh = name_.c_str(),
                    .kind = names_.empty() ? Kind::elementwise : Kind::parametric_learned,
                    .formula = formula_.c_str(),
                    .derivative = "",
                    .bound = {.value_ulp = no_bound, .slope_ulp = no_bound}};
    kernels_.self = this;
    kernels_.value_kernel = [](const void* self, const float* parameters, const float* x, float* value, size_t n) {
      tape_of(self).value(parameters, x, value, n);
    };
    kernels_.slope_kernel = [](const void* self, const float* parameters, const float* x, float* value, float* slope,
                               size_t n) { tape_of(self).value_and_slope(parameters, x, value, slope, n); };
    if (!names_.empty()) {
      kernels_.parameter_slope_kernel = [](const void* self, const float* parameters, const float* x,
                                           float* const* slopes,
                                           size_t n) { tape_of(self).parameter_slopes(parameters, x, slopes, n); };
    }
    entry_ = {&description_, parameters_, &kernels_, nullptr};
  }
  OwnFunction(const OwnFunction&) = delete;
  OwnFunction& operator=(const OwnFunction&) = delete;

  const std::string& id() const { return id_; }
  const CatalogueEntry* entry() const { return &entry_; }

 private:
  static const Tape& tape_of(const void* self) { return static_cast<const OwnFunction*>(self)->tape_; }

  std::string id_;
  std::string name_;
  std::string formula_;
  Tape tape_;
  std::vector<std::string> names_;
  std::vector<std::string> symbols_;
  std::vector<Parameter> parameters_;
  Description description_{};
  ElementWiseKernels kernels_{};
  CatalogueEntry entry_{};
};

}  // namespace

std::variant<const CatalogueEntry*, ExpressionError> define_own(std::string_view text) {
  static std::vector<std::unique_ptr<OwnFunction>> known;
  const size_t mark = text.starts_with(own_mark) ? 1 : 0;
  // What is known is read too: a text that is refused is so whatever was read before.
  std::variant<Expression, ExpressionError> parsed = parse_expression(text.substr(mark));
  if (auto* error = std::get_if<ExpressionError>(&parsed)) {
    error->position += mark;
    return *error;
  }
  std::string id = own_mark + tidied(text.substr(mark));
  for (const auto& function : known) {
    if (function->id() == id) return function->entry();
  }
  known.push_back(std::make_unique<OwnFunction>(std::move(id), std::get<Expression>(parsed)));
  return known.back()->entry();
}

}  // namespace playground
