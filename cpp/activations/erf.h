// The error function.
#pragma once

#include <cmath>
#include <numbers>

#include "cpp/catalogue/description.h"
#include "cpp/math/erf.h"

namespace playground {

struct Erf {
  static constexpr Description description{
      .id = "erf",
      .name_en = "Error function",
      .name_zh = "误差函数",
      .kind = Kind::elementwise,
      .formula = R"(\operatorname{erf}(x))",
      .derivative = R"(\frac{2}{\sqrt{\pi}}e^{-x^2})",
      .bound = {.value_ulp = 1, .slope_ulp = 1},
      .frameworks = {.pytorch = "torch.erf",
                     .keras = "keras.ops.erf",
                     .jax = "jax.scipy.special.erf",
                     .tensorflow = "tf.math.erf",
                     .onnx = "Erf"},
  };
  static constexpr std::array<Parameter, 0> parameters{};

  F32x4 value(F32x4 x) const { return playground::erf(x); }
  Dual value_and_slope(F32x4 x) const {
    // The same e^(-x^2) as in the value: compilers compute it once.
    const ErfcParts tail = erfc_parts(widen(minimum(abs(x), F32x4::splat(erfc_end))));
    return {value(x), narrow(F64x4::splat(2.0 * std::numbers::inv_sqrtpi) * tail.gaussian)};
  }

  static double reference(double x, const double*) { return std::erf(x); }
  static double reference_slope(double x, const double*) { return 2.0 * std::numbers::inv_sqrtpi * std::exp(-x * x); }
};

}  // namespace playground
