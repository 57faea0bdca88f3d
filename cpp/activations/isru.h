// Inverse square root unit (Carlile et al. 2017). 1 + alpha x^2 is rounded once, from float64: it enters the slope one
// and a half times.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"

namespace playground {

struct Isru {
  F32x4 alpha;

  static constexpr Description description{
      .id = "isru",
      .name_en = "ISRU (inverse square root unit)",
      .name_zh = "ISRU",
      .kind = Kind::elementwise,
      .formula = R"(\frac{x}{\sqrt{1+\alpha x^2}})",
      .derivative = R"(\frac{1}{\left(\sqrt{1+\alpha x^2}\right)^3})",
      .bound = {.value_ulp = 2, .slope_ulp = 4},
      .aliases = "逆平方根单元",
  };
  static constexpr std::array<Parameter, 1> parameters{{
      {.name = "alpha", .latex = R"(\alpha)", .initial = 1.0f, .minimum = 0.01f, .maximum = 10.0f},
  }};

  Dual value_and_slope(F32x4 x) const {
    // Beyond 2^56 the value is at its limit and the slope below the smallest float32.
    const F32x4 limited = maximum(minimum(x, F32x4::splat(0x1p56f)), F32x4::splat(-0x1p56f));
    const F64x4 wide = widen(limited);
    const F32x4 square = narrow(F64x4::splat(1.0) + widen(alpha) * (wide * wide));
    const F32x4 root = sqrt(square);
    // The cube of the root overflows where the slope is still a float32.
    const F32x4 tiny = F32x4::splat(0x1p-64f);
    return {limited / root, tiny / ((tiny * square) * root)};
  }

  static double reference(double x, const double* parameters) {
    return std::isinf(x) ? std::copysign(1.0 / std::sqrt(parameters[0]), x)
                         : x / std::sqrt(1.0 + parameters[0] * x * x);
  }
  static double reference_slope(double x, const double* parameters) {
    const double square = 1.0 + parameters[0] * x * x;
    return 1.0 / (square * std::sqrt(square));
  }
};

}  // namespace playground
