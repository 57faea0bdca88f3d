// Twice the hyperbolic tangent: no function of the catalogue, but the one that addition-tests.sh drops into it.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/tanh.h"

namespace playground {

struct TwiceTanh {
  static constexpr Description description{
      .id = "twice_tanh",
      .name_en = "Twice tanh",
      .name_zh = "两倍双曲正切",
      .kind = Kind::elementwise,
      .formula = R"(2\tanh x)",
      .derivative = R"(2-2\tanh^2 x)",
      .bound = {.value_ulp = 2, .slope_ulp = 4},
  };
  static constexpr std::array<Parameter, 0> parameters{};

  F32x4 value(F32x4 x) const { return F32x4::splat(2.0f) * playground::tanh(x); }
  Dual value_and_slope(F32x4 x) const {
    const TanhParts once = tanh_parts(x);
    return {F32x4::splat(2.0f) * once.value, F32x4::splat(2.0f) * once.slope};
  }

  static double reference(double x, const double*) { return 2.0 * std::tanh(x); }
  static double reference_slope(double x, const double*) {
    const double c = std::cosh(x);
    return 2.0 / (c * c);
  }
};

}  // namespace playground
