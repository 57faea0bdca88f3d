// Elliott's sigmoid: softsign moved to (0, 1). Left of zero 1/2 - |x| / (2 (1 + |x|)) would cancel; it is 1 / (2 (1 +
// |x|)).
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"

namespace playground {

struct ElliottSigmoid {
  static constexpr Description description{
      .id = "elliott_sigmoid",
      .name_en = "Elliott sigmoid",
      .name_zh = "Elliott 函数",
      .kind = Kind::elementwise,
      .formula = R"(\frac{x}{2(1+\lvert x\rvert)}+\frac{1}{2})",
      .derivative = R"(\frac{1}{2(1+\lvert x\rvert)^2})",
      .bound = {.value_ulp = 1, .slope_ulp = 4},
  };
  static constexpr std::array<Parameter, 0> parameters{};

  Dual value_and_slope(F32x4 x) const {
    const F32x4 one = F32x4::splat(1.0f);
    const F32x4 tail = F32x4::splat(0.5f) / (one + abs(x));
    // (1 + |x|)^2 overflows where the slope is still a float32.
    return {select(x < F32x4::zero(), tail, one - tail), (tail + tail) * tail};
  }

  static double reference(double x, const double*) { return x < 0.0 ? 0.5 / (1.0 - x) : 1.0 - 0.5 / (1.0 + x); }
  static double reference_slope(double x, const double*) { return 0.5 / ((1.0 + std::fabs(x)) * (1.0 + std::fabs(x))); }
};

}  // namespace playground
