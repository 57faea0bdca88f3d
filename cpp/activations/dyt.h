// Dynamic tanh, gamma tanh(alpha x) + beta (Zhu et al. 2025), which stands in for a normalisation layer.
//
// In float64: the product alpha x would round, and e^(-2 alpha x) of the slope's tail shows that a hundredfold.
#pragma once

#include <cmath>
#include <limits>

#include "cpp/catalogue/description.h"
#include "cpp/math/wide_tanh.h"

namespace playground {

struct Dyt {
  F32x4 alpha;
  F32x4 gamma;
  F32x4 beta;

  static constexpr Description description{
      .id = "dyt",
      .name_en = "DyT (dynamic tanh, scalar)",
      .name_zh = "动态 Tanh",
      .kind = Kind::parametric_learned,
      .formula = R"(\gamma\tanh(\alpha x)+\beta)",
      .derivative = R"(\gamma\alpha(1-\tanh(\alpha x)^2))",
      .bound = {.value_ulp = 1, .slope_ulp = 1, .value_floor_in = everywhere},
  };
  static constexpr std::array<Parameter, 3> parameters{{
      {.name = "alpha", .latex = R"(\alpha)", .initial = 0.5f, .minimum = 0.01f, .maximum = 5.0f, .learned = true},
      {.name = "gamma", .latex = R"(\gamma)", .initial = 1.0f, .minimum = -3.0f, .maximum = 3.0f, .learned = true},
      {.name = "beta", .latex = R"(\beta)", .initial = 0.0f, .minimum = -3.0f, .maximum = 3.0f, .learned = true},
  }};

  WideReduction pass(F32x4 x) const { return reduce_wide_tanh(product(x)); }
  F64x4 pass(F32x4, const WideReduction& reduced) const { return wide_exp_rest(reduced); }
  Dual value_and_slope(F32x4, const WideReduction& reduced, F64x4 rest) const {
    const WideTanh tanh = wide_tanh(wide_exp(reduced, rest));
    const F64x4 wide_gamma = widen(gamma);
    return {narrow(wide_gamma * tanh.value + widen(beta)), narrow(wide_gamma * widen(alpha) * tanh.slope)};
  }
  std::array<F32x4, 3> parameter_slopes(F32x4 x) const {
    const WideTanh tanh = wide_tanh(product(x));
    // At its end the slope of tanh is so small that times the largest float32 it is still 0.
    const F32x4 largest = F32x4::splat(std::numeric_limits<float>::max());
    const F64x4 limited = widen(maximum(minimum(x, largest), -largest));
    return {narrow(widen(gamma) * limited * tanh.slope), narrow(tanh.value), select(is_nan(x), x, F32x4::splat(1.0f))};
  }

  static double reference(double x, const double* parameters) {
    return parameters[1] * std::tanh(parameters[0] * x) + parameters[2];
  }
  static double reference_slope(double x, const double* parameters) {
    const double e = std::exp(-2.0 * parameters[0] * std::abs(x));
    return parameters[1] * parameters[0] * 4.0 * e / ((1.0 + e) * (1.0 + e));
  }
  static double reference_parameter_slope(double x, const double* parameters, size_t k) {
    if (k == 2) return std::isnan(x) ? x : 1.0;
    if (k == 1) return std::tanh(parameters[0] * x);
    return std::isinf(x) ? 0.0 : x * reference_slope(x, parameters) / parameters[0];
  }

 private:
  // alpha x, as far as tanh takes it.
  F64x4 product(F32x4 x) const {
    const F64x4 end = F64x4::splat(wide_tanh_end);
    return maximum(minimum(widen(alpha) * widen(x), end), F64x4::splat(-wide_tanh_end));
  }
};

}  // namespace playground
