// Gaussian, e^(-x^2).
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/raised_exp.h"

namespace playground {

struct Gaussian {
  static constexpr Description description{
      .id = "gaussian",
      .name_en = "Gaussian",
      .name_zh = "高斯函数",
      .kind = Kind::elementwise,
      .formula = R"(e^{-x^2})",
      .derivative = R"(-2xe^{-x^2})",
      .bound = {.value_ulp = 1, .slope_ulp = 2},
  };
  static constexpr std::array<Parameter, 0> parameters{};

  RaisedReduction pass(F32x4 x) const { return reduce(limited(x)); }
  Dual value_and_slope(F32x4 x, const RaisedReduction& reduced) const {
    // 2^64 e^(-x^2).
    const F32x4 e = reduced.power + reduced.power * detail::expm1_quotient(reduced.r);
    const F32x4 lower = F32x4::splat(lowered);
    return {e * lower, (limited(x) + limited(x)) * e * -lower};
  }

  static double reference(double x, const double*) { return std::exp(-x * x); }
  static double reference_slope(double x, const double*) {
    const double t = x < -26.0 ? -26.0 : x > 26.0 ? 26.0 : x;
    return -2.0 * t * std::exp(-t * t);
  }

 private:
  // From there on value and slope are 0 in float32.
  static F32x4 limited(F32x4 x) {
    const F32x4 end = F32x4::splat(10.5f);
    return maximum(minimum(x, end), -end);
  }
  // Of -x^2 (raised_exp.h), for |x| <= 10.5 and NaN. x^2 = h^2 + (x - h)(x + h), where h is x with its lower 12
  // bits cleared: h^2 is exact, and -x^2 = n ln 2 + r. For n the rounded x^2 is enough; r would lose a hundred ULP by
  // it in the tails.
  static RaisedReduction reduce(F32x4 x) {
    const F32x4 h = from_bits(bits(x) & I32x4::splat(-4096));
    const F32x4 square = h * h;
    const F32x4 rest = (x - h) * (x + h);
    const F32x4 shifter = F32x4::splat(detail::raising_shifter);
    const F32x4 shifted = x * x * F32x4::splat(-log2_e) + shifter;
    const F32x4 minus_n = shifter - shifted;
    const F32x4 r = (minus_n * F32x4::splat(ln2_upper) - square) + (minus_n * F32x4::splat(ln2_lower) - rest);
    return {r, from_bits(power_shift(bits(shifted)))};
  }
};

}  // namespace playground
