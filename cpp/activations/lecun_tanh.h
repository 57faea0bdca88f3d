// Tanh as LeCun et al. scale it (Efficient BackProp, 1998): f(+-1) = +-1 nearly, and the largest curvature there.
//
// In float64: neither 2/3 nor 1.7159 is a float32, and e^(-4x/3) of the slope's tail shows each rounding of its
// argument a hundredfold.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/wide_tanh.h"

namespace playground {

struct LecunTanh {
  static constexpr Description description{
      .id = "lecun_tanh",
      .name_en = "LeCun Tanh",
      .name_zh = "LeCun Tanh",
      .kind = Kind::elementwise,
      .formula = R"(1.7159\tanh(\frac{2x}{3}))",
      .derivative = R"(1.7159\cdot\frac{2}{3}\left(1-\tanh(\frac{2x}{3})^2\right))",
      .bound = {.value_ulp = 1, .slope_ulp = 1},
      .aliases = "缩放双曲正切",
  };
  static constexpr std::array<Parameter, 0> parameters{};

  WideReduction pass(F32x4 x) const {
    // Beyond 90 the value is the limit and the slope below the smallest subnormal.
    const F32x4 limited = maximum(minimum(x, F32x4::splat(90.0f)), F32x4::splat(-90.0f));
    return reduce_wide_tanh(widen(limited) * F64x4::splat(2.0 / 3.0));
  }
  F64x4 pass(F32x4, const WideReduction& reduced) const { return wide_exp_rest(reduced); }
  Dual value_and_slope(F32x4, const WideReduction& reduced, F64x4 rest) const {
    const WideTanh tanh = wide_tanh(wide_exp(reduced, rest));
    return {narrow(F64x4::splat(1.7159) * tanh.value), narrow(F64x4::splat(1.7159 * 2.0 / 3.0) * tanh.slope)};
  }

  static double reference(double x, const double*) { return 1.7159 * std::tanh(x * 2.0 / 3.0); }
  static double reference_slope(double x, const double*) {
    const double e = std::exp(-std::abs(x) * 4.0 / 3.0);
    return 1.7159 * 8.0 / 3.0 * e / ((1.0 + e) * (1.0 + e));
  }
};

}  // namespace playground
