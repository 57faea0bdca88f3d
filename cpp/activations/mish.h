// Mish (Misra 2019). tanh(log(1 + e^x)) needs neither of the two: with e = e^x and m = e (2 + e), in float64,
//
//   f(x) = x m / (2 + m),   f'(x) = m / (2 + m) + 4 x e (1 + e) / (2 + m)^2.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/wide_exp.h"

namespace playground {

struct Mish {
  static constexpr Description description{
      .id = "mish",
      .name_en = "Mish",
      .name_zh = "Mish",
      .kind = Kind::elementwise,
      .formula = R"(x\tanh(\ln(1+e^{x})))",
      .derivative = R"(\tanh(\ln(1+e^{x}))+x\sigma(x)\left(1-\tanh(\ln(1+e^{x}))^2\right))",
      .bound = {.value_ulp = 1, .slope_ulp = 1, .slope_floor_in = {-1.4f, -1.0f}},
      .frameworks = {.pytorch = "torch.nn.Mish",
                     .keras = "keras.activations.mish",
                     .jax = "jax.nn.mish",
                     .onnx = "Mish"},
  };
  static constexpr std::array<Parameter, 0> parameters{};

  F32x4 value(F32x4 x) const { return value_and_slope(x).value; }
  Dual value_and_slope(F32x4 x) const {
    // Right of 30 m / (2 + m) is 1; left of -120 f and f' are 0 in float32.
    const F32x4 end = F32x4::splat(30.0f);
    const F64x4 limited = widen(minimum(maximum(x, F32x4::splat(-120.0f)), end));
    const F64x4 one = F64x4::splat(1.0);
    const F64x4 two = F64x4::splat(2.0);
    const F64x4 e = wide_exp(limited).exp;
    const F64x4 m = e * (two + e);
    const F64x4 reciprocal = one / (two + m);
    const F64x4 w = m * reciprocal;
    const F64x4 change = limited * (e * (one + e)) * reciprocal * reciprocal;
    // What the limit took off on the right goes back in; it is +0 elsewhere.
    return {narrow(limited * w) - (end - maximum(x, end)), narrow(w + F64x4::splat(4.0) * change)};
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
};

}  // namespace playground
