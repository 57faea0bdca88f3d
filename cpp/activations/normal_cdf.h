// The standard normal distribution function. With t = |x| and the upper tail Q(t), f(-t) = Q(t) and f(t) = 1 - Q(t):
//
//   Q(t) = e^(-t^2/2) B / D,  D = 2 + t A + sqrt(2 pi) t B,  A and B = 1 + t (...) polynomials in t,
//
// as in gelu.h. Accurate down to the subnormals of the left tail.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/half_gaussian.h"
#include "cpp/math/pair.h"

namespace playground {

struct NormalCdf {
  static constexpr Description description{
      .id = "normal_cdf",
      .name_en = "Gaussian CDF (probit inverse link)",
      .name_zh = "标准正态分布函数",
      .kind = Kind::elementwise,
      .formula = R"(\Phi(x))",
      .derivative = R"(\varphi(x))",
      .bound = {.value_ulp = 1, .slope_ulp = 2},
      .frameworks = {.pytorch = "torch.special.ndtr", .jax = "jax.scipy.stats.norm.cdf"},
  };
  static constexpr std::array<Parameter, 0> parameters{};

  NormalTail pass(F32x4 x) const {
    const F32x4 t = magnitude(x);
    return {t * polynomial(t, 0x1.bd75ep-1f, 0x1.7242c2p-2f, 0x1.461344p-4f, 0x1.059768p-7f),
            t * polynomial(t, 0x1.a88faep-1f, 0x1.a19e28p-3f, 0x1.4258d4p-6f, 0x1.f90758p-17f, -0x1.3aa1ccp-22f),
            reduce_half_gaussian(t)};
  }
  NormalQuotient pass(F32x4 x, const NormalTail& begun) const {
    const F32x4 two = F32x4::splat(2.0f);
    const F32x4 t = magnitude(x);
    const F32x4 one = F32x4::splat(1.0f);
    const F32x4 b = one + begun.rest_of_b;
    const Pair product = exact_product(t, b);  // an error of t B would not cancel with one of B
    const F32x4 tb = product.upper;
    const F32x4 double_tb = tb + tb;
    const F32x4 smaller = begun.ta + F32x4::splat(0x1.0364c8p-1f) * tb;
    const F32x4 sum = double_tb + smaller;
    const F32x4 d = two + sum;
    const F32x4 lost = (sum - (d - two)) + (smaller - (sum - double_tb)) +
                       F32x4::splat(2.5f) * (product.lower + t * (begun.rest_of_b - (b - one)));
    return {d, lost,
            half_gaussian_correction(begun.gaussian, 0x1p-2f, 0x1.55548ep-5f, 0x1.5554d8p-8f, 0x1.123c06p-11f,
                                     0x1.6d5f54p-15f)};
  }
  Dual value_and_slope(F32x4 x, const NormalTail& begun, const NormalQuotient& quotient) const {
    const F32x4 one = F32x4::splat(1.0f);
    const auto& [d, lost, correction] = quotient;
    const F32x4 upper = begun.gaussian.upper;
    const F32x4 power = half_gaussian_power(begun.gaussian);
    const F32x4 unit = half_gaussian_unit();

    // In float64: in float32 a few of all values would be three steps off.
    const F64x4 b = F64x4::splat(1.0) + widen(begun.rest_of_b);
    const F64x4 twice_gaussian = (F64x4::splat(2.0) + widen(upper)) + widen(correction);
    const F32x4 tail = narrow(b * twice_gaussian / (widen(d) + widen(lost))) * power * unit;
    const F32x4 density = F32x4::splat(0x1.988454p-1f) + F32x4::splat(0x1.988454p-2f) * (upper + correction);
    return {select(x < F32x4::zero(), tail, one - tail), density * power * unit};
  }

  static double reference(double x, const double*) { return 0.5 * std::erfc(-x * std::sqrt(0.5)); }
  static double reference_slope(double x, const double*) { return 0.398942280401432678 * std::exp(-0.5 * x * x); }

 private:
  // From 14.8 on Q and the density are 0 in float32.
  static F32x4 magnitude(F32x4 x) { return minimum(abs(x), F32x4::splat(14.8f)); }
};

}  // namespace playground
