// Softsign. Its slope still lives where (1 + |x|)^2 is beyond float32; the inverse is what is squared.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"

namespace playground {

struct Softsign {
  static constexpr Description description{
      .id = "softsign",
      .name_en = "Softsign",
      .name_zh = "Softsign",
      .kind = Kind::elementwise,
      .formula = R"(\frac{x}{1+\lvert x\rvert})",
      .derivative = R"(\frac{1}{(1+\lvert x\rvert)^2})",
      .bound = {.value_ulp = 2, .slope_ulp = 4},
      .frameworks = {.pytorch = "torch.nn.Softsign",
                     .keras = "keras.activations.softsign",
                     .jax = "jax.nn.soft_sign",
                     .tensorflow = "tf.nn.softsign",
                     .onnx = "Softsign"},
      .aliases = "软符号",
  };
  static constexpr std::array<Parameter, 0> parameters{};

  Dual value_and_slope(F32x4 x) const {
    const F32x4 one = F32x4::splat(1.0f);
    // From 2^100 on the value is at its limit and the slope below the smallest float32.
    const F32x4 magnitude = minimum(abs(x), F32x4::splat(0x1p100f));
    const F32x4 inverse = one / (one + magnitude);
    return {copy_sign(magnitude * inverse, x), inverse * inverse};
  }

  static double reference(double x, const double*) {
    return std::isinf(x) ? std::copysign(1.0, x) : x / (1.0 + std::fabs(x));
  }
  static double reference_slope(double x, const double*) { return 1.0 / ((1.0 + std::fabs(x)) * (1.0 + std::fabs(x))); }
};

}  // namespace playground
