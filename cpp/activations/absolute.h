// Absolute value. f'(0) = 0, as PyTorch has it.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"

namespace playground {

struct Absolute {
  static constexpr Description description{
      .id = "absolute",
      .name_en = "Absolute value",
      .name_zh = "绝对值",
      .kind = Kind::elementwise,
      .formula = R"(\lvert x\rvert)",
      .derivative = R"(\begin{cases}-1,&x<0\\0,&x=0\\1,&x>0\end{cases})",
      .frameworks = {.pytorch = "torch.abs",
                     .keras = "keras.ops.abs",
                     .jax = "jax.numpy.abs",
                     .tensorflow = "tf.abs",
                     .onnx = "Abs"},
  };
  static constexpr std::array<Parameter, 0> parameters{};

  F32x4 value(F32x4 x) const { return abs(x); }
  F32x4 slope(F32x4 x) const {
    const I32x4 magnitude = bits(keep_where(abs(x) > F32x4::zero(), F32x4::splat(1.0f)));
    return nan_or(x, from_bits(magnitude | (bits(x) & I32x4::splat(INT32_MIN))));
  }
  Dual value_and_slope(F32x4 x) const { return {value(x), slope(x)}; }

  static double reference(double x, const double*) { return std::fabs(x); }
  static double reference_slope(double x, const double*) { return x > 0.0 ? 1.0 : x < 0.0 ? -1.0 : x; }
};

}  // namespace playground
