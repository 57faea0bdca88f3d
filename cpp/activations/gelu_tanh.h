// The tanh approximation of GELU (Hendrycks and Gimpel 2016): not GELU, but a function of its own. As 1 + tanh u is
// 2 s(2u) with the logistic s, f(x) = x s(y) with y = sqrt(8/pi) (x + 0.044715 x^3), and with e = e^(-|y|)
//
//   s(y) = 1 / (1 + e) or e / (1 + e),  f'(x) = s(y) + x y' e / (1 + e)^2.
//
// Right to the subnormals of the left tail, which frameworks lose where tanh u is -1. In float64: y grows to 100 there,
// and e^y shows its rounding as many times.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/wide_exp.h"

namespace playground {

struct GeluTanh {
  static constexpr Description description{
      .id = "gelu_tanh",
      .name_en = "GELU (tanh approximation)",
      .name_zh = "GELU（tanh 近似）",
      .kind = Kind::elementwise,
      .formula = R"(\frac{x}{2}\left(1+\tanh(\sqrt{\frac{2}{\pi}}(x+0.044715x^3))\right))",
      .derivative =
          R"(\frac{1+t}{2}+\frac{x(1-t^2)}{\sqrt{2\pi}}(1+0.134145x^2),\\t=\tanh(\sqrt{\tfrac{2}{\pi}}(x+0.044715x^3)))",
      .bound = {.value_ulp = 1, .slope_ulp = 1, .slope_floor_in = {-0.8f, -0.7f}},
      .frameworks = {.pytorch = "torch.nn.GELU(approximate='tanh')",
                     .keras = "keras.activations.gelu(approximate=True)",
                     .jax = "jax.nn.gelu(approximate=True)",
                     .tensorflow = "tf.nn.gelu(approximate=True)",
                     .onnx = "Gelu(approximate='tanh')"},
  };
  static constexpr std::array<Parameter, 0> parameters{};

  WideReduction pass(F32x4 x) const {
    const F64x4 limited = this->limited(x);
    const F64x4 y = limited * polynomial(limited * limited, scale, scale * 0.044715);
    return reduce_wide_exp(select(x < F32x4::zero(), y, F64x4::splat(0.0) - y));
  }
  F64x4 pass(F32x4, const WideReduction& reduced) const { return wide_exp(reduced).exp; }
  Dual value_and_slope(F32x4 x, const WideReduction&, F64x4 e) const {
    const F64x4 limited = this->limited(x);
    const F64x4 slope_of_y = polynomial(limited * limited, scale, scale * 0.134145);
    const F64x4 one = F64x4::splat(1.0);
    const F64x4 reciprocal = one / (one + e);
    const F64x4 s = select(x < F32x4::zero(), e, one) * reciprocal;
    return {narrow(widen(from_left(x)) * s), narrow(s + limited * slope_of_y * (e * reciprocal * reciprocal))};
  }

  static double reference(double x, const double*) { return x < -40.0 ? -0.0 : x / (1.0 + std::exp(-exponent(x))); }
  static double reference_slope(double x, const double*) {
    const double t = x < -20.0 ? -20.0 : x > 20.0 ? 20.0 : x;
    const double e = std::exp(-std::abs(exponent(t)));
    const double rest = t * scale * (1.0 + 0.134145 * t * t) / (1.0 + e);
    return t < 0.0 ? e / (1.0 + e) * (1.0 + rest) : (1.0 + e * rest) / (1.0 + e);
  }

 private:
  // x e^y is 0 in float32 left of -12, and 1 - s(y) is 0 beside 1 on the right.
  static F32x4 from_left(F32x4 x) { return maximum(x, F32x4::splat(-13.0f)); }
  static F64x4 limited(F32x4 x) { return widen(minimum(from_left(x), F32x4::splat(13.0f))); }

  static constexpr double scale = 0x1.9884533d43651p0;  // sqrt(8 / pi)
  static double exponent(double x) { return scale * (x + 0.044715 * x * x * x); }
};

}  // namespace playground
