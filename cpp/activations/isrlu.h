// Inverse square root linear unit (Carlile et al. 2017): ISRU left of zero. Smooth at zero.
#pragma once

#include <cmath>
#include <limits>

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
      .bound = {.value_ulp = 1, .slope_ulp = 1},
  };
  static constexpr std::array<Parameter, 1> parameters{{
      {.name = "alpha", .latex = R"(\alpha)", .initial = 1.0f, .minimum = 0.01f, .maximum = 10.0f},
  }};

  F32x4 value(F32x4 x) const { return value_and_slope(x).value; }
  Dual value_and_slope(F32x4 x) const {
    // The lowest float32 is already at the limit; infinity would meet itself in the quotient.
    const F64x4 limited = widen(maximum(minimum(x, F32x4::zero()), F32x4::splat(std::numeric_limits<float>::lowest())));
    const F64x4 one = F64x4::splat(1.0);
    const F64x4 inverse = one / sqrt(one + widen(alpha) * (limited * limited));
    const Mask32x4 right = x >= F32x4::zero();
    return {select(right, x, narrow(limited * inverse)),
            select(right, F32x4::splat(1.0f), narrow(inverse * inverse * inverse))};
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
