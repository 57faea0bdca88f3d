// Growing cosine unit, x cos(x) (Noel et al. 2021). It has no limits: f(+-inf) and f'(+-inf) are NaN.
//
// In float64: where f' = cos x - x sin x crosses zero, both terms are near 1 for any x.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/trig.h"

namespace playground {

struct Gcu {
  static constexpr Description description{
      .id = "gcu",
      .name_en = "GCU (growing cosine unit)",
      .name_zh = "增长余弦单元",
      .kind = Kind::elementwise,
      .formula = R"(x\cos(x))",
      .derivative = R"(\cos(x)-x\sin(x))",
      .bound = {.value_ulp = 1, .slope_ulp = 1},
  };
  static constexpr std::array<Parameter, 0> parameters{};

  detail::QuarterTurns pass(F32x4 x) const { return detail::reduce_angle(widen(x)); }
  WideCurves pass(F32x4, const detail::QuarterTurns& turns) const { return wide_curves(turns); }
  Dual value_and_slope(F32x4 x, const detail::QuarterTurns& turns, const WideCurves& curves) const {
    const F64x4 t = widen(x);
    const WideSinCos parts = wide_sin_cos(turns, curves);
    return {narrow(t * parts.cos), narrow(parts.cos - t * parts.sin)};
  }

  static double reference(double x, const double*) { return x * std::cos(x); }
  static double reference_slope(double x, const double*) { return std::cos(x) - x * std::sin(x); }
};

}  // namespace playground
