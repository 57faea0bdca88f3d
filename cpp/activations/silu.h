// Sigmoid linear unit, x s(x); Swish with beta = 1.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/silu.h"

namespace playground {

struct Silu {
  static constexpr Description description{
      .id = "silu",
      .name_en = "SiLU (Swish-1)",
      .name_zh = "SiLU",
      .kind = Kind::elementwise,
      .formula = R"(x\sigma(x))",
      .derivative = R"(\sigma(x)(1+x(1-\sigma(x))))",
      .bound = {.value_ulp = 2, .slope_ulp = 4, .slope_floor_in = {-1.5f, -1.1f}},
      .frameworks = {.pytorch = "torch.nn.SiLU",
                     .keras = "keras.activations.silu",
                     .jax = "jax.nn.silu",
                     .tensorflow = "tf.nn.silu",
                     .onnx = "Swish(alpha=1)"},
      .aliases = "swish, S 形加权线性单元",
  };
  static constexpr std::array<Parameter, 0> parameters{};

  SwishReduction pass(F32x4 x) const { return reduce_swish(swish_magnitude(x)); }
  F32x4 pass(F32x4, const SwishReduction& reduced) const { return swish_rest(reduced); }
  F32x4 value(F32x4 x, const SwishReduction& reduced, F32x4 rest) const {
    return swish_parts(x, reduced, rest).product(x);
  }
  Dual value_and_slope(F32x4 x, const SwishReduction& reduced, F32x4 rest) const {
    const SwishParts parts = swish_parts(x, reduced, rest);
    const F32x4 g = parts.of_sum((F32x4::splat(1.0f) - parts.a) + parts.w);
    return {parts.product(x), swish_slope(x, g)};
  }

  static double reference(double x, const double*) { return x < -700.0 ? -0.0 : x / (1.0 + std::exp(-x)); }
  static double reference_slope(double x, const double*) {
    const double e = std::exp(-std::abs(x));
    const double t = std::fmin(std::abs(x), 700.0);
    const double numerator = x < 0.0 ? e * (1.0 + e - t) : 1.0 + e * (1.0 + t);
    return std::isnan(x) ? x : numerator / ((1.0 + e) * (1.0 + e));
  }
};

}  // namespace playground
