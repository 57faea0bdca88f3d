// Smish (Wang et al. 2022). With the logistic function s and u = (1 + s)^2 - 1 = s (2 + s), in float64:
//
//   tanh(log(1 + s)) = u / (2 + u),   f'(x) = u / (2 + u) + 4 x (1 + s) s(x) s(-x) / (2 + u)^2.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/swish.h"

namespace playground {

struct Smish {
  static constexpr Description description{
      .id = "smish",
      .name_en = "Smish",
      .name_zh = "Smish",
      .kind = Kind::elementwise,
      .formula = R"(x\tanh(\ln(1+\sigma(x))))",
      .derivative = R"(t+x(1-t^2)\frac{\sigma(x)(1-\sigma(x))}{1+\sigma(x)},\\t=\tanh(\ln(1+\sigma(x))))",
      .bound = {.value_ulp = 1, .slope_ulp = 1, .slope_floor_in = {-1.4f, -1.2f}},
  };
  static constexpr std::array<Parameter, 0> parameters{};

  WideReduction pass(F32x4 x) const { return reduce_swishing(x, F64x4::splat(1.0)); }
  struct Logistic {
    F64x4 e;  // e^-x
    F64x4 s;
  };
  Logistic pass(F32x4, const WideReduction& reduced) const {
    const F64x4 e = wide_exp(reduced).exp;
    return {e, logistic_of_power(e)};
  }
  Dual value_and_slope(F32x4 x, const WideReduction&, const Logistic& logistic) const {
    const auto& [e, s] = logistic;
    const Swishing parts = swishing(x, F64x4::splat(1.0), e, s);
    const F64x4 u = s * (F64x4::splat(2.0) + s);
    const F64x4 reciprocal = F64x4::splat(1.0) / (F64x4::splat(2.0) + u);
    const F64x4 w = u * reciprocal;
    const F64x4 change = parts.gate.z * parts.bell() * (F64x4::splat(1.0) + s);
    return {narrow(parts.x * w), narrow(w + F64x4::splat(4.0) * change * reciprocal * reciprocal)};
  }

  static double reference(double x, const double*) {
    if (x < -700.0) return -0.0;
    const double q = std::exp(-std::abs(x));
    return x * (x < 0.0 ? q * (2.0 + 3.0 * q) / (2.0 + q * (6.0 + 5.0 * q))
                        : (3.0 + 2.0 * q) / (5.0 + q * (6.0 + 2.0 * q)));
  }
  static double reference_slope(double x, const double*) {
    const double t = x < -700.0 ? -700.0 : x > 700.0 ? 700.0 : x;
    const double q = std::exp(-std::abs(t));
    const double d = t < 0.0 ? 2.0 + q * (6.0 + 5.0 * q) : 5.0 + q * (6.0 + 2.0 * q);
    const double gate = (t < 0.0 ? q * (2.0 + 3.0 * q) : 3.0 + 2.0 * q) / d;
    return gate + 4.0 * t * q * (1.0 + q) * (t < 0.0 ? 1.0 + 2.0 * q : 2.0 + q) / (d * d);
  }
};

}  // namespace playground
