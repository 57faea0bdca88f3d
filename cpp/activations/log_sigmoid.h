// Logarithm of the logistic function: -softplus(-x). With e = e^(-|x|),
//
//   f(x) = min(x, 0) - log(1 + e),   f'(x) = e / (1 + e) for x > 0, 1 / (1 + e) for x <= 0.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/exp_tail.h"
#include "cpp/math/log1p_unit.h"

namespace playground {

struct LogSigmoid {
  static constexpr Description description{
      .id = "log_sigmoid",
      .name_en = "Log-sigmoid",
      .name_zh = "LogSigmoid",
      .kind = Kind::elementwise,
      .formula = R"(-\ln(1+e^{-x}))",
      .derivative = R"(\frac{1}{1+e^{x}})",
      .bound = {.value_ulp = 2, .slope_ulp = 2},
      .frameworks =
          {
              .pytorch = "torch.nn.LogSigmoid",
              .keras = "keras.activations.log_sigmoid",
              .jax = "jax.nn.log_sigmoid",
              .tensorflow = "tf.math.log_sigmoid",
          },
      .aliases = "对数 S 形函数",
  };
  static constexpr std::array<Parameter, 0> parameters{};

  TailReduction pass(F32x4 x) const { return reduce_falling_exp(x); }
  TailFactors pass(F32x4, const TailReduction& reduced) const { return tail_factors(reduced); }
  Log1pQuotient pass(F32x4, const TailReduction&, const TailFactors& e) const {
    return log1p_quotient(e.value, F32x4::splat(1.0f));
  }
  Dual value_and_slope(F32x4 x, const TailReduction&, const TailFactors& e, const Log1pQuotient& quotient) const {
    const F32x4 one = F32x4::splat(1.0f);
    const F32x4 tail = log1p_unit(quotient, one) * e.rest;
    const Mask32x4 right = x > F32x4::zero();
    const F32x4 slope = select(right, e.value, one) / (one + e.value) * select(right, e.rest, one);
    return {minimum(x, F32x4::zero()) - tail, slope};
  }

  static double reference(double x, const double*) {
    return (std::isnan(x) ? x : std::fmin(x, 0.0)) - std::log1p(std::exp(-std::abs(x)));
  }
  static double reference_slope(double x, const double*) {
    const double e = std::exp(-std::abs(x));
    return (x > 0.0 ? e : 1.0) / (1.0 + e);
  }
};

}  // namespace playground
