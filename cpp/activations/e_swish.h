// E-swish (Alcaide 2018): beta times SiLU.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/swish.h"

namespace playground {

struct ESwish {
  F32x4 beta;

  static constexpr Description description{
      .id = "e_swish",
      .name_en = "E-swish",
      .name_zh = "E-swish",
      .kind = Kind::elementwise,
      .formula = R"(\beta x\sigma(x))",
      .derivative = R"(\beta\sigma(x)(1+x(1-\sigma(x))))",
      .bound = {.value_ulp = 1, .slope_ulp = 1, .slope_floor_in = {-1.3f, -1.2f}},
  };
  static constexpr std::array<Parameter, 1> parameters{{
      {.name = "beta", .latex = R"(\beta)", .initial = 1.375f, .minimum = 1.0f, .maximum = 2.0f},
  }};

  F32x4 value(F32x4 x) const { return value_and_slope(x).value; }
  Dual value_and_slope(F32x4 x) const {
    const Swishing parts = swishing(x, F64x4::splat(1.0));
    return {narrow(widen(beta) * parts.product()), narrow(widen(beta) * parts.slope())};
  }

  static double reference(double x, const double* parameters) {
    return x < -700.0 ? -0.0 : parameters[0] * x / (1.0 + std::exp(-x));
  }
  static double reference_slope(double x, const double* parameters) {
    const double e = std::exp(-std::abs(x));
    const double t = std::fmin(std::abs(x), 700.0);
    const double numerator = x < 0.0 ? e * (1.0 + e - t) : 1.0 + e * (1.0 + t);
    return std::isnan(x) ? x : parameters[0] * numerator / ((1.0 + e) * (1.0 + e));
  }
};

}  // namespace playground
