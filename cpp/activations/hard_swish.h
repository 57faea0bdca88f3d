// Hard swish (Howard et al. 2019): x times the hard sigmoid. f'(-3) = 0 and f'(3) = 1: the outer lines own the kinks,
// as in PyTorch.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"

namespace playground {

struct HardSwish {
  static constexpr Description description{
      .id = "hard_swish",
      .name_en = "Hard Swish (Hard SiLU)",
      .name_zh = "Hard Swish",
      .kind = Kind::elementwise,
      .formula = R"(\begin{cases}0,&x\le -3\\\frac{x(x+3)}{6},&-3<x<3\\x,&x\ge 3\end{cases})",
      .derivative = R"(\begin{cases}0,&x\le -3\\\frac{x}{3}+\frac{1}{2},&-3<x<3\\1,&x\ge 3\end{cases})",
      .bound = {.value_ulp = 2, .slope_ulp = 1},
      .frameworks = {.pytorch = "torch.nn.Hardswish",
                     .keras = "keras.activations.hard_silu",
                     .jax = "jax.nn.hard_silu",
                     .onnx = "HardSwish"},
      .aliases = "hard_silu, 硬 Swish",
  };
  static constexpr std::array<Parameter, 0> parameters{};

  F32x4 value(F32x4 x) const {
    const F32x4 three = F32x4::splat(3.0f);
    const F32x4 limited = maximum(x, -three);
    return limited * (minimum(limited + three, F32x4::splat(6.0f)) * F32x4::splat(1.0f / 6.0f));
  }
  F32x4 slope(F32x4 x) const {
    const F32x4 three = F32x4::splat(3.0f);
    const F32x4 rise = (x + x + three) * F32x4::splat(1.0f / 6.0f);
    return clear_where(x <= -three, select(x >= three, F32x4::splat(1.0f), rise));
  }
  Dual value_and_slope(F32x4 x) const { return {value(x), slope(x)}; }

  static double reference(double x, const double*) { return x <= -3.0 ? 0.0 : x >= 3.0 ? x : x * (x + 3.0) / 6.0; }
  static double reference_slope(double x, const double*) {
    return x <= -3.0 ? 0.0 : x >= 3.0 ? 1.0 : (2.0 * x + 3.0) / 6.0;
  }
};

}  // namespace playground
