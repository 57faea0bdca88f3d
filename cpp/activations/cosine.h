// Cosine. It has no limits: f(+-inf) is NaN.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/trig.h"

namespace playground {

struct Cosine {
  static constexpr Description description{
      .id = "cosine",
      .name_en = "Cosine",
      .name_zh = "余弦",
      .kind = Kind::elementwise,
      .formula = R"(\cos(x))",
      .derivative = R"(-\sin(x))",
      .bound = {.value_ulp = 1, .slope_ulp = 1},
      .frameworks = {.pytorch = "torch.cos",
                     .keras = "keras.ops.cos",
                     .jax = "jax.numpy.cos",
                     .tensorflow = "tf.cos",
                     .onnx = "Cos"},
  };
  static constexpr std::array<Parameter, 0> parameters{};

  AngleReduction pass(F32x4 x) const { return reduce_sin_cos(widen(x)); }
  F32x4 value(F32x4, const AngleReduction& reduced) const { return sin_cos(reduced).cos; }
  Dual value_and_slope(F32x4, const AngleReduction& reduced) const {
    const SinCos parts = sin_cos(reduced);
    return {parts.cos, -parts.sin};
  }

  static double reference(double x, const double*) { return std::cos(x); }
  static double reference_slope(double x, const double*) { return -std::sin(x); }
};

}  // namespace playground
