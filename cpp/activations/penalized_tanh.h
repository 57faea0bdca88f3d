// Penalized tanh (Xu, Huang and Li 2016): tanh with its left half scaled by a. f'(0) = a, the rule of LeakyReLU.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/wide_tanh.h"

namespace playground {

struct PenalizedTanh {
  F32x4 a;

  static constexpr Description description{
      .id = "penalized_tanh",
      .name_en = "Penalized tanh",
      .name_zh = "惩罚 Tanh",
      .kind = Kind::elementwise,
      .formula = R"(\begin{cases}\tanh(x),&x>0\\a\tanh(x),&x\le 0\end{cases})",
      .derivative = R"(\begin{cases}1-\tanh(x)^2,&x>0\\a(1-\tanh(x)^2),&x\le 0\end{cases})",
      .bound = {.value_ulp = 1, .slope_ulp = 1},
  };
  static constexpr std::array<Parameter, 1> parameters{{
      {.name = "a", .latex = R"(a)", .initial = 0.25f, .minimum = 0.01f, .maximum = 0.99f},
  }};

  WideReduction pass(F32x4 x) const {
    // Beyond 60 the value is the limit and the slope below the smallest subnormal.
    const F32x4 limited = maximum(minimum(x, F32x4::splat(60.0f)), F32x4::splat(-60.0f));
    return reduce_wide_tanh(widen(limited));
  }
  F64x4 pass(F32x4, const WideReduction& reduced) const { return wide_exp_rest(reduced); }
  Dual value_and_slope(F32x4 x, const WideReduction& reduced, F64x4 rest) const {
    const WideTanh tanh = wide_tanh(wide_exp(reduced, rest));
    const F64x4 scale = widen(select(x > F32x4::zero(), F32x4::splat(1.0f), a));
    return {narrow(scale * tanh.value), narrow(scale * tanh.slope)};
  }

  static double reference(double x, const double* parameters) {
    return x > 0.0 ? std::tanh(x) : parameters[0] * std::tanh(x);
  }
  static double reference_slope(double x, const double* parameters) {
    const double e = std::exp(-2.0 * std::abs(x));
    return (x > 0.0 ? 4.0 : 4.0 * parameters[0]) * e / ((1.0 + e) * (1.0 + e));
  }
};

}  // namespace playground
