// The identity: what a layer computes when it has no activation.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"

namespace playground {

struct Identity {
  static constexpr Description description{
      .id = "identity",
      .name_en = "Identity (Linear)",
      .name_zh = "恒等函数",
      .kind = Kind::elementwise,
      .formula = R"(x)",
      .derivative = R"(1)",
      .frameworks = {.pytorch = "torch.nn.Identity",
                     .keras = "keras.activations.linear",
                     .jax = "jax.nn.identity",
                     .tensorflow = "tf.identity",
                     .onnx = "Identity"},
  };
  static constexpr std::array<Parameter, 0> parameters{};

  F32x4 value(F32x4 x) const { return x; }
  F32x4 slope(F32x4 x) const { return select(is_nan(x), x, F32x4::splat(1.0f)); }
  Dual value_and_slope(F32x4 x) const { return {value(x), slope(x)}; }

  static double reference(double x, const double*) { return x; }
  static double reference_slope(double x, const double*) { return std::isnan(x) ? x : 1.0; }
};

}  // namespace playground
