// Sine with a frequency (SIREN, Sitzmann et al. 2020). omega x is exact in float64; f(+-inf) is NaN.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/trig.h"

namespace playground {

struct Siren {
  F32x4 omega0;

  static constexpr Description description{
      .id = "siren",
      .name_en = "SIREN sine (omega0)",
      .name_zh = "SIREN 正弦",
      .kind = Kind::elementwise,
      .formula = R"(\sin(\omega x))",
      .derivative = R"(\omega\cos(\omega x))",
      .bound = {.value_ulp = 1, .slope_ulp = 2},
  };
  static constexpr std::array<Parameter, 1> parameters{{
      {.name = "omega0", .latex = R"(\omega)", .initial = 30.0f, .minimum = 0.1f, .maximum = 100.0f},
  }};

  AngleReduction pass(F32x4 x) const { return reduce_sin_cos(widen(omega0) * widen(x)); }
  F32x4 value(F32x4, const AngleReduction& reduced) const { return sin_cos(reduced).sin; }
  Dual value_and_slope(F32x4, const AngleReduction& reduced) const {
    const SinCos parts = sin_cos(reduced);
    return {parts.sin, omega0 * parts.cos};
  }

  static double reference(double x, const double* parameters) { return std::sin(parameters[0] * x); }
  static double reference_slope(double x, const double* parameters) {
    return parameters[0] * std::cos(parameters[0] * x);
  }
};

}  // namespace playground
