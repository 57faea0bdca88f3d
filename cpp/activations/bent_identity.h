// Bent identity. sqrt(x^2 + 1) - 1 = x^2 / (sqrt(x^2 + 1) + 1), which does not cancel near zero; in float64, where x^2
// does not overflow.
#pragma once

#include <cmath>
#include <limits>

#include "cpp/catalogue/description.h"

namespace playground {

struct BentIdentity {
  static constexpr Description description{
      .id = "bent_identity",
      .name_en = "Bent identity",
      .name_zh = "弯曲恒等函数",
      .kind = Kind::elementwise,
      .formula = R"(\frac{\sqrt{x^2+1}-1}{2}+x)",
      .derivative = R"(\frac{x}{2\sqrt{x^2+1}}+1)",
      .bound = {.value_ulp = 1, .slope_ulp = 1},
  };
  static constexpr std::array<Parameter, 0> parameters{};

  F32x4 value(F32x4 x) const { return value_and_slope(x).value; }
  Dual value_and_slope(F32x4 x) const {
    // Infinity would meet itself in the quotients; the largest float32 gives their limits.
    const F32x4 largest = F32x4::splat(std::numeric_limits<float>::max());
    const F64x4 limited = widen(copy_sign(minimum(abs(x), largest), x));
    const F64x4 half = F64x4::splat(0.5);
    const F64x4 one = F64x4::splat(1.0);
    const F64x4 square = limited * limited;
    const F64x4 root = sqrt(square + one);
    return {narrow(half * square / (root + one) + widen(x)), narrow(half * limited / root + one)};
  }

  static double reference(double x, const double*) {
    return std::isinf(x) ? x : 0.5 * x * x / (std::sqrt(x * x + 1.0) + 1.0) + x;
  }
  static double reference_slope(double x, const double*) {
    return std::isinf(x) ? 1.0 + std::copysign(0.5, x) : 1.0 + 0.5 * x / std::sqrt(x * x + 1.0);
  }
};

}  // namespace playground
