// Leaky ReLU: a fixed small slope left of zero. f'(0) = negative_slope, as PyTorch and TensorFlow have it.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"

namespace playground {

struct LeakyRelu {
  F32x4 negative_slope;

  static constexpr Description description{
      .id = "leaky_relu",
      .name_en = "Leaky ReLU",
      .name_zh = "带泄露 ReLU",
      .kind = Kind::elementwise,
      .formula = R"(\begin{cases}x,&x>0\\\alpha x,&x\le 0\end{cases})",
      .derivative = R"(\begin{cases}1,&x>0\\\alpha,&x\le 0\end{cases})",
      .frameworks = {.pytorch = "torch.nn.LeakyReLU",
                     .keras = "keras.activations.leaky_relu",
                     .jax = "jax.nn.leaky_relu",
                     .tensorflow = "tf.nn.leaky_relu",
                     .onnx = "LeakyRelu"},
      .in_survey = true,
  };
  static constexpr std::array<Parameter, 1> parameters{{
      {.name = "negative_slope", .latex = R"(\alpha)", .initial = 0.01f, .minimum = -1.0f, .maximum = 1.0f},
  }};

  F32x4 value(F32x4 x) const { return select(x > F32x4::zero(), x, negative_slope * x); }
  F32x4 slope(F32x4 x) const { return nan_or(x, select(x > F32x4::zero(), F32x4::splat(1.0f), negative_slope)); }
  Dual value_and_slope(F32x4 x) const { return {value(x), slope(x)}; }

  static double reference(double x, const double* parameters) { return x > 0.0 ? x : parameters[0] * x; }
  static double reference_slope(double x, const double* parameters) {
    return std::isnan(x) ? x : x > 0.0 ? 1.0 : parameters[0];
  }
};

}  // namespace playground
