// Mish (Misra 2019), without hyperbolic tangent and logarithm. With a = |x|, G = e^a and h = 1 / (2 G + 1),
//
//   f(x) = max(x, 0) - w,  w = a / D,  D = 1 + G + G^2 / 2 on the right, G + (1 + h) / 2 on the left;
//   f'(x) = 1 - g on the right, g on the left, g = dw/da = (1 - w D') / D.
//
// With w in place of a / D, w D' is 2 a - w (G + 2) on the right and a - w (1 / 2 + h - h^2 / 2) on the left: nothing
// in g cancels but where f' crosses zero. G and D are scaled by a small power of two, as in silu.h.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/silu.h"

namespace playground {

struct Mish {
  static constexpr Description description{
      .id = "mish",
      .name_en = "Mish",
      .name_zh = "Mish",
      .kind = Kind::elementwise,
      .formula = R"(x\tanh(\ln(1+e^{x})))",
      .derivative = R"(t+x\sigma(x)(1-t^2),\ t=\tanh(\ln(1+e^{x})))",
      .bound = {.value_ulp = 2, .slope_ulp = 3, .slope_floor_in = {-1.5f, -0.8f}},
      .frameworks = {.pytorch = "torch.nn.Mish",
                     .keras = "keras.activations.mish",
                     .jax = "jax.nn.mish",
                     .onnx = "Mish"},
  };
  static constexpr std::array<Parameter, 0> parameters{};

  SwishReduction pass(F32x4 x) const { return reduce_swish(magnitude(x)); }
  F32x4 pass(F32x4, const SwishReduction& reduced) const { return swish_rest(reduced); }
  Dual value_and_slope(F32x4 x, const SwishReduction& reduced, F32x4 rest_of_g) const {
    const F32x4 half = F32x4::splat(0.5f);
    const F32x4 zero = F32x4::zero();
    const F32x4 one = F32x4::splat(1.0f);
    const F32x4 scale = F32x4::splat(detail::swish_one);
    const F32x4 a = magnitude(x);
    const F32x4 power = reduced.power;
    const F32x4 g = power + rest_of_g;  // times scale, as is all that is added to it
    const F32x4 half_g = g * F32x4::splat(0.5f / detail::swish_one);
    const F32x4 half_scale = F32x4::splat(0.5f * detail::swish_one);
    const F32x4 scaled_half_h = F32x4::splat(0.5f * detail::swish_one * detail::swish_one) / (g + g + scale);
    const Mask32x4 left = x < zero;
    // In this order what is small beside a large power is added first.
    const F32x4 d = (select(left, half_scale + scaled_half_h, scale + g * half_g) + rest_of_g) + power;
    const F32x4 w = a / d * scale;
    const F32x4 h = scaled_half_h * F32x4::splat(2.0f / detail::swish_one);
    const F32x4 change =
        select(left, w * (half + h - half * h * h) - a, w * (half_g + half_g + F32x4::splat(2.0f)) - (a + a));
    return {maximum(x, zero) - w, swish_slope(x, (one + change) / d * scale)};
  }

  static double reference(double x, const double*) {
    if (x < -700.0) return -0.0;
    const double e = std::exp(-std::abs(x));
    return x * (x < 0.0 ? e * (e + 2.0) / (e * (e + 2.0) + 2.0) : (1.0 + 2.0 * e) / (1.0 + 2.0 * e + 2.0 * e * e));
  }
  // With q = e^-|x| and d = (1 + (1 + e)^2) q or its square left of zero: f' = (n (n + 2) + 4 x e (1 + e)) / (n + 2)^2.
  static double reference_slope(double x, const double*) {
    const double t = x < -700.0 ? -700.0 : x > 700.0 ? 700.0 : x;
    const double q = std::exp(-std::abs(t));
    if (t < 0.0) {
      const double d = 2.0 + q * (2.0 + q);
      return q * ((2.0 + q) * d + 4.0 * t * (1.0 + q)) / (d * d);
    }
    const double d = 1.0 + 2.0 * q * (1.0 + q);
    return ((1.0 + 2.0 * q) * d + 4.0 * t * q * q * (1.0 + q)) / (d * d);
  }

 private:
  // f is x right of 20 and 0 left of -112.
  static F32x4 magnitude(F32x4 x) { return abs(maximum(minimum(x, F32x4::splat(20.0f)), F32x4::splat(-112.0f))); }
};

}  // namespace playground
