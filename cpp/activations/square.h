// Square: smooth, even, and without bound in value and slope.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"

namespace playground {

struct Square {
  static constexpr Description description{
      .id = "square",
      .name_en = "Square",
      .name_zh = "平方",
      .kind = Kind::elementwise,
      .formula = R"(x^2)",
      .derivative = R"(2x)",
      .frameworks = {.pytorch = "torch.square",
                     .keras = "keras.ops.square",
                     .jax = "jax.numpy.square",
                     .tensorflow = "tf.square",
                     .onnx = "Pow(x, 2)"},
  };
  static constexpr std::array<Parameter, 0> parameters{};

  F32x4 value(F32x4 x) const { return x * x; }
  F32x4 slope(F32x4 x) const { return x + x; }
  Dual value_and_slope(F32x4 x) const { return {value(x), slope(x)}; }

  static double reference(double x, const double*) { return x * x; }
  static double reference_slope(double x, const double*) { return 2.0 * x; }
};

}  // namespace playground
