// Symmetric logarithm: log(1 + x) on the right, mirrored through the origin.
#pragma once

#include <cmath>
#include <limits>

#include "cpp/catalogue/description.h"
#include "cpp/math/log1p.h"

namespace playground {

struct Symlog {
  static constexpr Description description{
      .id = "symlog",
      .name_en = "Symlog (signed log)",
      .name_zh = "对称对数",
      .kind = Kind::elementwise,
      .formula = R"(\operatorname{sgn}(x)\ln(1+\lvert x\rvert))",
      .derivative = R"(\frac{1}{1+\lvert x\rvert})",
      .bound = {.value_ulp = 1, .slope_ulp = 1},
  };
  static constexpr std::array<Parameter, 0> parameters{};

  Log1pReduction pass(F32x4 x) const { return reduce_log1p(abs(x)); }
  F32x4 pass(F32x4, const Log1pReduction& reduced) const { return detail::log_higher_terms(reduced.f); }
  F32x4 value(F32x4 x, const Log1pReduction& reduced, F32x4 higher) const {
    const F32x4 magnitude = abs(x);
    const F32x4 log = detail::log_sum(reduced.n, reduced.f, reduced.f_lower, higher);
    return copy_sign(select(magnitude < F32x4::splat(std::numeric_limits<float>::infinity()), log, magnitude), x);
  }
  Dual value_and_slope(F32x4 x, const Log1pReduction& reduced, F32x4 higher) const {
    const F32x4 one = F32x4::splat(1.0f);
    return {value(x, reduced, higher), one / (one + abs(x))};
  }

  static double reference(double x, const double*) { return std::copysign(std::log1p(std::abs(x)), x); }
  static double reference_slope(double x, const double*) { return 1.0 / (1.0 + std::abs(x)); }
};

}  // namespace playground
