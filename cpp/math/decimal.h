// Numbers as text, for messages. Not printf: its floating-point part alone would make the module a tenth larger.
#pragma once

#include <string>

namespace playground {

// Up to nine decimals.
std::string decimal(double number);

}  // namespace playground
