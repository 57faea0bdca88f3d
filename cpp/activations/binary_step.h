// Binary step: the threshold unit. f(theta) = 1; f' is 0 everywhere, at the jump too, so nothing trains through it.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"

namespace playground {

struct BinaryStep {
  F32x4 theta;

  static constexpr Description description{
      .id = "binary_step",
      .name_en = "Binary step (Heaviside / threshold unit)",
      .name_zh = "阶跃函数（二值阈值）",
      .kind = Kind::elementwise,
      .formula = R"(\begin{cases}1,&x\ge\theta\\0,&x<\theta\end{cases})",
      .derivative = R"(0)",
      .frameworks = {.pytorch = "torch.heaviside(x, values=1)",
                     .keras = "keras.ops.heaviside(x1, x2=1)",
                     .jax = "jax.numpy.heaviside(x1, x2=1)",
                     .tensorflow = "tf.experimental.numpy.heaviside(x1, x2=1)"},
      .in_survey = true,
  };
  static constexpr std::array<Parameter, 1> parameters{{
      {.name = "theta", .latex = R"(\theta)", .initial = 0.0f, .minimum = -10.0f, .maximum = 10.0f},
  }};

  F32x4 value(F32x4 x) const { return select(is_nan(x), x, keep_where(x >= theta, F32x4::splat(1.0f))); }
  F32x4 slope(F32x4 x) const { return select(is_nan(x), x, F32x4::zero()); }
  Dual value_and_slope(F32x4 x) const { return {value(x), slope(x)}; }

  static double reference(double x, const double* parameters) {
    return std::isnan(x) ? x : x >= parameters[0] ? 1.0 : 0.0;
  }
  static double reference_slope(double x, const double*) { return std::isnan(x) ? x : 0.0; }
};

}  // namespace playground
