// Cube: smooth, odd, and without bound in value and slope. The slope is (3 x) x: 3 x^2 would triple the rounding of a
// subnormal x^2.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"

namespace playground {

struct Cubic {
  static constexpr Description description{
      .id = "cubic",
      .name_en = "Cube",
      .name_zh = "立方",
      .kind = Kind::elementwise,
      .formula = R"(x^3)",
      .derivative = R"(3x^2)",
      .bound = {.value_ulp = 1, .slope_ulp = 1},
      .frameworks = {.pytorch = "torch.pow(x, 3)",
                     .keras = "keras.ops.power",
                     .jax = "jax.numpy.power",
                     .tensorflow = "tf.pow",
                     .onnx = "Pow(x, 3)"},
  };
  static constexpr std::array<Parameter, 0> parameters{};

  F32x4 value(F32x4 x) const { return x * x * x; }
  F32x4 slope(F32x4 x) const { return F32x4::splat(3.0f) * x * x; }
  Dual value_and_slope(F32x4 x) const { return {value(x), slope(x)}; }

  static double reference(double x, const double*) { return x * x * x; }
  static double reference_slope(double x, const double*) { return 3.0 * x * x; }
};

}  // namespace playground
