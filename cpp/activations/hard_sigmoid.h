// Hard sigmoid with slope 1/6, as (x + 3) / 6 so that nothing cancels near -3. f'(-3) = f'(3) = 0, as PyTorch has it.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"

namespace playground {

struct HardSigmoid {
  static constexpr Description description{
      .id = "hard_sigmoid",
      .name_en = "Hard sigmoid (slope 1/6)",
      .name_zh = "Hard Sigmoid（斜率 1/6）",
      .kind = Kind::elementwise,
      .formula = R"(\begin{cases}0,&x\le -3\\\frac{x}{6}+\frac{1}{2},&-3<x<3\\1,&x\ge 3\end{cases})",
      .derivative = R"(\begin{cases}\frac{1}{6},&-3<x<3\\0,&\text{otherwise}\end{cases})",
      .bound = {.value_ulp = 1},
      .frameworks = {.pytorch = "torch.nn.Hardsigmoid",
                     .keras = "keras.activations.hard_sigmoid",
                     .jax = "jax.nn.hard_sigmoid",
                     .onnx = "HardSigmoid(alpha=1/6, beta=0.5)"},
  };
  static constexpr std::array<Parameter, 0> parameters{};

  F32x4 value(F32x4 x) const {
    const F32x4 three = F32x4::splat(3.0f);
    return (minimum(maximum(x, -three), three) + three) / F32x4::splat(6.0f);
  }
  F32x4 slope(F32x4 x) const { return nan_or(x, keep_where(abs(x) < F32x4::splat(3.0f), F32x4::splat(1.0f / 6.0f))); }
  Dual value_and_slope(F32x4 x) const { return {value(x), slope(x)}; }

  static double reference(double x, const double*) { return x <= -3.0 ? 0.0 : x >= 3.0 ? 1.0 : (x + 3.0) / 6.0; }
  static double reference_slope(double x, const double*) {
    return std::isnan(x) ? x : std::fabs(x) < 3.0 ? 1.0 / 6.0 : 0.0;
  }
};

}  // namespace playground
