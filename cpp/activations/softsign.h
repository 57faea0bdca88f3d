// Softsign. Its slope 1 / (1 + |x|)^2 still lives where (1 + |x|)^2 is beyond float32; hence float64.
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
      .bound = {.value_ulp = 1, .slope_ulp = 1},
      .frameworks = {.pytorch = "torch.nn.Softsign",
                     .keras = "keras.activations.softsign",
                     .jax = "jax.nn.soft_sign",
                     .tensorflow = "tf.nn.softsign",
                     .onnx = "Softsign"},
  };
  static constexpr std::array<Parameter, 0> parameters{};

  F32x4 value(F32x4 x) const {
    // From 2^25 on the quotient is 1.
    const F32x4 magnitude = minimum(abs(x), F32x4::splat(0x1p25f));
    return copy_sign(magnitude / (F32x4::splat(1.0f) + magnitude), x);
  }
  F32x4 slope(F32x4 x) const {
    const F64x4 one = F64x4::splat(1.0);
    const F64x4 denominator = one + widen(abs(x));
    return narrow(one / (denominator * denominator));
  }
  Dual value_and_slope(F32x4 x) const { return {value(x), slope(x)}; }

  static double reference(double x, const double*) {
    return std::isinf(x) ? std::copysign(1.0, x) : x / (1.0 + std::fabs(x));
  }
  static double reference_slope(double x, const double*) { return 1.0 / ((1.0 + std::fabs(x)) * (1.0 + std::fabs(x))); }
};

}  // namespace playground
