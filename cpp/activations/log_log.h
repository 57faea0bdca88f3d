// Complementary log-log, 1 - e^(-e^x). The slope e^x e^(-e^x) decays doubly exponentially on the right: there an error
// of e^x counts for e^x times as much, and what its rounding lost goes back in.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/exp_tail.h"

namespace playground {

struct LogLog {
  static constexpr Description description{
      .id = "log_log",
      .name_en = "Complementary log-log",
      .name_zh = "互补双对数（Log Log）",
      .kind = Kind::elementwise,
      .formula = R"(1-e^{-e^{x}})",
      .derivative = R"(e^{x-e^{x}})",
      .bound = {.value_ulp = 1, .slope_ulp = 2, .floor_from = 1.5f, .floor_to = 4.75f},
  };
  static constexpr std::array<Parameter, 0> parameters{};

  F32x4 value(F32x4 x) const { return value_and_slope(x).value; }
  Dual value_and_slope(F32x4 x) const {
    // e^4.75 = 116, and e^-116 is 0 in float32.
    const TailExp e = tail_exp(minimum(maximum(x, F32x4::splat(-120.0f)), F32x4::splat(4.75f)));
    const TailExp q = tail_exp(Pair{-e.value, -e.lower});
    const F32x4 slope = e.value * q.value * e.rest * q.rest;
    return {-q.minus_one * e.rest, slope};
  }

  static double reference(double x, const double*) { return -std::expm1(-std::exp(x)); }
  static double reference_slope(double x, const double*) {
    return std::isnan(x) ? x : std::exp(std::fmin(x, 10.0) - std::exp(std::fmin(x, 10.0)));
  }
};

}  // namespace playground
