// ELiSH (Basirat and Roth 2018). With q = e^(-|x|), m = q - 1 and b = (1 + q)^2 - 2:
//
//   f(x) = x / (1 + q) for x >= 0, m q / (1 + q) for x < 0;
//   f'(x) = (1 + q + x q) / (b + 2) for x >= 0, q b / (b + 2) for x < 0.
//
// q = power (1 + p) as in raised_exp.h; m and q have what their sums lost beside them.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/pair.h"
#include "cpp/math/raised_exp.h"

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
      .bound = {.value_ulp = 2, .slope_ulp = 4, .slope_floor_in = {-1.6f, -0.4f}},
      .aliases = "指数线性压缩",
  };
  static constexpr std::array<Parameter, 0> parameters{};

  RaisedPower pass(F32x4 x) const { return raised_power(-magnitude(x)); }
  Dual value_and_slope(F32x4 x, const RaisedPower& parts_of_q) const {
    const F32x4 one = F32x4::splat(1.0f);
    const Mask32x4 left = x < F32x4::zero();
    const F32x4 a = magnitude(x);
    const auto [high_power, p] = parts_of_q;
    const F32x4 power = high_power * F32x4::splat(lowered);
    const F32x4 rest = power * p;

    const F32x4 m = rest + (power - one);
    const F32x4 lost_of_m = rest - (m - (power - one));
    const F32x4 sum = rest + (power + one);
    // In parts of the sum.
    const F32x4 lost_of_sum = (rest - (sum - (power + one))) * rough_reciprocal(sum);
    const F32x4 p_over_sum = p - (lost_of_sum + lost_of_sum * p);
    const F32x4 raised_m = m * high_power;
    const F32x4 left_product = raised_m + (raised_m * p_over_sum + lost_of_m * high_power);

    const F32x4 q = power + rest;
    const F32x4 lost_of_q = rest - (q - power);
    // 3 is near enough to 2 + 2 q where q loses anything.
    const F32x4 b = (q * q + F32x4::splat(3.0f) * lost_of_q) + ((q + q) - one);
    const F32x4 raised_b = high_power * b;
    const F32x4 square = b + F32x4::splat(2.0f);  // (1 + q)^2
    const F32x4 lost_of_square = (b - (square - F32x4::splat(2.0f))) * rough_reciprocal(square);
    const F32x4 left_slope = raised_b + raised_b * (p - lost_of_square);

    const F32x4 factor = select(left, F32x4::splat(lowered), one);
    return {select(left, left_product, x) / sum * factor, select(left, left_slope, sum + a * q) / square * factor};
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

 private:
  // e^-a is 0 in float32 from 112 on.
  static F32x4 magnitude(F32x4 x) { return minimum(abs(x), F32x4::splat(112.0f)); }
};

}  // namespace playground
