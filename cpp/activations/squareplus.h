// Squareplus (Barron 2021). With r = sqrt(x^2 + b) the far side is (r - |x|) / 2 = b / (2 (r + |x|)), which does not
// cancel; in float64, where x^2 does not overflow.
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
      .bound = {.value_ulp = 1, .slope_ulp = 1},
      .frameworks = {.keras = "keras.activations.squareplus", .jax = "jax.nn.squareplus"},
  };
  static constexpr std::array<Parameter, 1> parameters{{
      {.name = "b", .latex = "b", .initial = 4.0f, .minimum = 0.01f, .maximum = 16.0f},
  }};

  F32x4 value(F32x4 x) const { return value_and_slope(x).value; }
  Dual value_and_slope(F32x4 x) const {
    const F64x4 half = F64x4::splat(0.5);
    const F64x4 wide = widen(x);
    const F64x4 root = sqrt(wide * wide + widen(b));
    const F64x4 sum = root + abs(wide);
    const F64x4 rest = half * widen(b) / sum;
    const F64x4 flat = rest / root;
    const Mask32x4 left = x < F32x4::zero();
    return {select(left, narrow(rest), narrow(half * sum)),
            select(left, narrow(flat), narrow(F64x4::splat(1.0) - flat))};
  }

  static double reference(double x, const double* parameters) {
    const double root = std::sqrt(x * x + parameters[0]);
    return x < 0.0 ? 0.5 * parameters[0] / (root - x) : 0.5 * (root + x);
  }
  static double reference_slope(double x, const double* parameters) {
    const double root = std::sqrt(x * x + parameters[0]);
    return x < 0.0 ? 0.5 * parameters[0] / (root - x) / root : std::isinf(x) ? 1.0 : 0.5 * (1.0 + x / root);
  }
};

}  // namespace playground
