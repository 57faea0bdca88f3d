// TanhExp (Liu and Di 2020), TeLU: x tanh e, e = e^x. With E = e^(2 e) and coth.h's 1 + y c, y = e^2:
//
//   f(x) = x - w,  w = 2 x / (1 + E),  f'(x) = 1 - (2 - 2 e (2 x - w)) / (1 + E) on the right;
//   f(x) = x e / (1 + y c),  f'(x) = e (1 + x (1 + y c) - e f(x)) / (1 + y c) on the left.
//
// Both share the divisions. e = power (1 + q) as in raised_exp.h; what the sum 1 + y c loses goes into q.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/coth.h"
#include "cpp/math/raised_exp.h"

namespace playground {

struct TanhExp {
  static constexpr Description description{
      .id = "tanh_exp",
      .name_en = "TanhExp (= TeLU)",
      .name_zh = "TanhExp",
      .kind = Kind::elementwise,
      .formula = R"(x\tanh(e^{x}))",
      .derivative = R"(\tanh(e^{x})+xe^{x}(1-\tanh(e^{x})^2))",
      .bound = {.value_ulp = 2, .slope_ulp = 4, .slope_floor_in = {-1.6f, -0.5f}},
      .aliases = "telu, 双曲正切指数",
  };
  static constexpr std::array<Parameter, 0> parameters{};

  RaisedPower pass(F32x4 x) const { return raised_power(limited(x)); }
  // y c, and E as far as its exponential's argument.
  struct Exponents {
    F32x4 yc;
    RaisedReduction far;
  };
  Exponents pass(F32x4, const RaisedPower& e_parts) const {
    const F32x4 e = e_of(e_parts);
    const F32x4 y = e * e;
    const F32x4 yc = y * (F32x4::splat(0x1.555556p-2f) + detail::coth_remainder(y));
    return {yc, reduce_normal_exp(e + e)};
  }
  // What both quotients divide by.
  F32x4 pass(F32x4 x, const RaisedPower&, const Exponents& exponents) const {
    const F32x4 one = F32x4::splat(1.0f);
    const auto [r, power] = exponents.far;
    return select(x <= F32x4::zero(), one + exponents.yc, (one + power * detail::expm1_reduced(r)) + power);
  }
  Dual value_and_slope(F32x4 x, const RaisedPower& e_parts, const Exponents& exponents, F32x4 sum) const {
    const F32x4 zero = F32x4::zero();
    const F32x4 one = F32x4::splat(1.0f);
    const F32x4 upwards = F32x4::splat(raised);
    const F32x4 downwards = F32x4::splat(lowered);
    const Mask32x4 left = x <= zero;
    const F32x4 limited = this->limited(x);
    const auto [power, q] = e_parts;
    const F32x4 yc = exponents.yc;
    const F32x4 corrected_q = q - (yc - (sum - one)) * F32x4::splat(0.9f);
    const F32x4 e = e_of(e_parts);
    const F32x4 twice_e = e + e;
    const F32x4 twice_x = limited + limited;
    const F32x4 xp = limited * power;
    const F32x4 product = select(left, xp + xp * corrected_q, -(twice_x * upwards)) / sum * downwards;
    // 1 + x beside x y c, so that their sum does not cancel twice.
    const F32x4 near_slope = power * (((one + limited) + limited * yc) - product * e);
    const F32x4 far_slope = (twice_e * (twice_x + product) - F32x4::splat(2.0f)) * upwards;
    const F32x4 slope = select(left, near_slope + near_slope * corrected_q, far_slope) / sum * downwards;
    return {maximum(x, zero) + product, clear_where(left, one) + slope};
  }

  static double reference(double x, const double*) { return x < -700.0 ? -0.0 : x * std::tanh(std::exp(x)); }
  static double reference_slope(double x, const double*) {
    if (std::isnan(x)) return x;
    const double t = std::fmax(std::fmin(x, 5.0), -700.0);
    const double e = std::exp(t);
    const double q = std::exp(-2.0 * e);
    return std::tanh(e) + t * e * (4.0 * q / ((1.0 + q) * (1.0 + q)));
  }

 private:
  // tanh(e^3) is 1, and x e^x is 0 in float32 left of -112.
  static F32x4 limited(F32x4 x) { return maximum(minimum(x, F32x4::splat(3.0f)), F32x4::splat(-112.0f)); }
  static F32x4 e_of(const RaisedPower& e_parts) {
    return (e_parts.power + e_parts.power * e_parts.q) * F32x4::splat(lowered);
  }
};

}  // namespace playground
