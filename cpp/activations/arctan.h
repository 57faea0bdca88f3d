// Arc tangent.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/atan.h"

namespace playground {

struct Arctan {
  static constexpr Description description{
      .id = "arctan",
      .name_en = "ArcTan",
      .name_zh = "反正切",
      .kind = Kind::elementwise,
      .formula = R"(\arctan(x))",
      .derivative = R"(\frac{1}{1+x^2})",
      .bound = {.value_ulp = 1, .slope_ulp = 2},
      .frameworks = {.pytorch = "torch.atan",
                     .keras = "keras.ops.arctan",
                     .jax = "jax.numpy.arctan",
                     .tensorflow = "tf.atan",
                     .onnx = "Atan"},
  };
  static constexpr std::array<Parameter, 0> parameters{};

  F32x4 pass(F32x4 x) const { return atan_argument(x); }
  F32x4 pass(F32x4, F32x4 t) const { return atan_higher_terms(t); }
  F32x4 value(F32x4 x, F32x4 t, F32x4 higher) const { return atan_parts(x, t, higher).value; }
  Dual value_and_slope(F32x4 x, F32x4 t, F32x4 higher) const {
    const AtanParts parts = atan_parts(x, t, higher);
    return {parts.value, parts.slope};
  }

  static double reference(double x, const double*) { return std::atan(x); }
  static double reference_slope(double x, const double*) { return 1.0 / (1.0 + x * x); }
};

}  // namespace playground
