// Soft shrinkage: x moved by lambd towards 0. f'(-lambd) = f'(lambd) = 0, as PyTorch has it.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"

namespace playground {

struct SoftShrink {
  F32x4 lambd;

  static constexpr Description description{
      .id = "soft_shrink",
      .name_en = "Softshrink",
      .name_zh = "软收缩",
      .kind = Kind::elementwise,
      .formula = R"(\begin{cases}x-\lambda,&x>\lambda\\x+\lambda,&x<-\lambda\\0,&\text{otherwise}\end{cases})",
      .derivative = R"(\begin{cases}1,&\lvert x\rvert>\lambda\\0,&\lvert x\rvert\le\lambda\end{cases})",
      .frameworks = {.pytorch = "torch.nn.Softshrink",
                     .keras = "keras.activations.soft_shrink",
                     .onnx = "Shrink(bias=lambd)"},
  };
  static constexpr std::array<Parameter, 1> parameters{{
      {.name = "lambd", .latex = R"(\lambda)", .initial = 0.5f, .minimum = 0.0f, .maximum = 5.0f},
  }};

  F32x4 value(F32x4 x) const { return select(abs(x) <= lambd, F32x4::zero(), x - copy_sign(lambd, x)); }
  F32x4 slope(F32x4 x) const { return select(is_nan(x), x, keep_where(abs(x) > lambd, F32x4::splat(1.0f))); }
  Dual value_and_slope(F32x4 x) const { return {value(x), slope(x)}; }

  static double reference(double x, const double* parameters) {
    return std::fabs(x) <= parameters[0] ? 0.0 : x - std::copysign(parameters[0], x);
  }
  static double reference_slope(double x, const double* parameters) {
    return std::isnan(x) ? x : std::fabs(x) > parameters[0] ? 1.0 : 0.0;
  }
};

}  // namespace playground
