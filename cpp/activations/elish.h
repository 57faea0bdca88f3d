// ELiSH (Basirat and Roth 2018). With q = e^(-|x|) and m = q - 1:
//
//   f(x) = x / (1 + q) for x >= 0, m q / (1 + q) for x < 0;
//   f'(x) = (1 + q (1 + x)) / (1 + q)^2 for x >= 0, q (q (2 + q) - 1) / (1 + q)^2 for x < 0.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/swish.h"

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
      .bound = {.value_ulp = 2, .slope_ulp = 4, .floor_from = -1.5f, .floor_to = -0.5f},
  };
  static constexpr std::array<Parameter, 0> parameters{};

  F32x4 value(F32x4 x) const { return value_and_slope(x).value; }
  Dual value_and_slope(F32x4 x) const {
    const F32x4 limited = minimum(maximum(x, F32x4::splat(-120.0f)), F32x4::splat(120.0f));
    const SwishParts parts = swish_parts(limited);
    const F32x4 q = parts.q.value;
    const F32x4 one = F32x4::splat(1.0f);
    const F32x4 product = select(parts.left, parts.q.minus_one * q, x);
    // Left of -1 the quotient is a small part of 1.
    const Mask32x4 outer = x < -one;
    const F32x4 quotient = select(outer, q, product) / parts.denominator;
    const F32x4 value = select(outer, (product - product * quotient) * parts.q.rest, quotient);
    const F32x4 left_slope = q * (parts.square_minus_one() - one);
    const F32x4 square = one + parts.square_minus_one();
    const F32x4 slope = select(parts.left, left_slope, parts.tail_numerator(limited)) / square;
    return {value, parts.slope_of_tail(slope)};
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
