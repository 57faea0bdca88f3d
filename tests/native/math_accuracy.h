// Sweeps over the float32 inputs in bit space, and how their worst errors are printed.
#pragma once

#include <array>
#include <cstdio>
#include <span>
#include <string>
#include <vector>

#include "cpp/analysis/ulp.h"

namespace playground::test {

inline void print(const Worst& worst, const std::string& name) {
  std::printf("[ accuracy ] %-28s %lld steps, %.3f ulp at x = %.9g (%a); %lld inputs\n", name.c_str(),
              static_cast<long long>(worst.error.steps), worst.error.ulp, worst.at, worst.at,
              static_cast<long long>(worst.count));
  if (worst.specials > 0) {
    std::printf("[ accuracy ] %-28s %lld specials wrong, the first at x = %.9g (%a)\n", name.c_str(),
                static_cast<long long>(worst.specials), worst.special_at, worst.special_at);
  }
}

// Every stride-th float32 in bit space: all exponents, both signs, subnormals, infinities, NaNs, as evenly as floats
// lie. PLAYGROUND_SWEEP_STRIDE=17 makes the sweeps of the tests almost exhaustive (minutes instead of a second).
inline uint32_t sweep_stride() {
  const char* text = std::getenv("PLAYGROUND_SWEEP_STRIDE");
  const long stride = text == nullptr ? 0 : std::strtol(text, nullptr, 10);
  return stride > 0 ? static_cast<uint32_t>(stride) : 8191u;
}

// Calls body with blocks of inputs, the ends of each sign's range included.
template <class Body>
void sweep_bit_space(uint32_t stride, Body&& body) {
  std::vector<float> block{0.0f, -0.0f, HUGE_VALF, -HUGE_VALF, float_of_bits(0x7fc00000u)};
  for (uint64_t bits = 0; bits <= 0xffffffffull; bits += stride) {
    block.push_back(float_of_bits(static_cast<uint32_t>(bits)));
    if (block.size() == 4096) {
      body(std::span<const float>(block));
      block.clear();
    }
  }
  body(std::span<const float>(block));
}

}  // namespace playground::test
