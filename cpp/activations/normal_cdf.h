// The standard normal distribution function, by erfc: accurate down to the subnormals of the left tail.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/erf.h"

namespace playground {

struct NormalCdf {
  static constexpr Description description{
      .id = "normal_cdf",
      .name_en = "Gaussian CDF (probit inverse link)",
      .name_zh = "标准正态分布函数",
      .kind = Kind::elementwise,
      .formula = R"(\Phi(x))",
      .derivative = R"(\varphi(x))",
      .bound = {.value_ulp = 1, .slope_ulp = 1},
      .frameworks = {.pytorch = "torch.special.ndtr", .jax = "jax.scipy.stats.norm.cdf"},
  };
  static constexpr std::array<Parameter, 0> parameters{};

  F32x4 value(F32x4 x) const { return value_and_slope(x).value; }
  Dual value_and_slope(F32x4 x) const {
    // The upper tail Q(t) = erfc(t / sqrt 2) / 2 at t = |x| is f(-t) and 1 - f(t).
    const F64x4 t = widen(minimum(abs(x), F32x4::splat(14.8f)));
    const ErfcParts tail = erfc_parts(t * F64x4::splat(0x1.6a09e667f3bcdp-1));
    const F32x4 q = narrow(F64x4::splat(0.5) * tail.erfc);
    return {select(x < F32x4::zero(), q, F32x4::splat(1.0f) - q),
            narrow(F64x4::splat(0x1.9884533d43651p-2) * tail.gaussian)};
  }

  static double reference(double x, const double*) { return 0.5 * std::erfc(-x * std::sqrt(0.5)); }
  static double reference_slope(double x, const double*) { return 0.398942280401432678 * std::exp(-0.5 * x * x); }
};

}  // namespace playground
