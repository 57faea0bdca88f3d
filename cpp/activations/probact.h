// ProbAct (Shridhar et al. 2019): ReLU plus noise eps ~ N(0, 1), drawn anew for every element in training, times a
// learned sigma; in evaluation eps is its mean, 0. f'(0) = 0, as for ReLU. The sum may cancel, hence a product of two
// float32.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"

namespace playground {

struct Probact {
  F32x4 sigma;
  F32x4 eps;

  static constexpr Description description{
      .id = "probact",
      .name_en = "ProbAct (given noise)",
      .name_zh = "概率激活 ProbAct",
      .kind = Kind::stochastic,
      .formula = R"(\max(0,x)+\sigma_0\epsilon)",
      .derivative = R"(\begin{cases}1,&x>0\\0,&x\le 0\end{cases})",
      .bound = {.value_ulp = 1},
  };
  static constexpr std::array<Parameter, 2> parameters{{
      {.name = "sigma", .latex = R"(\sigma_0)", .initial = 0.5f, .minimum = 0.0f, .maximum = 5.0f, .learned = true},
      {.name = "eps",
       .latex = R"(\epsilon)",
       .initial = 0.25f,
       .minimum = -5.0f,
       .maximum = 5.0f,
       .noise = Noise::normal,
       .noise_low = -1.96f,
       .noise_high = 1.96f},
  }};

  F32x4 value(F32x4 x) const {
    const F64x4 product = widen(sigma) * widen(eps);
    const F32x4 upper = narrow(product);
    const F32x4 lower = narrow(product - widen(upper));
    // Where the first sum cancels it is exact.
    return (maximum(x, F32x4::zero()) + upper) + lower;
  }
  F32x4 slope(F32x4 x) const { return nan_or(x, keep_where(x > F32x4::zero(), F32x4::splat(1.0f))); }
  Dual value_and_slope(F32x4 x) const { return {value(x), slope(x)}; }
  std::array<F32x4, 2> parameter_slopes(F32x4 x) const { return {select(is_nan(x), x, eps), F32x4::zero()}; }

  static double reference(double x, const double* parameters) {
    return (x < 0.0 ? 0.0 : x) + parameters[0] * parameters[1];
  }
  static double reference_slope(double x, const double*) { return std::isnan(x) ? x : x > 0.0 ? 1.0 : 0.0; }
  static double reference_parameter_slope(double x, const double* parameters, size_t) {
    return std::isnan(x) ? x : parameters[1];
  }
};

}  // namespace playground
