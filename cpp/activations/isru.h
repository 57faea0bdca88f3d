// Inverse square root unit (Carlile et al. 2017). In float64, where x^2 does not overflow.
#pragma once

#include <cmath>
#include <limits>

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
      .bound = {.value_ulp = 1, .slope_ulp = 1},
  };
  static constexpr std::array<Parameter, 1> parameters{{
      {.name = "alpha", .latex = R"(\alpha)", .initial = 1.0f, .minimum = 0.01f, .maximum = 10.0f},
  }};

  F32x4 value(F32x4 x) const { return value_and_slope(x).value; }
  Dual value_and_slope(F32x4 x) const {
    // The largest float32 is already at the limit; infinity would meet itself in the quotient.
    const F32x4 largest = F32x4::splat(std::numeric_limits<float>::max());
    const F64x4 limited = widen(copy_sign(minimum(abs(x), largest), x));
    const F64x4 one = F64x4::splat(1.0);
    const F64x4 inverse = one / sqrt(one + widen(alpha) * (limited * limited));
    return {narrow(limited * inverse), narrow(inverse * inverse * inverse)};
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
