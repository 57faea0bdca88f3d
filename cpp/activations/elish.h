// ELiSH (Basirat and Roth 2018). With q = e^(-|x|) and m = q - 1:
//
//   f(x) = x / (1 + q) for x >= 0, m q / (1 + q) for x < 0;
//   f'(x) = (1 + q (1 + x)) / (1 + q)^2 for x >= 0, q (q (2 + q) - 1) / (1 + q)^2 for x < 0.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/finite.h"
#include "cpp/math/wide_exp.h"

namespace playground {

struct Elish {
  static constexpr Description description{
      .id = "elish",
      .name_en = "ELiSH",
      .name_zh = "ELiSH",
      .kind = Kind::elementwise,
      .formula = R"(\begin{cases}x\sigma(x),&x\ge 0\\(e^{x}-1)\sigma(x),&x<0\end{cases})",
      .derivative =
          R"(\begin{cases}\sigma(x)(1+x(1-\sigma(x))),&x\ge 0\\\sigma(x)(e^{x}+(e^{x}-1)(1-\sigma(x))),&x<0\end{cases})",
      .bound = {.value_ulp = 1, .slope_ulp = 1, .slope_floor_in = {-0.9f, -0.8f}},
      .aliases = "指数线性压缩",
  };
  static constexpr std::array<Parameter, 0> parameters{};

  F32x4 value(F32x4 x) const { return value_and_slope(x).value; }
  // In float64: f' crosses zero.
  Dual value_and_slope(F32x4 x) const {
    const F64x4 one = F64x4::splat(1.0);
    const F64x4 finite = widen_finite(x);
    const WideExp q = wide_exp(maximum(-abs(finite), F64x4::splat(-700.0)));
    const Mask32x4 left = x < F32x4::zero();
    const F64x4 reciprocal = one / (one + q.exp);
    const F64x4 slope = select(left, q.exp * (q.exp * (F64x4::splat(2.0) + q.exp) - one), one + q.exp * (one + finite));
    return {narrow(select(left, q.expm1 * q.exp, finite) * reciprocal), narrow(slope * reciprocal * reciprocal)};
  }

  static double reference(double x, const double*) {
    return x >= 0.0 ? x / (1.0 + std::exp(-x)) : std::expm1(x) * std::exp(x) / (1.0 + std::exp(x));
  }
  static double reference_slope(double x, const double*) {
    const double t = std::fmin(std::abs(x), 700.0);
    const double q = std::exp(-std::abs(x));
    const double square = (1.0 + q) * (1.0 + q);
    return std::isnan(x) ? x : x >= 0.0 ? (1.0 + q * (1.0 + t)) / square : q * (q * (2.0 + q) - 1.0) / square;
  }
};

}  // namespace playground
