#include "cpp/math/decimal.h"

#include <cmath>
#include <cstdlib>

namespace playground {

std::string decimal(double number) {
  if (number != number) return "NaN";
  if (number - number != 0.0) return number > 0 ? "Infinity" : "-Infinity";
  if (number < 0) return "-" + decimal(-number);
  int exponent = 0;
  if (number != 0.0 && number < 1e-4) {
    for (; number < 1.0; number *= 10.0) --exponent;
  }
  for (; number >= 1e9; number /= 10.0) ++exponent;
  if (exponent > 0 && exponent <= 6) {  // up to 1e15 in full
    for (; exponent > 0; --exponent) number *= 10.0;
    return std::to_string(static_cast<long long>(number + 0.5));
  }
  constexpr long long one = 1000000000;
  const auto scaled = static_cast<long long>(number * static_cast<double>(one) + 0.5);
  std::string text = std::to_string(scaled / one);
  std::string decimals = std::to_string(one + scaled % one).substr(1);
  decimals.erase(decimals.find_last_not_of('0') + 1);
  if (!decimals.empty()) text += "." + decimals;
  if (exponent != 0) text += "e" + std::to_string(exponent);
  return text;
}

bool take_digits(std::string_view& text, uint64_t& number, int& surplus) {
  const size_t before = text.size();
  for (; !text.empty() && is_digit(text[0]); text.remove_prefix(1)) {
    if (number < 100000000000000000u) {
      number = 10 * number + static_cast<uint64_t>(text[0] - '0');
    } else {
      ++surplus;
    }
  }
  return text.size() < before;
}

double from_decimal(uint64_t significand, int exponent) {
  double power = 1.0;
  for (int k = std::abs(exponent); k > 0 && std::isfinite(power); --k) power *= 10.0;
  const double value = static_cast<double>(significand);
  if (significand == 0) return value;
  return exponent < 0 ? value / power : value * power;
}

}  // namespace playground
