// Points of a function, and the order of the floats in between.
#pragma once

#include <cmath>
#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

#include "cpp/catalogue/kernel.h"

namespace playground::analysis {

// The floats in one row of consecutive integers, both zeros at 0: key(next float) == key(float) + 1.
inline int64_t key_of(float x) {
  int32_t bits;
  std::memcpy(&bits, &x, sizeof bits);
  return bits < 0 ? -static_cast<int64_t>(bits & 0x7FFFFFFF) : bits;
}

inline float float_of(int64_t key) {
  const int32_t magnitude = static_cast<int32_t>(key < 0 ? -key : key);
  float x;
  std::memcpy(&x, &magnitude, sizeof x);
  return key < 0 ? -x : x;
}

// f and f' with fixed parameters.
class Function {
 public:
  struct Point {
    float value;
    float slope;
  };

  Function(const ElementWiseKernels& kernels, std::span<const float> parameters)
      : kernels_(kernels), parameters_(parameters) {}

  std::span<const float> parameters() const { return parameters_; }

  Point at(float x) const {
    Point point;
    kernels_.value_and_slope(parameters_.data(), &x, &point.value, &point.slope, 1);
    return point;
  }
  void fill(std::span<const float> x, float* value, float* slope) const {
    kernels_.value_and_slope(parameters_.data(), x.data(), value, slope, x.size());
  }

 private:
  const ElementWiseKernels& kernels_;
  std::span<const float> parameters_;
};

// In increasing order of x, and symmetric: x[i] == -x[size - 1 - i].
struct Samples {
  std::vector<float> x;
  std::vector<float> value;
  std::vector<float> slope;

  size_t size() const { return x.size(); }
};

inline constexpr float dense_limit = 60.0f;
inline constexpr float far_limit = 1e30f;

Samples sample(const Function& f);

// A finer look at the two cells around sample i.
Samples sample_around(const Function& f, const Samples& samples, size_t i);

}  // namespace playground::analysis
