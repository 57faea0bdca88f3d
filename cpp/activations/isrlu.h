// Inverse square root linear unit (Carlile et al. 2017): ISRU left of zero. Smooth at zero. As there,
// 1 + alpha x^2 is rounded once, from float64.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"

namespace playground {

struct Isrlu {
  F32x4 alpha;

  static constexpr Description description{
      .id = "isrlu",
      .name_en = "ISRLU",
      .name_zh = "ISRLU",
      .kind = Kind::elementwise,
      .formula = R"(\begin{cases}x,&x\ge 0\\\frac{x}{\sqrt{1+\alpha x^2}},&x<0\end{cases})",
      .derivative = R"(\begin{cases}1,&x\ge 0\\\frac{1}{\left(\sqrt{1+\alpha x^2}\right)^3},&x<0\end{cases})",
      .bound = {.value_ulp = 2, .slope_ulp = 4},
      .aliases = "逆平方根线性单元",
  };
  static constexpr std::array<Parameter, 1> parameters{{
      {.name = "alpha", .latex = R"(\alpha)", .initial = 1.0f, .minimum = 0.01f, .maximum = 10.0f},
  }};

  Dual value_and_slope(F32x4 x) const {
    const F32x4 zero = F32x4::zero();
    // Below -2^56 the value is at its limit and the slope below the smallest float32.
    const F32x4 left = maximum(minimum(x, zero), F32x4::splat(-0x1p56f));
    const F64x4 wide = widen(left);
    const F32x4 square = narrow(F64x4::splat(1.0) + widen(alpha) * (wide * wide));
    const F32x4 root = sqrt(square);
    // The cube of the root overflows where the slope is still a float32.
    const F32x4 tiny = F32x4::splat(0x1p-64f);
    return {maximum(x, zero) + left / root, tiny / ((tiny * square) * root)};
  }

  static double reference(double x, const double* parameters) {
    return x >= 0.0 ? x : std::isinf(x) ? -1.0 / std::sqrt(parameters[0]) : x / std::sqrt(1.0 + parameters[0] * x * x);
  }
  static double reference_slope(double x, const double* parameters) {
    const double square = 1.0 + parameters[0] * x * x;
    return x >= 0.0 ? 1.0 : 1.0 / (square * std::sqrt(square));
  }
};

}  // namespace playground
