// Numbers as text and from text, for messages and what users write. Not printf and strtod: their floating-point part
// alone would make the module a tenth larger.
#pragma once

#include <cstdint>
#include <string>

namespace playground {

// Up to nine decimals.
std::string decimal(double number);

// significand * 10^exponent: the nearest double, for up to 15 digits and a power of ten up to 22; close to it
// otherwise.
double from_decimal(uint64_t significand, int exponent);

}  // namespace playground
