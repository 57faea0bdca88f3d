// Numbers as text and from text, for messages and what users write. Not printf and strtod: their floating-point part
// alone would make the module a tenth larger.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace playground {

// Up to nine decimals.
std::string decimal(double number);

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Takes the digits that the text begins with and appends them to the number; those beyond the 18th only count as
// surplus. False where there is none.
bool take_digits(std::string_view& text, uint64_t& number, int& surplus);

// significand * 10^exponent: the nearest double, for up to 15 digits and a power of ten up to 22; close to it
// otherwise.
double from_decimal(uint64_t significand, int exponent);

}  // namespace playground
