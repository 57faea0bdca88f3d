// Squareplus (Barron 2021). With r = sqrt(x^2 + b) it is ReLU and (r - |x|) / 2 = (b / 4) / (r / 2 + |x| / 2), which
// does not cancel.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"

namespace playground {

struct Squareplus {
  F32x4 b;

  static constexpr Description description{
      .id = "squareplus",
      .name_en = "Squareplus",
      .name_zh = "Squareplus",
      .kind = Kind::elementwise,
      .formula = R"(\frac{x+\sqrt{x^2+b}}{2})",
      .derivative = R"(\frac{1}{2}\left(1+\frac{x}{\sqrt{x^2+b}}\right))",
      .bound = {.value_ulp = 2, .slope_ulp = 4},
      .frameworks = {.keras = "keras.activations.squareplus", .jax = "jax.nn.squareplus"},
      .aliases = "平方加",
  };
  static constexpr std::array<Parameter, 1> parameters{{
      {.name = "b", .latex = "b", .initial = 4.0f, .minimum = 0.01f, .maximum = 16.0f},
  }};

  F32x4 pass(F32x4 x) const {
    const F32x4 magnitude = F32x4::splat(0.5f) * abs(x);
    return maximum(sqrt(square(magnitude)), magnitude);
  }
  Dual value_and_slope(F32x4 x, F32x4 root) const {
    const F32x4 half = F32x4::splat(0.5f);
    const F32x4 offset = F32x4::splat(0.25f) * b;
    const F32x4 magnitude = half * abs(x);
    const F32x4 sum = root + magnitude;
    const F32x4 quotient = offset / sum;
    // What the sum's rounding lost, by d(offset / sum) = -(offset / sum)^2 / offset. Nothing beyond 2^24, and NaN,
    // which minimum() turns into 1, where infinity meets itself.
    const F32x4 lost = minimum(F32x4::splat(1.0f), magnitude - (sum - root)) * (F32x4::splat(1.0f) / offset);
    const F32x4 rest = quotient - quotient * quotient * lost;
    // rest / r with r (r + |x|) as r^2 + r |x|, which overflows where the slope is still a float32.
    const F32x4 tiny = F32x4::splat(0x1p-64f);
    const F32x4 product = (tiny * root) * magnitude;
    const F32x4 flat = half * offset * tiny / (maximum(tiny * square(magnitude), product) + product);
    return {maximum(x, F32x4::zero()) + rest, select(x < F32x4::zero(), flat, F32x4::splat(1.0f) - flat)};
  }

  static double reference(double x, const double* parameters) {
    const double root = std::sqrt(x * x + parameters[0]);
    return x < 0.0 ? 0.5 * parameters[0] / (root - x) : 0.5 * (root + x);
  }
  static double reference_slope(double x, const double* parameters) {
    const double root = std::sqrt(x * x + parameters[0]);
    return x < 0.0 ? 0.5 * parameters[0] / (root - x) / root : std::isinf(x) ? 1.0 : 0.5 * (1.0 + x / root);
  }

 private:
  // Of r / 2. From 2^60 on, where it would soon overflow, the root is |x| / 2.
  F32x4 square(F32x4 magnitude) const {
    const F32x4 factor = minimum(magnitude, F32x4::splat(0x1p60f));
    return factor * factor + F32x4::splat(0.25f) * b;
  }
};

}  // namespace playground
