// TanhExp (Liu and Di 2020), TeLU. With e = e^x, q = e^(-2 e) and m = q - 1: tanh(e) = -m / (2 + m), and
//
//   f'(x) = tanh(e) + x e (1 - tanh(e)) (1 + tanh(e)).
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/exp_tail.h"

namespace playground {

struct TanhExp {
  static constexpr Description description{
      .id = "tanh_exp",
      .name_en = "TanhExp (= TeLU)",
      .name_zh = "TanhExp",
      .kind = Kind::elementwise,
      .formula = R"(x\tanh(e^{x}))",
      .derivative = R"(\tanh(e^{x})+xe^{x}(1-\tanh(e^{x})^2))",
      .bound = {.value_ulp = 3, .slope_ulp = 5, .floor_from = -5.0f, .floor_to = -0.35f},
      .aliases = "telu",
  };
  static constexpr std::array<Parameter, 0> parameters{};

  F32x4 value(F32x4 x) const { return value_and_slope(x).value; }
  Dual value_and_slope(F32x4 x) const {
    // tanh(e^3) is 1; x e^x is 0 in float32 left of -111.
    const F32x4 from_left = maximum(x, F32x4::splat(-120.0f));
    const F32x4 limited = minimum(from_left, F32x4::splat(3.0f));
    const TailExp e = tail_exp(limited);
    const F32x4 minus_two = F32x4::splat(-2.0f);
    const TailExp q = tail_exp(Pair{minus_two * e.value, minus_two * e.lower});
    const F32x4 denominator = F32x4::splat(2.0f) + q.minus_one;
    // tanh(e) = 1 - 2 q / (2 + m), or for small e the t of t = -m / 2 (1 + t).
    const Mask32x4 small = e.value < F32x4::splat(0.7f);
    const F32x4 quotient = select(small, -q.minus_one, q.value + q.value) / denominator;
    const F32x4 half_m = F32x4::splat(0.5f) * q.minus_one;
    const F32x4 tangent = select(small, -(half_m + half_m * quotient), F32x4::splat(1.0f) - quotient);
    const F32x4 one = F32x4::splat(1.0f);
    const F32x4 complement = select(small, one - tangent, quotient);
    const F32x4 slope = tangent + limited * e.value * (complement * (one + tangent));
    return {from_left * tangent * e.rest, slope * e.rest};
  }

  static double reference(double x, const double*) { return x < -700.0 ? -0.0 : x * std::tanh(std::exp(x)); }
  static double reference_slope(double x, const double*) {
    if (std::isnan(x)) return x;
    const double t = std::fmax(std::fmin(x, 5.0), -700.0);
    const double e = std::exp(t);
    const double q = std::exp(-2.0 * e);
    return std::tanh(e) + t * e * (4.0 * q / ((1.0 + q) * (1.0 + q)));
  }
};

}  // namespace playground
