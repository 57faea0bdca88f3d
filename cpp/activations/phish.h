// Phish (Naveen 2022): x tanh(G) with the exact GELU G = x Phi(x):
//
//   f'(x) = tanh G + x (1 - tanh(G)^2) (Phi(x) + x phi(x)).
//
// x and G have the same sign: f is never negative. The left tail, x^2 Phi(x), is right down to the subnormals.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/erf.h"
#include "cpp/math/wide_tanh.h"

namespace playground {

struct Phish {
  static constexpr Description description{
      .id = "phish",
      .name_en = "Phish",
      .name_zh = "Phish",
      .kind = Kind::elementwise,
      .formula = R"(x\tanh(x\Phi(x)))",
      .derivative = R"(t+x(1-t^2)(\Phi(x)+x\varphi(x)),\ t=\tanh(x\Phi(x)))",
      .bound = {.value_ulp = 1, .slope_ulp = 1, .slope_floor_in = {-1.5f, -0.5f}},
  };
  static constexpr std::array<Parameter, 0> parameters{};

  ErfcReduction pass(F32x4 x) const {
    return reduce_erfc(widen(minimum(abs(x), F32x4::splat(end))) * F64x4::splat(0x1.6a09e667f3bcdp-1));
  }
  ErfcMiddle pass(F32x4, const ErfcReduction& reduced) const { return erfc_middle(reduced); }
  F64x4 pass(F32x4 x, const ErfcReduction& reduced, const ErfcMiddle& middle) const {
    const ErfcParts tail = erfc_parts(reduced, middle);
    const F64x4 q = F64x4::splat(0.5) * tail.erfc;
    return select(x < F32x4::zero(), q, F64x4::splat(1.0) - q);
  }
  WideReduction pass(F32x4 x, const ErfcReduction&, const ErfcMiddle&, F64x4 cdf) const {
    return reduce_wide_tanh(limited(x) * cdf);
  }
  F64x4 pass(F32x4, const ErfcReduction&, const ErfcMiddle&, F64x4, const WideReduction& power) const {
    return wide_exp_rest(power);
  }
  Dual value_and_slope(F32x4 x, const ErfcReduction&, const ErfcMiddle& middle, F64x4 cdf, const WideReduction& power,
                       F64x4 rest) const {
    const WideTanh tanh = wide_tanh(wide_exp(power, rest));
    const F64x4 density = F64x4::splat(0x1.9884533d43651p-2) * middle.gaussian;
    return {narrow(widen(from_left(x)) * tanh.value),
            narrow(tanh.value + limited(x) * tanh.slope * (cdf + limited(x) * density))};
  }

  static double reference(double x, const double*) { return x < -40.0 ? 0.0 : x * std::tanh(x * cdf(x)); }
  static double reference_slope(double x, const double*) {
    const double t = x < -40.0 ? -40.0 : x > 40.0 ? 40.0 : x;
    const double cosh = std::cosh(t * cdf(t));
    return std::tanh(t * cdf(t)) + t * (cdf(t) + t * std::exp(-0.5 * t * t) * 0.398942280401432678) / (cosh * cosh);
  }

 private:
  // Beyond 14.8 on the left all is 0, on the right tanh G is 1.
  static constexpr float end = 14.8f;
  static F32x4 from_left(F32x4 x) { return maximum(x, F32x4::splat(-end)); }
  static F64x4 limited(F32x4 x) { return widen(minimum(from_left(x), F32x4::splat(end))); }

  static double cdf(double x) { return 0.5 * std::erfc(-x * std::sqrt(0.5)); }
};

}  // namespace playground
