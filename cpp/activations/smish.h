// Smish (Wang et al. 2022). With q = e^(-|x|), w = tanh(log(1 + s(x))) is rational in q:
//
//   x < 0:   w = q / A,  A = 1 + q r,  r = 5/3 - 1 / (3 B) = (3 + 5 q) / B,  B = 2 + 3 q;
//   x >= 0:  w = 1 / A,  A = q + r,    r = 3/2 + 1 / (2 B) = (5 + 3 q) / B,  B = 3 + 2 q;
//
// f(x) = x w and f'(x) = w (1 + 4 x v (1 + q) / (A B^2)) with v = 1 + 2 q or q (2 + q).
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/exp_tail.h"

namespace playground {

struct Smish {
  static constexpr Description description{
      .id = "smish",
      .name_en = "Smish",
      .name_zh = "Smish",
      .kind = Kind::elementwise,
      .formula = R"(x\tanh(\ln(1+\sigma(x))))",
      .derivative =
          R"(\tanh(\ln(1+\sigma(x)))+x\left(1-\tanh(\ln(1+\sigma(x)))^2\right)\frac{\sigma(x)(1-\sigma(x))}{1+\sigma(x)})",
      .bound = {.value_ulp = 3, .slope_ulp = 8, .floor_from = -5.0f, .floor_to = -0.8f},
  };
  static constexpr std::array<Parameter, 0> parameters{};

  F32x4 value(F32x4 x) const { return value_and_slope(x).value; }
  Dual value_and_slope(F32x4 x) const {
    // x e^x is 0 in float32 left of -111.
    const F32x4 from_left = maximum(x, F32x4::splat(-120.0f));
    const F32x4 limited = minimum(from_left, F32x4::splat(120.0f));
    const TailExp parts = tail_exp(-abs(limited));
    const F32x4 q = parts.value;
    const F32x4 one = F32x4::splat(1.0f);
    const Mask32x4 left = x < F32x4::zero();
    const F32x4 two_three = select(left, F32x4::splat(2.0f), F32x4::splat(3.0f));
    const F32x4 three_two = F32x4::splat(5.0f) - two_three;
    const F32x4 b = two_three + three_two * q;
    const F32x4 small = one / (b * select(left, F32x4::splat(-3.0f), F32x4::splat(2.0f)));
    const F32x4 r = select(left, F32x4::splat(0x1.aaaaaap0f), F32x4::splat(1.5f)) + small;
    const F32x4 factor = select(left, q, one);
    const F32x4 other = select(left, one, q);
    const F32x4 a = other + factor * r;
    const F32x4 rest = select(left, parts.rest, one);
    const F32x4 v = other * ((two_three - one) + (three_two - one) * q);
    const F32x4 change = F32x4::splat(4.0f) * limited * (v * (one + q)) / (a * (b * b));
    return {from_left * factor / a * rest, (factor + factor * change) / a * rest};
  }

  static double reference(double x, const double*) {
    if (x < -700.0) return -0.0;
    const double q = std::exp(-std::abs(x));
    return x * (x < 0.0 ? q * (2.0 + 3.0 * q) / (2.0 + q * (6.0 + 5.0 * q))
                        : (3.0 + 2.0 * q) / (5.0 + q * (6.0 + 2.0 * q)));
  }
  static double reference_slope(double x, const double*) {
    const double t = x < -700.0 ? -700.0 : x > 700.0 ? 700.0 : x;
    const double q = std::exp(-std::abs(t));
    const double d = t < 0.0 ? 2.0 + q * (6.0 + 5.0 * q) : 5.0 + q * (6.0 + 2.0 * q);
    const double gate = (t < 0.0 ? q * (2.0 + 3.0 * q) : 3.0 + 2.0 * q) / d;
    return gate + 4.0 * t * q * (1.0 + q) * (t < 0.0 ? 1.0 + 2.0 * q : 2.0 + q) / (d * d);
  }
};

}  // namespace playground
