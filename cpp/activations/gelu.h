// Gaussian error linear unit, exact: x times the standard normal distribution function (Hendrycks and Gimpel 2016).
// With t = |x|, the upper tail Q(t) and the density phi(t):
//
//   f(-t) = -t Q(t),  f'(-t) = Q(t) - t phi(t);   on the right f(t) = t + f(-t),  f'(t) = 1 - f'(-t).
//
//   Q(t) = e^(-t^2/2) B / D,  D = 2 + t A + sqrt(2 pi) t B,  A and B = 1 + t (...) polynomials in t:
//
// right at 0 and at infinity, and an error of B cancels wherever it is large. Accurate down to the subnormals of the
// left tail, where 1 + erf(x / sqrt 2) cancels to nothing. What the sums of D lose goes back in with the exponential.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/half_gaussian.h"

namespace playground {

struct Gelu {
  static constexpr Description description{
      .id = "gelu",
      .name_en = "GELU (exact)",
      .name_zh = "GELU（精确）",
      .kind = Kind::elementwise,
      .formula = R"(x\Phi(x))",
      .derivative = R"(\Phi(x)+x\varphi(x))",
      .bound = {.value_ulp = 2, .slope_ulp = 4, .slope_floor_in = {-1.6f, -0.4f}},
      .frameworks = {.pytorch = "torch.nn.GELU(approximate='none')",
                     .keras = "keras.activations.gelu(approximate=False)",
                     .jax = "jax.nn.gelu(approximate=False)",
                     .tensorflow = "tf.nn.gelu(approximate=False)",
                     .onnx = "Gelu(approximate='none')"},
  };
  static constexpr std::array<Parameter, 0> parameters{};

  NormalTail pass(F32x4 x) const {
    const F32x4 t = magnitude(x);
    return {t * polynomial(t, 0x1.d1a51ep-1f, 0x1.906de4p-2f, 0x1.6f0b86p-4f, 0x1.36dc14p-7f),
            t * polynomial(t, 0x1.d0ee4ap-1f, 0x1.d0ba6p-3f, 0x1.839416p-6f, 0x1.7fc30ep-19f), reduce_half_gaussian(t)};
  }
  NormalQuotient pass(F32x4 x, const NormalTail& begun) const {
    const F32x4 two = F32x4::splat(2.0f);
    const F32x4 tb = times_b(x, begun);
    const F32x4 double_tb = tb + tb;
    const F32x4 smaller = begun.ta + F32x4::splat(0x1.0364c8p-1f) * tb;
    const F32x4 sum = double_tb + smaller;
    const F32x4 d = two + sum;
    return {d, (sum - (d - two)) + (smaller - (sum - double_tb)),
            half_gaussian_correction(begun.gaussian, 0x1p-2f, 0x1.55548ap-5f, 0x1.55535ap-8f, 0x1.121bc4p-11f,
                                     0x1.6b0bf8p-15f)};
  }
  Dual value_and_slope(F32x4 x, const NormalTail& begun, const NormalQuotient& quotient) const {
    const F32x4 zero = F32x4::zero();
    const F32x4 one = F32x4::splat(1.0f);
    const auto& [d, lost, correction] = quotient;
    // 2 / d to 12 %, enough for what was lost: minus the exponent, and the fraction with it.
    const F32x4 twice_inverse = from_bits(I32x4::splat(0x7f7311c7) - bits(d));
    const F32x4 upper = begun.gaussian.upper;
    const F32x4 power = half_gaussian_power(begun.gaussian);
    const F32x4 unit = half_gaussian_unit();

    const F32x4 k = times_b(x, begun) / d;
    const F32x4 tail = ((k + k) + k * (upper + (correction - lost * twice_inverse))) * power * unit;
    const F32x4 value = maximum(x, zero) - tail;

    const F32x4 gaussian = (F32x4::splat(2.0f) + (upper + correction)) * power;
    const F32x4 rest_of_b = begun.rest_of_b;
    const F32x4 b = one + rest_of_b;
    const F32x4 ratio = b / d;
    const F32x4 error = (ratio * lost - (rest_of_b - (b - one))) * (F32x4::splat(0.5f) * twice_inverse);
    const F32x4 subtrahend = F32x4::splat(0x1.988454p-2f) * magnitude(x) + error;
    const F32x4 left_slope = gaussian * (ratio - subtrahend) * unit;
    return {value, select(x < zero, left_slope, one - left_slope)};
  }

  static double reference(double x, const double*) {
    return x < -40.0 ? -0.0 : 0.5 * x * std::erfc(-x * std::sqrt(0.5));
  }
  static double reference_slope(double x, const double*) {
    const double t = x < -40.0 ? -40.0 : x > 40.0 ? 40.0 : x;
    return 0.5 * std::erfc(-t * std::sqrt(0.5)) + t * std::exp(-0.5 * t * t) * 0.398942280401432678;
  }

 private:
  // From 14.8 on t Q is 0 in float32.
  static F32x4 magnitude(F32x4 x) { return minimum(abs(x), F32x4::splat(14.8f)); }
  static F32x4 times_b(F32x4 x, const NormalTail& begun) { return magnitude(x) + magnitude(x) * begun.rest_of_b; }
};

}  // namespace playground
