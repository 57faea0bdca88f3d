// Softplus shifted through the origin (Schuett et al. 2017), log((1 + e^x) / 2).
//
// For |x| < 1 it is x / 2 + log cosh(x / 2); beyond, with m = e^(-|x|) - 1, max(x, 0) + log(1 + m / 2): neither
// cancels.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/exp_tail.h"
#include "cpp/math/log1p_unit.h"

namespace playground {

struct ShiftedSoftplus {
  static constexpr Description description{
      .id = "shifted_softplus",
      .name_en = "Shifted softplus",
      .name_zh = "平移 Softplus",
      .kind = Kind::elementwise,
      .formula = R"(\ln(\frac{1}{2}e^{x}+\frac{1}{2}))",
      .derivative = R"(\sigma(x))",
      .bound = {.value_ulp = 2, .slope_ulp = 2},
  };
  static constexpr std::array<Parameter, 0> parameters{};

  TailReduction pass(F32x4 x) const { return reduce_falling_exp(x); }
  F32x4 pass(F32x4, const TailReduction& reduced) const { return detail::exp_correction(reduced.upper, reduced.lower); }
  // s = m / (4 + m): log(1 + m / 2) = 2 artanh(s).
  Log1pQuotient pass(F32x4, const TailReduction& reduced, F32x4 correction) const {
    const F32x4 four = F32x4::splat(4.0f);
    const F32x4 m = tail_exp(reduced, correction).minus_one;
    const F32x4 sum = four + m;
    // What the sum lost, in parts of it: 0.29 is near enough to 1 / (4 + m).
    return {m / sum, (m - (sum - four)) * F32x4::splat(0.29f)};
  }
  Dual value_and_slope(F32x4 x, const TailReduction& reduced, F32x4 correction, const Log1pQuotient& s) const {
    const F32x4 one = F32x4::splat(1.0f);
    const F32x4 magnitude = abs(x);
    const TailExp e = tail_exp(reduced, correction);
    const F32x4 outer = maximum(x, F32x4::zero()) + scaled_atanh(s.value, {s.value + s.value, s.lost});
    const F32x4 y = x * x;
    const F32x4 log_cosh =
        y * polynomial(y, 0x1p-3f, -0x1.555528p-8f, 0x1.6bfb3p-12f, -0x1.b4d6bep-16f, 0x1.d53accp-20f);
    const F32x4 inner = F32x4::splat(0.5f) * x + log_cosh;
    const Mask32x4 left = x < F32x4::zero();
    const F32x4 slope = select(left, e.value, one) / (one + e.value) * select(left, e.rest, one);
    return {select(magnitude < one, inner, outer), slope};
  }

  static double reference(double x, const double*) {
    return (std::isnan(x) ? x : std::fmax(x, 0.0)) + std::log1p(0.5 * std::expm1(-std::abs(x)));
  }
  static double reference_slope(double x, const double*) {
    const double e = std::exp(-std::abs(x));
    return (x < 0.0 ? e : 1.0) / (1.0 + e);
  }
};

}  // namespace playground
