// Takes an expression apart from the left: tokens, names and numbers, spaces between them aside.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "cpp/math/decimal.h"

namespace playground {

inline bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  // In bytes; of what comes next, once spaces are skipped.
  size_t place();
  bool at_end() { return place() == text_.size(); }
  // Whether what comes next, without a space, goes on like a name or opens a bracket.
  bool touches_operand() const;

  bool take(std::string_view token);
  // Empty where there is none.
  std::string_view take_name();
  // False where there is none.
  bool take_number(double& value);

  // What comes next, in quotation marks, for messages; "end" at the end.
  std::string next();

 private:
  char peek() const { return place_ < text_.size() ? text_[place_] : '\0'; }
  bool take_digits(uint64_t& number, int& surplus);

  std::string_view text_;
  size_t place_ = 0;
};

}  // namespace playground
