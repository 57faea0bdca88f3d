// Complementary log-log, 1 - e^(-e^x). The slope e^x e^(-e^x) decays doubly exponentially on the right, where an
// error of e^x counts for e^x times as much: e^x is taken in float64, the outer exponential in float32.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/raised_exp.h"
#include "cpp/math/wide_exp.h"

namespace playground {

struct LogLog {
  static constexpr Description description{
      .id = "log_log",
      .name_en = "Complementary log-log",
      .name_zh = "互补双对数（Log Log）",
      .kind = Kind::elementwise,
      .formula = R"(1-e^{-e^{x}})",
      .derivative = R"(e^{x-e^{x}})",
      .bound = {.value_ulp = 2, .slope_ulp = 3},
  };
  static constexpr std::array<Parameter, 0> parameters{};

  WideReduction pass(F32x4 x) const {
    // e^4.75 = 116, and e^-116 is 0 in float32.
    return reduce_wide_exp(widen(minimum(maximum(x, F32x4::splat(-120.0f)), F32x4::splat(4.75f))));
  }
  F64x4 pass(F32x4, const WideReduction& reduced) const { return wide_exp(reduced).exp; }
  RaisedReduction pass(F32x4, const WideReduction&, F64x4 wide) const { return reduce_raised_exp(-narrow(wide)); }
  Dual value_and_slope(F32x4, const WideReduction&, F64x4 wide, const RaisedReduction& outer) const {
    const F32x4 e = narrow(wide);
    const RaisedExp q = raised_exp(outer);
    const F32x4 rise = q.power * q.fraction;
    const F32x4 lower = F32x4::splat(lowered);
    // To first order in what the rounding of e has lost. Where 0 is the result it is taken at once: to underflow is
    // slow.
    const F32x4 lost = narrow(wide - widen(e));
    const F32x4 decay = keep_where(!(e > F32x4::splat(109.0f)), q.power + rise);
    return {((F32x4::splat(raised) - q.power) - rise) * lower, e * (decay * (F32x4::splat(1.0f) - lost)) * lower};
  }

  static double reference(double x, const double*) { return -std::expm1(-std::exp(x)); }
  static double reference_slope(double x, const double*) {
    return std::isnan(x) ? x : std::exp(std::fmin(x, 10.0) - std::exp(std::fmin(x, 10.0)));
  }
};

}  // namespace playground
