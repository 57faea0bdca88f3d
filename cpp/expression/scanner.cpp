#include "cpp/expression/scanner.h"

#include "cpp/math/decimal.h"

namespace playground {
namespace {

bool in_name(char c) { return is_letter(c) || is_digit(c) || c == '_'; }

}  // namespace

size_t Scanner::place() {
  while (place_ < text_.size() && std::string_view(" \t\r\n").find(text_[place_]) != text_.npos) ++place_;
  return place_;
}

bool Scanner::touches_operand() const { return is_letter(peek()) || peek() == '('; }

bool Scanner::take(std::string_view token) {
  if (!text_.substr(place()).starts_with(token)) return false;
  place_ += token.size();
  return true;
}

std::string_view Scanner::take_name() {
  const size_t begin = place();
  if (is_letter(peek())) {
    while (in_name(peek())) ++place_;
  }
  return text_.substr(begin, place_ - begin);
}

bool Scanner::take_digits(uint64_t& number, int& surplus) {
  std::string_view rest = text_.substr(place_);
  const bool any = playground::take_digits(rest, number, surplus);
  place_ = text_.size() - rest.size();
  return any;
}

bool Scanner::take_number(double& value) {
  const size_t begin = place();
  uint64_t significand = 0;
  int exponent = 0;
  bool any = take_digits(significand, exponent);
  if (peek() == '.') {
    const size_t point = ++place_;
    any |= take_digits(significand, exponent);
    exponent -= static_cast<int>(place_ - point);
  }
  if (!any) {
    place_ = begin;
    return false;
  }
  // An e with digits behind it; else it is the number e, and an operator is missing.
  const size_t before = place_;
  if (peek() == 'e' || peek() == 'E') {
    ++place_;
    const bool down = peek() == '-';
    if (down || peek() == '+') ++place_;
    uint64_t written = 0;
    int surplus = 0;
    if (take_digits(written, surplus)) {
      const int shift = written < 1000 ? static_cast<int>(written) : 1000;  // beyond the range of double
      exponent += down ? -shift : shift;
    } else {
      place_ = before;
    }
  }
  value = from_decimal(significand, exponent);
  return true;
}

std::string Scanner::next() {
  const size_t begin = place();
  if (begin == text_.size()) return "end";
  size_t end = begin + 1;
  if (is_letter(text_[begin])) {
    while (end < text_.size() && in_name(text_[end])) ++end;
  } else {  // all bytes of a character
    while (end < text_.size() && (static_cast<unsigned char>(text_[end]) & 0xC0) == 0x80) ++end;
  }
  return "\"" + std::string(text_.substr(begin, end - begin)) + "\"";
}

}  // namespace playground
