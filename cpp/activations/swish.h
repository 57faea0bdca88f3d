// Swish (Ramachandran et al. 2017): x s(beta x) with a learned beta. f' is a function of beta x alone, and df/dbeta =
// x^2 s'(beta x).
#pragma once

#include <cmath>
#include <limits>

#include "cpp/catalogue/description.h"
#include "cpp/math/silu.h"
#include "cpp/math/swish.h"

namespace playground {

struct Swish {
  F32x4 beta;

  static constexpr Description description{
      .id = "swish",
      .name_en = "Swish (beta)",
      .name_zh = "Swish（可学习 beta）",
      .kind = Kind::parametric_learned,
      .formula = R"(x\sigma(\beta x))",
      .derivative = R"(\sigma(\beta x)(1+\beta x(1-\sigma(\beta x))))",
      .bound = {.value_ulp = 2, .slope_ulp = 4, .slope_floor_in = {-1.6f, 1.6f}},
      .frameworks =
          {
              .tensorflow = "tf.nn.silu(beta=)",
              .onnx = "Swish",
          },
  };
  static constexpr std::array<Parameter, 1> parameters{{
      {.name = "beta", .latex = R"(\beta)", .initial = 1.0f, .minimum = -10.0f, .maximum = 10.0f, .learned = true},
  }};

  SwishScale scale{widen(abs(beta))};
  I32x4 sign = bits(beta) & I32x4::splat(INT32_MIN);

  template <class Run>
  void choose(Run&& run) const;
  // For a negative beta x s(beta x) = -(y s(-beta y)) with y = -x.
  SwishReduction pass(F32x4 x) const { return reduce_swish(x, scale); }
  F32x4 pass(F32x4, const SwishReduction& reduced) const { return swish_rest(reduced); }
  F32x4 value(F32x4 x, const SwishReduction& reduced, F32x4 rest) const {
    const F32x4 y = from_bits(bits(x) ^ sign);
    return from_bits(bits(swish_parts(y, scale, reduced, rest).product(y)) ^ sign);
  }
  Dual value_and_slope(F32x4 x, const SwishReduction& reduced, F32x4 rest) const {
    const F32x4 y = from_bits(bits(x) ^ sign);
    const SwishParts parts = swish_parts(y, scale, reduced, rest);
    const F32x4 g = parts.of_sum(F32x4::splat(1.0f) - scale.b * (parts.a - parts.w));
    return {from_bits(bits(parts.product(y)) ^ sign), swish_slope(y, g)};
  }
  std::array<F32x4, 1> parameter_slopes(F32x4 x) const {
    const Swishing parts = swishing(x, widen(beta));
    return {narrow(parts.x * parts.bell() * parts.x)};
  }

  static double reference(double x, const double* parameters) {
    const double t = product(x, parameters[0]);
    return t < -700.0 ? 0.0 : x / (1.0 + std::exp(-t));
  }
  static double reference_slope(double x, const double* parameters) {
    const double t = std::fmin(std::fmax(product(x, parameters[0]), -700.0), 700.0);
    const double q = std::exp(-std::abs(t));
    const double numerator = t < 0.0 ? q * (1.0 + q + t) : 1.0 + q * (1.0 + t);
    return std::isnan(x) ? x : numerator / ((1.0 + q) * (1.0 + q));
  }
  static double reference_parameter_slope(double x, const double* parameters, size_t) {
    const double t = std::abs(product(x, parameters[0]));
    const double q = std::exp(-t);
    return t > 700.0 ? 0.0 : x * q * x / ((1.0 + q) * (1.0 + q));
  }

 private:
  static double product(double x, double beta) { return beta == 0.0 && !std::isnan(x) ? 0.0 : beta * x; }
};

// For other betas than math/silu.h is made for, 0 and NaN among them.
struct SwishOfAnyBeta {
  static constexpr const Description& description = Swish::description;

  F32x4 beta;

  F32x4 value(F32x4 x) const { return narrow(swishing(x, widen(beta)).product()); }
  Dual value_and_slope(F32x4 x) const {
    const Swishing parts = swishing(x, widen(beta));
    return {narrow(parts.product()), narrow(parts.slope())};
  }
};

template <class Run>
void Swish::choose(Run&& run) const {
  if ((!((abs(beta) >= F32x4::splat(0x1p-24f)) & (abs(beta) <= F32x4::splat(0x1p24f)))).any()) {
    run(SwishOfAnyBeta{beta});
  } else {
    run(*this);
  }
}

}  // namespace playground
