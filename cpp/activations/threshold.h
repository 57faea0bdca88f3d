// PyTorch's Threshold: a given value up to the threshold, x beyond. f'(threshold) = 0, as PyTorch has it.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"

namespace playground {

struct Threshold {
  F32x4 threshold;
  F32x4 replacement;

  static constexpr Description description{
      .id = "threshold",
      .name_en = "Threshold (PyTorch)",
      .name_zh = "Threshold 阈值",
      .kind = Kind::elementwise,
      .formula = R"(\begin{cases}x,&x>\theta\\v,&x\le\theta\end{cases})",
      .derivative = R"(\begin{cases}1,&x>\theta\\0,&x\le\theta\end{cases})",
      .frameworks = {.pytorch = "torch.nn.Threshold", .keras = "keras.activations.threshold"},
  };
  static constexpr std::array<Parameter, 2> parameters{{
      {.name = "threshold", .latex = R"(\theta)", .initial = 0.1f, .minimum = -10.0f, .maximum = 10.0f},
      {.name = "value", .latex = "v", .initial = 20.0f, .minimum = -20.0f, .maximum = 20.0f},
  }};

  F32x4 value(F32x4 x) const { return select(x <= threshold, replacement, x); }
  F32x4 slope(F32x4 x) const { return nan_or(x, keep_where(x > threshold, F32x4::splat(1.0f))); }
  Dual value_and_slope(F32x4 x) const { return {value(x), slope(x)}; }

  static double reference(double x, const double* parameters) { return x <= parameters[0] ? parameters[1] : x; }
  static double reference_slope(double x, const double* parameters) {
    return std::isnan(x) ? x : x > parameters[0] ? 1.0 : 0.0;
  }
};

}  // namespace playground
