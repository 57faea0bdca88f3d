// ReLU6: ReLU cut off at 6. f'(0) = f'(6) = 0, as PyTorch, JAX and TensorFlow have it.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"

namespace playground {

struct Relu6 {
  static constexpr Description description{
      .id = "relu6",
      .name_en = "ReLU6",
      .name_zh = "ReLU6",
      .kind = Kind::elementwise,
      .formula = R"(\min(\max(0,x),6))",
      .derivative = R"(\begin{cases}1,&0<x<6\\0,&\text{otherwise}\end{cases})",
      .frameworks = {.pytorch = "torch.nn.ReLU6",
                     .keras = "keras.activations.relu6",
                     .jax = "jax.nn.relu6",
                     .tensorflow = "tf.nn.relu6",
                     .onnx = "Clip(0,6)"},
      .aliases = "截断 ReLU, 截断修正线性单元",
  };
  static constexpr std::array<Parameter, 0> parameters{};

  F32x4 value(F32x4 x) const { return minimum(maximum(x, F32x4::zero()), F32x4::splat(6.0f)); }
  F32x4 slope(F32x4 x) const {
    return select(is_nan(x), x, keep_where((x > F32x4::zero()) & (x < F32x4::splat(6.0f)), F32x4::splat(1.0f)));
  }
  Dual value_and_slope(F32x4 x) const { return {value(x), slope(x)}; }

  static double reference(double x, const double*) { return x <= 0.0 ? 0.0 : x >= 6.0 ? 6.0 : x; }
  static double reference_slope(double x, const double*) { return std::isnan(x) ? x : x > 0.0 && x < 6.0 ? 1.0 : 0.0; }
};

}  // namespace playground
