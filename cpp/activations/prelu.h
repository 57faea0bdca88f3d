// Parametric ReLU: the slope left of zero is learned. f'(0) = a and df/da(0) = 0, as PyTorch has it.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"

namespace playground {

struct Prelu {
  F32x4 a;

  static constexpr Description description{
      .id = "prelu",
      .name_en = "PReLU",
      .name_zh = "参数化 ReLU",
      .kind = Kind::parametric_learned,
      .formula = R"(\begin{cases}x,&x>0\\ax,&x\le 0\end{cases})",
      .derivative = R"(\begin{cases}1,&x>0\\a,&x\le 0\end{cases})",
      .frameworks = {.pytorch = "torch.nn.PReLU", .keras = "keras.layers.PReLU", .onnx = "PRelu"},
      .in_survey = true,
  };
  static constexpr std::array<Parameter, 1> parameters{{
      {.name = "a", .latex = "a", .initial = 0.25f, .minimum = -2.0f, .maximum = 2.0f, .learned = true},
  }};

  F32x4 value(F32x4 x) const { return select(x > F32x4::zero(), x, a * x); }
  F32x4 slope(F32x4 x) const { return nan_or(x, select(x > F32x4::zero(), F32x4::splat(1.0f), a)); }
  Dual value_and_slope(F32x4 x) const { return {value(x), slope(x)}; }
  // df/d(parameter), in the order of `parameters`; only where one is learned.
  std::array<F32x4, 1> parameter_slopes(F32x4 x) const { return {select(x > F32x4::zero(), F32x4::zero(), x)}; }

  static double reference(double x, const double* parameters) { return x > 0.0 ? x : parameters[0] * x; }
  static double reference_slope(double x, const double* parameters) {
    return std::isnan(x) ? x : x > 0.0 ? 1.0 : parameters[0];
  }
  static double reference_parameter_slope(double x, const double*, size_t) { return x > 0.0 ? 0.0 : x; }
};

}  // namespace playground
