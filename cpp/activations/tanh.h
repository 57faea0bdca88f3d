// Hyperbolic tangent. Its slope comes from the exponential, not from 1 - tanh^2, which is 0 from |x| = 9 on.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/tanh.h"

namespace playground {

struct Tanh {
  static constexpr Description description{
      .id = "tanh",
      .name_en = "Tanh",
      .name_zh = "双曲正切",
      .kind = Kind::elementwise,
      .formula = R"(\tanh(x))",
      .derivative = R"(1-\tanh(x)^2)",
      .bound = {.value_ulp = 2, .slope_ulp = 3},
      .frameworks = {.pytorch = "torch.nn.Tanh",
                     .keras = "keras.activations.tanh",
                     .jax = "jax.nn.tanh",
                     .tensorflow = "tf.nn.tanh",
                     .onnx = "Tanh"},
      .in_survey = true,
  };
  static constexpr std::array<Parameter, 0> parameters{};

  RaisedReduction pass(F32x4 x) const { return reduce_tanh(x); }
  F32x4 value(F32x4 x, const RaisedReduction& reduced) const { return tanh_parts(x, reduced).value; }
  Dual value_and_slope(F32x4 x, const RaisedReduction& reduced) const {
    const TanhParts parts = tanh_parts(x, reduced);
    return {parts.value, parts.slope};
  }

  static double reference(double x, const double*) { return std::tanh(x); }
  static double reference_slope(double x, const double*) {
    const double e = std::exp(-2.0 * std::abs(x));
    return 4.0 * e / ((1.0 + e) * (1.0 + e));
  }
};

}  // namespace playground
