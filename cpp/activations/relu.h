// Rectified linear unit. f'(0) = 0, as PyTorch, JAX and TensorFlow have it.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"

namespace playground {

struct Relu {
  static constexpr Description description{
      .id = "relu",
      .name_en = "ReLU",
      .name_zh = "线性整流（ReLU）",
      .kind = Kind::elementwise,
      .formula = R"(\max(0,x))",
      .derivative = R"(\begin{cases}0,&x\le 0\\1,&x>0\end{cases})",
      .frameworks = {.pytorch = "torch.nn.ReLU",
                     .keras = "keras.activations.relu",
                     .jax = "jax.nn.relu",
                     .tensorflow = "tf.nn.relu",
                     .onnx = "Relu"},
      .in_survey = true,
  };
  static constexpr std::array<Parameter, 0> parameters{};

  F32x4 value(F32x4 x) const { return maximum(x, F32x4::zero()); }
  F32x4 slope(F32x4 x) const { return nan_or(x, keep_where(x > F32x4::zero(), F32x4::splat(1.0f))); }
  Dual value_and_slope(F32x4 x) const { return {value(x), slope(x)}; }

  static double reference(double x, const double*) { return x < 0.0 ? 0.0 : x; }
  static double reference_slope(double x, const double*) { return std::isnan(x) ? x : x > 0.0 ? 1.0 : 0.0; }
};

}  // namespace playground
