// Symmetrical sigmoid: 2 s(x) - 1 of the logistic s, which is tanh(x / 2). Halving x is exact.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/tanh.h"

namespace playground {

struct SymmetricSigmoid {
  static constexpr Description description{
      .id = "symmetric_sigmoid",
      .name_en = "Symmetrical sigmoid (bipolar sigmoid)",
      .name_zh = "对称 Sigmoid",
      .kind = Kind::elementwise,
      .formula = R"(\tanh(\frac{x}{2}))",
      .derivative = R"(\frac{1}{2}\left(1-\tanh(\frac{x}{2})^2\right))",
      .bound = {.value_ulp = 2, .slope_ulp = 3},
  };
  static constexpr std::array<Parameter, 0> parameters{};

  RaisedReduction pass(F32x4 x) const { return reduce_tanh(F32x4::splat(0.5f) * x); }
  F32x4 value(F32x4 x, const RaisedReduction& reduced) const { return tanh_parts(x, reduced).value; }
  Dual value_and_slope(F32x4 x, const RaisedReduction& reduced) const {
    const TanhParts parts = tanh_parts(x, reduced);
    return {parts.value, F32x4::splat(0.5f) * parts.slope};
  }

  static double reference(double x, const double*) { return std::tanh(0.5 * x); }
  static double reference_slope(double x, const double*) {
    const double e = std::exp(-std::abs(x));
    return 2.0 * e / ((1.0 + e) * (1.0 + e));
  }
};

}  // namespace playground
