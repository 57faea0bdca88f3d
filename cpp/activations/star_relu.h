// StarReLU (Yu et al. 2022): squared ReLU with learned scale and shift, which bring it to mean 0 and variance 1 under
// N(0, 1). Smooth at zero. float64 keeps the value accurate where s x^2 cancels b.
#pragma once

#include <cmath>
#include <limits>

#include "cpp/catalogue/description.h"

namespace playground {

struct StarRelu {
  F32x4 s;
  F32x4 b;

  static constexpr Description description{
      .id = "star_relu",
      .name_en = "StarReLU",
      .name_zh = "StarReLU",
      .kind = Kind::parametric_learned,
      .formula = R"(s\max(0,x)^2+b)",
      .derivative = R"(2s\max(0,x))",
      .bound = {.value_ulp = 1, .slope_ulp = 1},
      .aliases = "星形 ReLU",
  };
  static constexpr std::array<Parameter, 2> parameters{{
      {.name = "s", .latex = "s", .initial = 0.8944f, .minimum = -2.0f, .maximum = 2.0f, .learned = true},
      {.name = "b", .latex = "b", .initial = -0.4472f, .minimum = -2.0f, .maximum = 2.0f, .learned = true},
  }};

  F32x4 value(F32x4 x) const {
    // Limited to the largest float32, whose square takes every s but 0 to infinity.
    const F32x4 largest = F32x4::splat(std::numeric_limits<float>::max());
    const F64x4 positive = widen(minimum(maximum(x, F32x4::zero()), largest));
    return narrow(widen_uniform(s) * (positive * positive) + widen_uniform(b));
  }
  F32x4 slope(F32x4 x) const {
    const F32x4 rise = (s + s) * maximum(x, F32x4::zero());
    return select(is_nan(x), x, select(s == F32x4::zero(), F32x4::zero(), rise));
  }
  Dual value_and_slope(F32x4 x) const { return {value(x), slope(x)}; }
  std::array<F32x4, 2> parameter_slopes(F32x4 x) const {
    const F32x4 positive = maximum(x, F32x4::zero());
    return {positive * positive, select(is_nan(x), x, F32x4::splat(1.0f))};
  }

  static double reference(double x, const double* parameters) {
    return x <= 0.0 || (parameters[0] == 0.0 && !std::isnan(x)) ? parameters[1] : parameters[0] * x * x + parameters[1];
  }
  static double reference_slope(double x, const double* parameters) {
    return x <= 0.0 || (parameters[0] == 0.0 && !std::isnan(x)) ? 0.0 : 2.0 * parameters[0] * x;
  }
  static double reference_parameter_slope(double x, const double*, size_t k) {
    return std::isnan(x) ? x : k == 1 ? 1.0 : x < 0.0 ? 0.0 : x * x;
  }
};

}  // namespace playground
