// Bent identity. With r = sqrt(x^2 + 1) up to |x| = 1 r - 1 = x^2 / (r + 1), and beyond r - |x| = 1 / (r + |x|):
// neither cancels, and both are min(|x|, 1)^2 / (r + max(|x|, 1)).
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
      .bound = {.value_ulp = 2, .slope_ulp = 2},
  };
  static constexpr std::array<Parameter, 0> parameters{};

  Dual value_and_slope(F32x4 x) const {
    const F32x4 one = F32x4::splat(1.0f);
    const F32x4 half = F32x4::splat(0.5f);
    // Infinity would meet itself in the sum.
    const F32x4 magnitude = minimum(abs(x), F32x4::splat(std::numeric_limits<float>::max()));
    // From 2^60 on, where the square would soon overflow, what the root is needed for is at its limit.
    const F32x4 factor = minimum(magnitude, F32x4::splat(0x1p60f));
    const F32x4 root = sqrt(factor * factor + one);
    const F32x4 inner = minimum(magnitude, one);
    const F32x4 outer = maximum(magnitude, one);
    const F32x4 bend = half * (inner * inner) / (root + outer);
    return {(x + half * (outer - one)) + bend, one + copy_sign(half * (factor / root), x)};
  }

  static double reference(double x, const double*) {
    return std::isinf(x) ? x : 0.5 * x * x / (std::sqrt(x * x + 1.0) + 1.0) + x;
  }
  static double reference_slope(double x, const double*) {
    return std::isinf(x) ? 1.0 + std::copysign(0.5, x) : 1.0 + 0.5 * x / std::sqrt(x * x + 1.0);
  }
};

}  // namespace playground
