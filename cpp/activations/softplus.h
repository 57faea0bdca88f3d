// Softplus (Dugas et al. 2001): the smooth ReLU. With e = e^(-beta |x|),
//
//   f(x) = max(x, 0) + log(1 + e) / beta,   f'(x) = 1 / (1 + e) for x >= 0, e / (1 + e) for x < 0,
//
// The exact function everywhere: no threshold from which it would be x.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/exp_tail.h"
#include "cpp/math/log1p_unit.h"

namespace playground {

struct Softplus {
  F32x4 beta;

  static constexpr Description description{
      .id = "softplus",
      .name_en = "Softplus",
      .name_zh = "Softplus",
      .kind = Kind::elementwise,
      .formula = R"(\frac{1}{\beta}\ln(1+e^{\beta x}))",
      .derivative = R"(\frac{1}{1+e^{-\beta x}})",
      .bound = {.value_ulp = 2, .slope_ulp = 2},
      .frameworks = {.pytorch = "torch.nn.Softplus",
                     .keras = "keras.activations.softplus",
                     .jax = "jax.nn.softplus",
                     .tensorflow = "tf.nn.softplus",
                     .onnx = "Softplus"},
      .aliases = "软加",
  };
  static constexpr std::array<Parameter, 1> parameters{{
      {.name = "beta", .latex = R"(\beta)", .initial = 1.0f, .minimum = 0.1f, .maximum = 10.0f},
  }};

  TailReduction pass(F32x4 x) const {
    // From 110 on e / beta is 0 in float32.
    return reduce_tail_exp(exact_product(-minimum(abs(x), F32x4::splat(110.0f) / beta), beta));
  }
  TailFactors pass(F32x4, const TailReduction& reduced) const { return tail_factors(reduced); }
  Log1pQuotient pass(F32x4, const TailReduction&, const TailFactors& e) const { return log1p_quotient(e.value, beta); }
  Dual value_and_slope(F32x4 x, const TailReduction&, const TailFactors& e, const Log1pQuotient& quotient) const {
    const F32x4 one = F32x4::splat(1.0f);
    const F32x4 tail = log1p_unit(quotient, beta) * e.rest;
    const Mask32x4 left = x < F32x4::zero();
    const F32x4 slope = select(left, e.value, one) / (one + e.value) * select(left, e.rest, one);
    return {maximum(x, F32x4::zero()) + tail, slope};
  }

  static double reference(double x, const double* parameters) {
    return (std::isnan(x) ? x : std::fmax(x, 0.0)) + std::log1p(std::exp(-parameters[0] * std::abs(x))) / parameters[0];
  }
  static double reference_slope(double x, const double* parameters) {
    const double e = std::exp(-parameters[0] * std::abs(x));
    return (x < 0.0 ? e : 1.0) / (1.0 + e);
  }
};

}  // namespace playground
