// Sigmoid linear unit, x s(x); Swish with beta = 1. With E = e^-x:
//
//   f(x) = x / (1 + E),  f'(x) = (1 + E (1 + x)) / (1 + E)^2.
//
// E grows beyond float32 while x / E is still a number; so with E = F 2^n everything is divided by 2^m, m about n / 2,
// that comes back at the end and rounds only there: a = F 2^(n - m), b = 2^-m.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/exp.h"

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
      .aliases = "swish",
  };
  static constexpr std::array<Parameter, 0> parameters{};

  F32x4 value(F32x4 x) const { return value_and_slope(x).value; }
  Dual value_and_slope(F32x4 x) const {
    // x e^x is 0 in float32 left of -111, and e^-40 is nothing beside 1: the limits change no result, and with them no
    // infinity meets a zero.
    const F32x4 from_left = maximum(x, F32x4::splat(-120.0f));
    const F32x4 limited = minimum(from_left, F32x4::splat(40.0f));
    const ExpParts parts = exp_parts(-limited);
    const I32x4 n = parts.exponent;
    const I32x4 m = (n + I32x4::splat(58)).shift_right<1>();
    const F32x4 one = F32x4::splat(1.0f);
    const F32x4 a = parts.fraction * power_of_two(power_shift(n - m));
    const F32x4 b = power_of_two(power_shift(-m));
    const F32x4 value = from_left / (a + b);
    const F32x4 slope = (b + a * (one + limited)) / (a * a + b * (a + a + b));
    return {value * b, slope * b};
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
