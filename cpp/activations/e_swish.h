// E-swish (Alcaide 2018): beta times SiLU. With q = e^(-|x|) and P = beta x for x >= 0, beta x q left of zero, it is
// P - P q / (1 + q): the rounding of the quotient counts for little.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/swish.h"

namespace playground {

struct ESwish {
  F32x4 beta;

  static constexpr Description description{
      .id = "e_swish",
      .name_en = "E-swish",
      .name_zh = "E-swish",
      .kind = Kind::elementwise,
      .formula = R"(\beta x\sigma(x))",
      .derivative = R"(\beta\sigma(x)(1+x(1-\sigma(x))))",
      .bound = {.value_ulp = 3, .slope_ulp = 4, .floor_from = -1.5f, .floor_to = -1.1f},
  };
  static constexpr std::array<Parameter, 1> parameters{{
      {.name = "beta", .latex = R"(\beta)", .initial = 1.375f, .minimum = 1.0f, .maximum = 2.0f},
  }};

  F32x4 value(F32x4 x) const { return value_and_slope(x).value; }
  Dual value_and_slope(F32x4 x) const {
    // x e^x is 0 in float32 left of -111; right of 40 s(x) is 1.
    const F32x4 from_left = maximum(x, F32x4::splat(-120.0f));
    const F32x4 end = F32x4::splat(40.0f);
    const SwishParts parts = swish_parts(minimum(from_left, end));
    const F32x4 one = F32x4::splat(1.0f);
    const F32x4 scaled = beta * from_left;
    const F32x4 product = scaled * select(parts.left, parts.q.value, one);
    // For small |x|, where the quotient is no small part of 1, P / (1 + q) or P q / (1 + q) itself.
    const Mask32x4 inner = abs(x) < one;
    const F32x4 quotient = select(inner, product, parts.q.value) / parts.denominator;
    const F32x4 unscaled = select(inner, quotient, product - product * quotient);
    const F32x4 value = unscaled * select(parts.left, parts.q.rest, one);
    const F32x4 tail = parts.tail(minimum(from_left, end));
    const F32x4 slope = select(parts.left, beta * tail * parts.q.rest, beta - beta * tail);
    return {select(x > end, scaled, value), slope};
  }

  static double reference(double x, const double* parameters) {
    return x < -700.0 ? -0.0 : parameters[0] * x / (1.0 + std::exp(-x));
  }
  static double reference_slope(double x, const double* parameters) {
    const double e = std::exp(-std::abs(x));
    const double t = std::fmin(std::abs(x), 700.0);
    const double numerator = x < 0.0 ? e * (1.0 + e - t) : 1.0 + e * (1.0 + t);
    return std::isnan(x) ? x : parameters[0] * numerator / ((1.0 + e) * (1.0 + e));
  }
};

}  // namespace playground
