// Sigmoid, the logistic function. Its slope is e / (1 + e)^2 with e = e^(-|x|), not s (1 - s), which cancels to 0 on
// the right.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/logistic.h"

namespace playground {

struct Sigmoid {
  static constexpr Description description{
      .id = "sigmoid",
      .name_en = "Sigmoid (logistic)",
      .name_zh = "Sigmoid（逻辑函数）",
      .kind = Kind::elementwise,
      .formula = R"(\frac{1}{1+e^{-x}})",
      .derivative = R"(\sigma(x)(1-\sigma(x)))",
      .bound = {.value_ulp = 2, .slope_ulp = 3},
      .frameworks = {.pytorch = "torch.nn.Sigmoid",
                     .keras = "keras.activations.sigmoid",
                     .jax = "jax.nn.sigmoid",
                     .tensorflow = "tf.nn.sigmoid",
                     .onnx = "Sigmoid"},
      .aliases = "logistic, expit",
      .in_survey = true,
  };
  static constexpr std::array<Parameter, 0> parameters{};

  LogisticReduction pass(F32x4 x) const { return reduce_logistic(x); }
  F32x4 value(F32x4, const LogisticReduction& reduced) const { return logistic_parts(reduced).value; }
  Dual value_and_slope(F32x4, const LogisticReduction& reduced) const {
    const LogisticParts parts = logistic_parts(reduced);
    return {parts.value, parts.slope};
  }

  static double reference(double x, const double*) { return 1.0 / (1.0 + std::exp(-x)); }
  static double reference_slope(double x, const double*) {
    const double e = std::exp(-std::abs(x));
    return e / ((1.0 + e) * (1.0 + e));
  }
};

}  // namespace playground
