// The error function; f'(x) = 2 / sqrt(pi) e^(-x^2).
#pragma once

#include <cmath>
#include <numbers>

#include "cpp/catalogue/description.h"
#include "cpp/math/gaussian.h"

namespace playground {

struct Erf {
  static constexpr Description description{
      .id = "erf",
      .name_en = "Error function",
      .name_zh = "误差函数",
      .kind = Kind::elementwise,
      .formula = R"(\operatorname{erf}(x))",
      .derivative = R"(\frac{2}{\sqrt{\pi}}e^{-x^2})",
      .bound = {.value_ulp = 1, .slope_ulp = 2},
      .frameworks = {.pytorch = "torch.erf",
                     .keras = "keras.ops.erf",
                     .jax = "jax.scipy.special.erf",
                     .tensorflow = "tf.math.erf",
                     .onnx = "Erf"},
  };
  static constexpr std::array<Parameter, 0> parameters{};

  GaussianReduction pass(F32x4 x) const { return reduce_gaussian(gaussian_magnitude(x)); }
  ErfFactors pass(F32x4 x, const GaussianReduction& reduced) const { return erf_factors(x, reduced); }
  F32x4 value(F32x4 x, const GaussianReduction& reduced, const ErfFactors& factors) const {
    return erf_parts(x, reduced, factors).value;
  }
  Dual value_and_slope(F32x4 x, const GaussianReduction& reduced, const ErfFactors& factors) const {
    const ErfParts parts = erf_parts(x, reduced, factors);
    return {parts.value, parts.slope};
  }

  static double reference(double x, const double*) { return std::erf(x); }
  static double reference_slope(double x, const double*) { return 2.0 * std::numbers::inv_sqrtpi * std::exp(-x * x); }
};

}  // namespace playground
