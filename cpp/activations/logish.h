// Logish (Zhu et al. 2021): f'(x) = log(1 + s(x)) + x s(x) s(-x) / (1 + s(x)), in float64.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/swish.h"
#include "cpp/math/wide_softplus.h"

namespace playground {

struct Logish {
  static constexpr Description description{
      .id = "logish",
      .name_en = "Logish",
      .name_zh = "Logish",
      .kind = Kind::elementwise,
      .formula = R"(x\ln(1+\sigma(x)))",
      .derivative = R"(\ln(1+\sigma(x))+x\frac{\sigma(x)(1-\sigma(x))}{1+\sigma(x)})",
      .bound = {.value_ulp = 1, .slope_ulp = 1, .slope_floor_in = {-1.4f, -1.2f}},
  };
  static constexpr std::array<Parameter, 0> parameters{};

  F32x4 value(F32x4 x) const { return value_and_slope(x).value; }
  Dual value_and_slope(F32x4 x) const {
    const Swishing parts = swishing(x, F64x4::splat(1.0));
    const F64x4 logarithm = wide_log1p_unit(parts.gate.s);
    return {narrow(parts.x * logarithm),
            narrow(logarithm + parts.gate.z * parts.bell() / (F64x4::splat(1.0) + parts.gate.s))};
  }

  static double reference(double x, const double*) {
    return x < -700.0 ? -0.0 : x * std::log1p(1.0 / (1.0 + std::exp(-x)));
  }
  static double reference_slope(double x, const double*) {
    const double t = x < -700.0 ? -700.0 : x > 700.0 ? 700.0 : x;
    const double q = std::exp(-std::abs(t));
    const double s = (t < 0.0 ? q : 1.0) / (1.0 + q);
    return std::log1p(s) + t * (s * (t < 0.0 ? 1.0 : q) / (1.0 + q)) / (1.0 + s);
  }
};

}  // namespace playground
