// Snake, x + sin(ax)^2 / a (Ziyin, Hartwig and Ueda 2020). With s = sin(ax), c = cos(ax), f'(x) = (s + c)^2, which is
// 1 + sin(2ax), and df/da = (s/a) (2xc - s/a). f' and df/da have no limits at infinity.
#pragma once

#include <cmath>
#include <limits>

#include "cpp/catalogue/description.h"
#include "cpp/math/trig.h"

namespace playground {

struct Snake {
  F32x4 a;

  static constexpr Description description{
      .id = "snake",
      .name_en = "Snake",
      .name_zh = "Snake",
      .kind = Kind::parametric_learned,
      .formula = R"(x+\frac{\sin(ax)^2}{a})",
      .derivative = R"(1+\sin(2ax))",
      .bound = {.value_ulp = 1, .slope_ulp = 1, .slope_floor_in = everywhere},
      .aliases = "蛇形函数",
  };
  static constexpr std::array<Parameter, 1> parameters{{
      {.name = "a", .latex = R"(a)", .initial = 1.0f, .minimum = 0.1f, .maximum = 20.0f, .learned = true},
  }};

  detail::QuarterTurns pass(F32x4 x) const { return detail::reduce_angle(widen(a) * widen(x)); }
  WideCurves pass(F32x4, const detail::QuarterTurns& turns) const { return wide_curves(turns); }
  Dual value_and_slope(F32x4 x, const detail::QuarterTurns& turns, const WideCurves& curves) const {
    const WideSinCos parts = wide_sin_cos(turns, curves);
    const F32x4 value = narrow(widen(x) + parts.sin * parts.sin / widen(a));
    const Mask32x4 at_end = abs(x) == F32x4::splat(std::numeric_limits<float>::infinity());
    const F64x4 sum = parts.sin + parts.cos;
    return {select(at_end, x, value), narrow(sum * sum)};
  }
  std::array<F32x4, 1> parameter_slopes(F32x4 x) const {
    const F64x4 t = widen(x);
    const WideSinCos parts = wide_sin_cos(widen(a) * t);
    const F64x4 quotient = parts.sin / widen(a);
    return {narrow(quotient * ((t + t) * parts.cos - quotient))};
  }

  static double reference(double x, const double* parameters) {
    const double s = std::sin(parameters[0] * x);
    return std::isinf(x) ? x : x + s * s / parameters[0];
  }
  static double reference_slope(double x, const double* parameters) { return 1.0 + std::sin(2.0 * parameters[0] * x); }
  static double reference_parameter_slope(double x, const double* parameters, size_t) {
    const double quotient = std::sin(parameters[0] * x) / parameters[0];
    return quotient * (2.0 * x * std::cos(parameters[0] * x) - quotient);
  }
};

}  // namespace playground
