// Errors of float32 results in units of the last place: for the accuracy sweep, the page and the tests.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <limits>

namespace playground {

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
inline double spacing(float value) {
  const uint64_t exponent = (bits_of_float(value) >> 23) & 0xffu;
  const uint64_t bits = ((exponent == 0 ? 1 : exponent == 255 ? 254 : exponent) - 150 + 1023) << 52;
  double result;
  std::memcpy(&result, &bits, sizeof result);
  return result;
}

struct FloatError {
  bool special = false;   // NaN or infinity where it should not be, or missing where it should
  int64_t steps = 0;      // float32 steps from the correctly rounded result
  double ulp = 0.0;       // |found - exact| in units of the last place; 0.5 is the best possible bound
  double absolute = 0.0;  // |found - exact|
};

// exact (a double or a long double) may carry a rounding error of its own, or that of 20 printed digits: a tie that it
// decides the other way still counts as 0 steps.
// Up to one subnormal step, where rounding is all there is, the error counts as 0.
template <class Real>
FloatError error_of(float found, Real exact) {
  const float rounded = static_cast<float>(exact);
  FloatError error;
  if (std::isnan(exact) || std::isnan(found)) {
    error.special = std::isnan(exact) != std::isnan(found);
    return error;
  }
  if (std::isinf(rounded) || std::isinf(found)) {
    error.special = found != rounded;
    return error;
  }
  const Real absolute = std::fabs(static_cast<Real>(found) - exact);
  const Real slack = std::max(Real(1e-19), 4 * std::numeric_limits<Real>::epsilon()) * std::fabs(exact);
  if (absolute <= slack) return error;
  error.absolute = static_cast<double>(absolute);
  if (absolute <= Real(0x1p-149)) return error;
  error.ulp = static_cast<double>(absolute / spacing(rounded));
  if (absolute > Real(0.5) * spacing(rounded) + slack) error.steps = std::abs(ordinal(found) - ordinal(rounded));
  return error;
}

// The largest error seen, and where. Errors up to the floor count as met and are left out.
struct Worst {
  FloatError error;
  float at = 0.0f;
  double sum = 0.0;  // of the errors in ulp, floors not applied
  int64_t specials = 0;
  float special_at = 0.0f;
  int64_t count = 0;

  void add(float x, const FloatError& found, double floor = 0.0) {
    ++count;
    if (found.special) {
      if (specials++ == 0) special_at = x;
      return;
    }
    sum += found.ulp;
    if (found.absolute <= floor) return;
    if (found.steps > error.steps) error.steps = found.steps;
    if (found.ulp > error.ulp) {
      error.ulp = found.ulp;
      at = x;
    }
  }

  void add(const Worst& other) {
    count += other.count;
    sum += other.sum;
    if (specials == 0) special_at = other.special_at;
    specials += other.specials;
    error.steps = std::max(error.steps, other.error.steps);
    if (other.error.ulp > error.ulp) {
      error.ulp = other.error.ulp;
      at = other.at;
    }
  }
};

}  // namespace playground
