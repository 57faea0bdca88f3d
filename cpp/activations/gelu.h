// Gaussian error linear unit, exact: x times the standard normal distribution function, by erfc (Hendrycks and
// Gimpel 2016). Accurate down to the subnormals of the left tail, where 1 + erf(x / sqrt 2) cancels to nothing.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/erf.h"

namespace playground {

struct Gelu {
  static constexpr Description description{
      .id = "gelu",
      .name_en = "GELU (exact)",
      .name_zh = "GELU（精确）",
      .kind = Kind::elementwise,
      .formula = R"(x\Phi(x))",
      .derivative = R"(\Phi(x)+x\varphi(x))",
      .bound = {.value_ulp = 1, .slope_ulp = 1, .slope_floor_in = {-0.8f, -0.7f}},
      .frameworks = {.pytorch = "torch.nn.GELU(approximate='none')",
                     .keras = "keras.activations.gelu(approximate=False)",
                     .jax = "jax.nn.gelu(approximate=False)",
                     .tensorflow = "tf.nn.gelu(approximate=False)",
                     .onnx = "Gelu(approximate='none')"},
  };
  static constexpr std::array<Parameter, 0> parameters{};

  F32x4 value(F32x4 x) const { return value_and_slope(x).value; }
  // With t = |x| and the upper tail Q(t) = erfc(t / sqrt 2) / 2: f(-t) = -t Q(t) and f'(-t) = Q(t) - t phi(t); on the
  // right f(t) = t + f(-t) and f'(t) = 1 - f'(-t).
  Dual value_and_slope(F32x4 x) const {
    const Mask32x4 left = x < F32x4::zero();
    const F64x4 t = widen(minimum(abs(x), F32x4::splat(14.8f)));
    const ErfcParts tail = erfc_parts(t * F64x4::splat(0x1.6a09e667f3bcdp-1));
    const F64x4 q = F64x4::splat(0.5) * tail.erfc;
    const F64x4 phi = F64x4::splat(0x1.9884533d43651p-2) * tail.gaussian;
    const F32x4 left_value = -narrow(t * q);
    const F32x4 left_slope = narrow(q - t * phi);
    return {select(left, left_value, x + left_value), select(left, left_slope, F32x4::splat(1.0f) - left_slope)};
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
