// Serf (Nag and Bhattacharyya 2021): x erf(v) with v = softplus(x), whose slope is the logistic s(x):
//
//   f'(x) = erf(v) + 2 / sqrt(pi) x s(x) e^(-v^2).
//
// On the left v is e^x and erf(v) proportional to it; both keep their relative accuracy down to the subnormals.
#pragma once

#include <cmath>
#include <numbers>

#include "cpp/catalogue/description.h"
#include "cpp/math/wide_erf.h"
#include "cpp/math/wide_softplus.h"

namespace playground {

struct Serf {
  static constexpr Description description{
      .id = "serf",
      .name_en = "Serf",
      .name_zh = "Serf",
      .kind = Kind::elementwise,
      .formula = R"(x\operatorname{erf}(\ln(1+e^{x})))",
      .derivative = R"(\operatorname{erf}(\ln(1+e^{x}))+\frac{2}{\sqrt{\pi}}x\sigma(x)e^{-\ln(1+e^{x})^2})",
      .bound = {.value_ulp = 1, .slope_ulp = 1, .slope_floor_in = {-1.3f, -1.1f}},
  };
  static constexpr std::array<Parameter, 0> parameters{};

  F32x4 value(F32x4 x) const { return value_and_slope(x).value; }
  Dual value_and_slope(F32x4 x) const {
    // x e^x is 0 in float32 left of -111; from 6 on f(x) = x and f'(x) = 1.
    const F32x4 from_left = maximum(x, F32x4::splat(-120.0f));
    const F32x4 limited = minimum(from_left, F32x4::splat(5.9f));
    const WideSoftplus softplus = wide_softplus(limited);
    const WideErf erf = wide_erf(softplus.value);
    return {narrow(widen(from_left) * erf.value), narrow(erf.value + widen(limited) * softplus.logistic * erf.slope)};
  }

  static double reference(double x, const double*) { return x < -700.0 ? -0.0 : x * std::erf(softplus(x)); }
  static double reference_slope(double x, const double*) {
    const double t = x < -700.0 ? -700.0 : x > 30.0 ? 30.0 : x;
    const double v = softplus(t);
    const double logistic = 1.0 / (1.0 + std::exp(-t));
    return std::erf(v) + 2.0 * std::numbers::inv_sqrtpi * t * logistic * std::exp(-v * v);
  }

 private:
  static double softplus(double x) { return (x > 0.0 ? x : 0.0) + std::log1p(std::exp(-std::abs(x))); }
};

}  // namespace playground
