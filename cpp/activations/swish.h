// Swish (Ramachandran et al. 2017): x s(beta x) with a learned beta. f' is a function of beta x alone, and
// df/dbeta = x^2 s'(beta x).
#pragma once

#include <cmath>
#include <limits>

#include "cpp/catalogue/description.h"
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
      .bound = {.value_ulp = 1, .slope_ulp = 1, .slope_floor_in = {-1.4f, 1.4f}},
      .frameworks =
          {
              .tensorflow = "tf.nn.silu(beta=)",
              .onnx = "Swish",
          },
  };
  static constexpr std::array<Parameter, 1> parameters{{
      {.name = "beta", .latex = R"(\beta)", .initial = 1.0f, .minimum = -10.0f, .maximum = 10.0f, .learned = true},
  }};

  F32x4 value(F32x4 x) const { return value_and_slope(x).value; }
  Dual value_and_slope(F32x4 x) const {
    const Swishing parts = swishing(x, widen(beta));
    return {narrow(parts.product()), narrow(parts.slope())};
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
  // x no farther than where |beta x| = 120, and finite.
  F32x4 limit(F32x4 x) const {
    const F32x4 end = minimum(F32x4::splat(120.0f) / abs(beta), F32x4::splat(std::numeric_limits<float>::max()));
    return maximum(minimum(x, end), -end);
  }
  static double product(double x, double beta) { return beta == 0.0 && !std::isnan(x) ? 0.0 : beta * x; }
};

}  // namespace playground
