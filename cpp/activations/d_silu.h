// The slope of SiLU as an activation (Elfwing et al. 2017), in float64: both f and f' cross zero.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/swish.h"

namespace playground {

struct DSilu {
  static constexpr Description description{
      .id = "d_silu",
      .name_en = "dSiLU (SiLU derivative)",
      .name_zh = "dSiLU",
      .kind = Kind::elementwise,
      .formula = R"(\sigma(x)(1+x(1-\sigma(x))))",
      .derivative = R"(\sigma(x)(1-\sigma(x))(2+x(1-2\sigma(x))))",
      .bound = {.value_ulp = 1, .slope_ulp = 1, .value_floor_in = {-1.3f, -1.2f}, .slope_floor_in = {-2.5f, 2.5f}},
  };
  static constexpr std::array<Parameter, 0> parameters{};

  F32x4 value(F32x4 x) const { return value_and_slope(x).value; }
  Dual value_and_slope(F32x4 x) const {
    const Swishing parts = swishing(x, F64x4::splat(1.0));
    return {narrow(parts.slope()), narrow(parts.curvature())};
  }

  static double reference(double x, const double*) {
    const double e = std::exp(-std::abs(x));
    const double t = std::fmin(std::abs(x), 700.0);
    const double numerator = x < 0.0 ? e * (1.0 + e - t) : 1.0 + e * (1.0 + t);
    return std::isnan(x) ? x : numerator / ((1.0 + e) * (1.0 + e));
  }
  static double reference_slope(double x, const double*) {
    const double t = std::isnan(x) ? x : std::fmin(std::abs(x), 700.0);
    const double e = std::exp(-t);
    return e * (2.0 * (1.0 + e) + t * std::expm1(-t)) / ((1.0 + e) * (1.0 + e) * (1.0 + e));
  }
};

}  // namespace playground
