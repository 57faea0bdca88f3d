// Errors of float32 results in units of the last place, and sweeps over the float32 inputs in bit space.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <span>
#include <string>
#include <vector>

namespace playground::test {

inline float float_of_bits(uint32_t bits) {
  float value;
  std::memcpy(&value, &bits, sizeof value);
  return value;
}

inline uint32_t bits_of_float(float value) {
  uint32_t bits;
  std::memcpy(&bits, &value, sizeof bits);
  return bits;
}

// Position on the line of float32 values: neighbours differ by 1, and both zeros are 0.
inline int64_t ordinal(float value) {
  const int64_t magnitude = bits_of_float(value) & 0x7fffffffu;
  return std::signbit(value) ? -magnitude : magnitude;
}

// Spacing of the float32 values at this magnitude.
inline long double spacing(float value) {
  const uint32_t exponent = (bits_of_float(value) >> 23) & 0xffu;
  return std::ldexp(1.0L, static_cast<int>(exponent == 0 ? 1 : exponent == 255 ? 254 : exponent) - 150);
}

struct Error {
  bool special = false;   // NaN or infinity where it should not be, or missing where it should
  int64_t steps = 0;      // float32 steps from the correctly rounded result
  double ulp = 0.0;       // |found - exact| in units of the last place; 0.5 is the best possible bound
  double absolute = 0.0;  // |found - exact|
};

// exact may carry the rounding error of a long double or of 20 printed digits: a tie that it decides the other way
// still counts as 0 steps.
// Up to one subnormal step, where rounding is all there is, the error counts as 0.
inline Error error_of(float found, long double exact) {
  const float rounded = static_cast<float>(exact);
  Error error;
  if (std::isnan(exact) || std::isnan(found)) {
    error.special = std::isnan(exact) != std::isnan(found);
    return error;
  }
  if (std::isinf(rounded) || std::isinf(found)) {
    error.special = found != rounded;
    return error;
  }
  const long double absolute = std::fabs(static_cast<long double>(found) - exact);
  const long double slack = std::max(1e-19L, 4.0L * std::numeric_limits<long double>::epsilon()) * std::fabs(exact);
  if (absolute <= slack) return error;
  error.absolute = static_cast<double>(absolute);
  if (absolute <= 0x1p-149L) return error;
  error.ulp = static_cast<double>(absolute / spacing(rounded));
  if (absolute > 0.5L * spacing(rounded) + slack) error.steps = std::abs(ordinal(found) - ordinal(rounded));
  return error;
}

// The largest error seen, and where. Errors up to the floor count as met and are left out.
struct Worst {
  Error error;
  float at = 0.0f;
  int64_t specials = 0;
  float special_at = 0.0f;
  int64_t count = 0;

  void add(float x, const Error& found, double floor = 0.0) {
    ++count;
    if (found.special) {
      if (specials++ == 0) special_at = x;
      return;
    }
    if (found.absolute <= floor) return;
    if (found.steps > error.steps) error.steps = found.steps;
    if (found.ulp > error.ulp) {
      error.ulp = found.ulp;
      at = x;
    }
  }

  void print(const std::string& name) const {
    std::printf("[ accuracy ] %-28s %lld steps, %.3f ulp at x = %.9g (%a); %lld inputs\n", name.c_str(),
                static_cast<long long>(error.steps), error.ulp, at, at, static_cast<long long>(count));
    if (specials > 0) {
      std::printf("[ accuracy ] %-28s %lld specials wrong, the first at x = %.9g (%a)\n", name.c_str(),
                  static_cast<long long>(specials), special_at, special_at);
    }
  }
};

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
