// Mish (Misra 2019). tanh(log(1 + e^x)) needs neither of the two: with e = e^x, p = e (1 + e), m = e + p and d = 2 + m
// it is 1 - 2 / d = e (1 - p / d). Of the two the one is taken that does not cancel:
//
//   x > 0:   f(x) = x - x (2 / d),      f'(x) = 1 - (2 / d - x k),            k = 4 p / d^2,
//   x <= 0:  f(x) = x e - x e (p / d),  f'(x) = e (1 + x - (p / d + x k)),    k = (4 p + m^2) / d^2.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/exp_tail.h"

namespace playground {

struct Mish {
  static constexpr Description description{
      .id = "mish",
      .name_en = "Mish",
      .name_zh = "Mish",
      .kind = Kind::elementwise,
      .formula = R"(x\tanh(\ln(1+e^{x})))",
      .derivative = R"(\tanh(\ln(1+e^{x}))+x\sigma(x)\left(1-\tanh(\ln(1+e^{x}))^2\right))",
      .bound = {.value_ulp = 2, .slope_ulp = 3, .slope_floor_in = {-1.6f, -0.8f}},
      .frameworks = {.pytorch = "torch.nn.Mish",
                     .keras = "keras.activations.mish",
                     .jax = "jax.nn.mish",
                     .onnx = "Mish"},
  };
  static constexpr std::array<Parameter, 0> parameters{};

  F32x4 value(F32x4 x) const { return value_and_slope(x).value; }
  Dual value_and_slope(F32x4 x) const {
    // Right of 30 the quotients are nothing beside 1; left of -120 f and f' are 0, and no infinity meets a zero.
    const F32x4 end = F32x4::splat(30.0f);
    const F32x4 limited = minimum(maximum(x, F32x4::splat(-120.0f)), end);
    const TailExp parts = tail_exp(limited);
    const F32x4 e = parts.value;
    const F32x4 one = F32x4::splat(1.0f);
    const F32x4 two = F32x4::splat(2.0f);
    const F32x4 p = e + e * e;
    const F32x4 m = e + p;
    const F32x4 d = two + m;
    const Mask32x4 right = x > F32x4::zero();
    const F32x4 factor = select(right, one, e);
    const F32x4 quotient = select(right, two, p) / d;
    const F32x4 product = limited * factor;
    const F32x4 value = (product - product * quotient) * parts.rest;
    const F32x4 four_p = F32x4::splat(4.0f) * p;
    const F32x4 k = select(right, four_p, four_p + m * m) / (d * d);
    const F32x4 sum = (one + minimum(limited, F32x4::zero())) - (quotient - abs(limited) * k);
    return {select(x > end, x, value), factor * sum * parts.rest};
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
