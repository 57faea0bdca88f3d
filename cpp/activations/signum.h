// Signum. f'(0) = 0, as PyTorch has it: f' is 0 everywhere, so nothing trains through it.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"

namespace playground {

struct Signum {
  static constexpr Description description{
      .id = "signum",
      .name_en = "Signum",
      .name_zh = "符号函数",
      .kind = Kind::elementwise,
      .formula = R"(\begin{cases}-1,&x<0\\0,&x=0\\1,&x>0\end{cases})",
      .derivative = R"(0)",
      .frameworks = {.pytorch = "torch.sign",
                     .keras = "keras.ops.sign",
                     .jax = "jax.numpy.sign",
                     .tensorflow = "tf.sign",
                     .onnx = "Sign"},
  };
  static constexpr std::array<Parameter, 0> parameters{};

  F32x4 value(F32x4 x) const {
    const F32x4 one = F32x4::splat(1.0f);
    return select(is_nan(x), x, keep_where(x > F32x4::zero(), one) - keep_where(x < F32x4::zero(), one));
  }
  F32x4 slope(F32x4 x) const { return select(is_nan(x), x, F32x4::zero()); }
  Dual value_and_slope(F32x4 x) const { return {value(x), slope(x)}; }

  static double reference(double x, const double*) { return std::isnan(x) ? x : x > 0.0 ? 1.0 : x < 0.0 ? -1.0 : 0.0; }
  static double reference_slope(double x, const double*) { return std::isnan(x) ? x : 0.0; }
};

}  // namespace playground
