// TanhExp (Liu and Di 2020), TeLU: f'(x) = tanh(e^x) + x e^x (1 - tanh(e^x)^2), in float64.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/finite.h"
#include "cpp/math/wide_tanh.h"

namespace playground {

struct TanhExp {
  static constexpr Description description{
      .id = "tanh_exp",
      .name_en = "TanhExp (= TeLU)",
      .name_zh = "TanhExp",
      .kind = Kind::elementwise,
      .formula = R"(x\tanh(e^{x}))",
      .derivative = R"(\tanh(e^{x})+xe^{x}(1-\tanh(e^{x})^2))",
      .bound = {.value_ulp = 1, .slope_ulp = 1, .slope_floor_in = {-1.2f, -1.0f}},
      .aliases = "telu, 双曲正切指数",
  };
  static constexpr std::array<Parameter, 0> parameters{};

  F32x4 value(F32x4 x) const { return value_and_slope(x).value; }
  Dual value_and_slope(F32x4 x) const {
    // tanh(e^5) is 1, and x e^x is 0 in float32 left of -120.
    const F64x4 limited = widen(minimum(maximum(x, F32x4::splat(-120.0f)), F32x4::splat(5.0f)));
    const F64x4 e = wide_exp(limited).exp;
    const WideTanh tanh = wide_tanh(e);
    const F64x4 from_left = maximum(widen_finite(x), F64x4::splat(-120.0));
    return {narrow(from_left * tanh.value), narrow(tanh.value + limited * e * tanh.slope)};
  }

  static double reference(double x, const double*) { return x < -700.0 ? -0.0 : x * std::tanh(std::exp(x)); }
  static double reference_slope(double x, const double*) {
    if (std::isnan(x)) return x;
    const double t = std::fmax(std::fmin(x, 5.0), -700.0);
    const double e = std::exp(t);
    const double q = std::exp(-2.0 * e);
    return std::tanh(e) + t * e * (4.0 * q / ((1.0 + q) * (1.0 + q)));
  }
};

}  // namespace playground
