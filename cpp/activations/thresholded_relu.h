// Thresholded ReLU (Konda et al. 2014): 0 up to theta, which itself belongs to the flat side. f'(theta) = 0, as PyTorch
// has it.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"

namespace playground {

struct ThresholdedRelu {
  F32x4 theta;

  static constexpr Description description{
      .id = "thresholded_relu",
      .name_en = "Thresholded ReLU",
      .name_zh = "阈值 ReLU",
      .kind = Kind::elementwise,
      .formula = R"(\begin{cases}x,&x>\theta\\0,&x\le\theta\end{cases})",
      .derivative = R"(\begin{cases}1,&x>\theta\\0,&x\le\theta\end{cases})",
      .frameworks = {.pytorch = "torch.nn.Threshold(theta, 0)",
                     .keras = "keras.activations.threshold(x, theta, 0)",
                     .onnx = "ThresholdedRelu"},
  };
  static constexpr std::array<Parameter, 1> parameters{{
      {.name = "theta", .latex = R"(\theta)", .initial = 1.0f, .minimum = 0.0f, .maximum = 10.0f},
  }};

  F32x4 value(F32x4 x) const { return select(x <= theta, F32x4::zero(), x); }
  F32x4 slope(F32x4 x) const { return select(is_nan(x), x, keep_where(x > theta, F32x4::splat(1.0f))); }
  Dual value_and_slope(F32x4 x) const { return {value(x), slope(x)}; }

  static double reference(double x, const double* parameters) { return x <= parameters[0] ? 0.0 : x; }
  static double reference_slope(double x, const double* parameters) {
    return std::isnan(x) ? x : x > parameters[0] ? 1.0 : 0.0;
  }
};

}  // namespace playground
