// Sine. It has no limits: f(+-inf) is NaN.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/trig.h"

namespace playground {

struct Sinusoid {
  static constexpr Description description{
      .id = "sinusoid",
      .name_en = "Sine",
      .name_zh = "正弦",
      .kind = Kind::elementwise,
      .formula = R"(\sin(x))",
      .derivative = R"(\cos(x))",
      .bound = {.value_ulp = 1, .slope_ulp = 1},
      .frameworks = {.pytorch = "torch.sin",
                     .keras = "keras.ops.sin",
                     .jax = "jax.numpy.sin",
                     .tensorflow = "tf.sin",
                     .onnx = "Sin"},
  };
  static constexpr std::array<Parameter, 0> parameters{};

  AngleReduction pass(F32x4 x) const { return reduce_sin_cos(widen(x)); }
  F32x4 value(F32x4, const AngleReduction& reduced) const { return sin_cos(reduced).sin; }
  Dual value_and_slope(F32x4, const AngleReduction& reduced) const {
    const SinCos parts = sin_cos(reduced);
    return {parts.sin, parts.cos};
  }

  static double reference(double x, const double*) { return std::sin(x); }
  static double reference_slope(double x, const double*) { return std::cos(x); }
};

}  // namespace playground
