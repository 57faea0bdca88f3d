// Squared ReLU (So et al. 2021). Smooth at zero.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"

namespace playground {

struct ReluSquared {
  static constexpr Description description{
      .id = "relu_squared",
      .name_en = "Squared ReLU",
      .name_zh = "ReLU 平方",
      .kind = Kind::elementwise,
      .formula = R"(\max(0,x)^2)",
      .derivative = R"(2\max(0,x))",
      .aliases = "squared_relu, relu2",
  };
  static constexpr std::array<Parameter, 0> parameters{};

  F32x4 value(F32x4 x) const {
    const F32x4 positive = maximum(x, F32x4::zero());
    return positive * positive;
  }
  F32x4 slope(F32x4 x) const {
    const F32x4 positive = maximum(x, F32x4::zero());
    return positive + positive;
  }
  Dual value_and_slope(F32x4 x) const { return {value(x), slope(x)}; }

  static double reference(double x, const double*) { return x < 0.0 ? 0.0 : x * x; }
  static double reference_slope(double x, const double*) { return x < 0.0 ? 0.0 : 2.0 * x; }
};

}  // namespace playground
