// Gaussian error linear unit, exact: x times the standard normal distribution function (Hendrycks and Gimpel 2016).
// With t = |x| and the upper tail Q(t) = e^(-t^2/2) K(t) / t:
//
//   f(-t) = -t Q(t),  f'(-t) = Q(t) - t phi(t);   on the right f(t) = t + f(-t),  f'(t) = 1 - f'(-t).
//
// K is a polynomial in v = (t - 9/4) / (t + 3) whose later terms are small beside the first, and their roundings with
// them. Below 3/4 it would not be: there f(x) = x / 2 + x^2 S(x^2), f'(x) = 1/2 + x (S + phi). Accurate down to the
// subnormals of the left tail, where 1 + erf(x / sqrt 2) cancels to nothing.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/gaussian.h"

namespace playground {

struct Gelu {
  static constexpr Description description{
      .id = "gelu",
      .name_en = "GELU (exact)",
      .name_zh = "GELU（精确）",
      .kind = Kind::elementwise,
      .formula = R"(x\Phi(x))",
      .derivative = R"(\Phi(x)+x\varphi(x))",
      .bound = {.value_ulp = 2, .slope_ulp = 4, .slope_floor_in = {-1.3f, -0.4f}},
      .frameworks = {.pytorch = "torch.nn.GELU(approximate='none')",
                     .keras = "keras.activations.gelu(approximate=False)",
                     .jax = "jax.nn.gelu(approximate=False)",
                     .tensorflow = "tf.nn.gelu(approximate=False)",
                     .onnx = "Gelu(approximate='none')"},
  };
  static constexpr std::array<Parameter, 0> parameters{};

  F32x4 value(F32x4 x) const { return value_and_slope(x).value; }
  Dual value_and_slope(F32x4 x) const {
    const F32x4 half = F32x4::splat(0.5f);
    const F32x4 zero = F32x4::zero();
    // From 14.8 on K e^(-t^2/2) is 0 in float32.
    const F32x4 t = minimum(abs(x), F32x4::splat(14.8f));
    const F32x4 v = (t - F32x4::splat(2.25f)) / (t + F32x4::splat(3.0f));
    const F32x4 k = polynomial(v, 0x1.62039ap-2f, 0x1.6c6faep-3f, -0x1.e794bp-3f, 0x1.47f88ep-3f, -0x1.711dcap-5f,
                               -0x1.43bfe6p-7f, 0x1.0d1f74p-7f, 0x1.8ef6a4p-10f, -0x1.a4e356p-10f);
    const ExpParts gaussian = normal_parts(t);
    const PowerOfTwo power = split_power(gaussian.exponent);
    const F32x4 tail = k * gaussian.fraction * power.first * power.second;

    const F32x4 x2 = x * x;
    const F32x4 s = polynomial(x2, 0x1.988454p-2f, -0x1.1058b8p-4f, 0x1.46ea24p-7f, -0x1.388c14p-10f, 0x1.d5ad2p-14f);
    const Mask32x4 inner = t < F32x4::splat(0.75f);
    const F32x4 value = select(inner, half * x + x2 * s, maximum(x, zero) - tail);

    const F32x4 root = F32x4::splat(0x1.988454p-2f);  // 1 / sqrt(2 pi)
    const F32x4 density = root * gaussian.fraction;
    const F32x4 left_slope = (k / t - root * t) * gaussian.fraction * power.first * power.second;
    const F32x4 outer_slope = select(x < zero, left_slope, F32x4::splat(1.0f) - left_slope);
    return {value, select(inner, half + x * (s + density * power.first * power.second), outer_slope)};
  }

  static double reference(double x, const double*) {
    return x < -40.0 ? -0.0 : 0.5 * x * std::erfc(-x * std::sqrt(0.5));
  }
  static double reference_slope(double x, const double*) {
    const double t = x < -40.0 ? -40.0 : x > 40.0 ? 40.0 : x;
    return 0.5 * std::erfc(-t * std::sqrt(0.5)) + t * std::exp(-0.5 * t * t) * 0.398942280401432678;
  }
};

}  // namespace playground
