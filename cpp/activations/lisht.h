// LiSHT, x tanh(x) (Roy et al. 2019): f'(x) = tanh x + x (1 - tanh(x)^2). In float64, so that only the results round.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/wide_tanh.h"

namespace playground {

struct Lisht {
  static constexpr Description description{
      .id = "lisht",
      .name_en = "LiSHT",
      .name_zh = "LiSHT",
      .kind = Kind::elementwise,
      .formula = R"(x\tanh(x))",
      .derivative = R"(\tanh(x)+x(1-\tanh(x)^2))",
      .bound = {.value_ulp = 1, .slope_ulp = 1},
      .aliases = "线性缩放双曲正切",
  };
  static constexpr std::array<Parameter, 0> parameters{};

  WideReduction pass(F32x4 x) const { return reduce_wide_tanh(limited(x)); }
  F64x4 pass(F32x4, const WideReduction& reduced) const { return wide_exp_rest(reduced); }
  Dual value_and_slope(F32x4 x, const WideReduction& reduced, F64x4 rest) const {
    const WideTanh tanh = wide_tanh(wide_exp(reduced, rest));
    return {narrow(widen(x) * tanh.value), narrow(tanh.value + limited(x) * tanh.slope)};
  }

  static double reference(double x, const double*) { return x * std::tanh(x); }
  static double reference_slope(double x, const double*) {
    const double t = x < -40.0 ? -40.0 : x > 40.0 ? 40.0 : x;
    const double cosh = std::cosh(t);
    return std::tanh(t) + t / (cosh * cosh);
  }

 private:
  // From 20 on tanh is 1 in float32 and x (1 - tanh(x)^2) nothing beside it.
  static F64x4 limited(F32x4 x) { return widen(maximum(minimum(x, F32x4::splat(20.0f)), F32x4::splat(-20.0f))); }
};

}  // namespace playground
