// Adaptive piecewise linear unit (Agostinelli et al. 2014) with two hinges, all four parameters learned. Every max(0,
// .) has slope 0 at its tie. On each piece f is c + f' x; float64 keeps it accurate where it crosses zero.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/finite.h"

namespace playground {

struct Apl {
  F32x4 a1;
  F32x4 b1;
  F32x4 a2;
  F32x4 b2;

  static constexpr Description description{
      .id = "apl",
      .name_en = "APL (adaptive piecewise linear, S=2)",
      .name_zh = "自适应分段线性 APL",
      .kind = Kind::parametric_learned,
      .formula = R"(\max(0,x)+a_1\max(0,-x+b_1)+a_2\max(0,-x+b_2))",
      .derivative = R"(\begin{cases}1,&x>0\\0,&x\le 0\end{cases}-a_1)"
                    R"(\begin{cases}1,&x<b_1\\0,&x\ge b_1\end{cases}-a_2\begin{cases}1,&x<b_2\\0,&x\ge b_2\end{cases})",
      .bound = {.value_ulp = 1, .slope_ulp = 1},
  };
  static constexpr std::array<Parameter, 4> parameters{{
      {.name = "a1", .latex = "a_1", .initial = 0.25f, .minimum = -2.0f, .maximum = 2.0f, .learned = true},
      {.name = "b1", .latex = "b_1", .initial = 0.0f, .minimum = -5.0f, .maximum = 5.0f, .learned = true},
      {.name = "a2", .latex = "a_2", .initial = -0.125f, .minimum = -2.0f, .maximum = 2.0f, .learned = true},
      {.name = "b2", .latex = "b_2", .initial = -1.0f, .minimum = -5.0f, .maximum = 5.0f, .learned = true},
  }};

  F32x4 value(F32x4 x) const { return value_and_slope(x).value; }
  Dual value_and_slope(F32x4 x) const {
    const F64x4 wide = widen_finite(x);
    const F64x4 wide_b1 = widen_uniform(b1);
    const F64x4 wide_b2 = widen_uniform(b2);
    const F64x4 wide_a1 = widen_uniform(a1);
    const F64x4 wide_a2 = widen_uniform(a2);
    const F64x4 zero = F64x4::zero();
    const F64x4 rise = keep_where_greater(wide, zero, F64x4::splat(1.0)) -
                       (keep_where_greater(wide_b1, wide, wide_a1) + keep_where_greater(wide_b2, wide, wide_a2));
    const F64x4 start =
        keep_where_greater(wide_b1, wide, wide_a1 * wide_b1) + keep_where_greater(wide_b2, wide, wide_a2 * wide_b2);
    return {narrow(start + rise * wide), nan_or(x, narrow(rise))};
  }
  std::array<F32x4, 4> parameter_slopes(F32x4 x) const {
    const F32x4 nan_or_zero = select(is_nan(x), x, F32x4::zero());
    return {maximum(b1 - x, F32x4::zero()), select(x < b1, a1, nan_or_zero), maximum(b2 - x, F32x4::zero()),
            select(x < b2, a2, nan_or_zero)};
  }

  static double reference(double x, const double* parameters) {
    const double slope = reference_slope(x, parameters);
    const long double first = x < parameters[1] ? parameters[0] : 0.0L;
    const long double second = x < parameters[3] ? parameters[2] : 0.0L;
    const long double start = first * parameters[1] + second * parameters[3];
    return static_cast<double>(slope == 0.0 ? start : start + ((x > 0.0 ? 1.0L : 0.0L) - first - second) * x);
  }
  static double reference_slope(double x, const double* parameters) {
    if (std::isnan(x)) return x;
    const double hinges = (x < parameters[1] ? parameters[0] : 0.0) + (x < parameters[3] ? parameters[2] : 0.0);
    return (x > 0.0 ? 1.0 : 0.0) - hinges;
  }
  static double reference_parameter_slope(double x, const double* parameters, size_t k) {
    const double left = parameters[k | 1] - x;
    return std::isnan(x) ? x : left <= 0.0 ? 0.0 : k % 2 == 0 ? left : parameters[k - 1];
  }
};

}  // namespace playground
