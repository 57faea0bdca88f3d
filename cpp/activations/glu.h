// Gated linear unit: a s(b) with the logistic function s (Dauphin et al. 2016). s in float64: where it is below
// float32's smallest number, a large a still makes a number of it.
//
// The first half of a row is the value a, the second the gate b, as PyTorch, Keras and JAX have it.
#pragma once

#include "cpp/activations/sigmoid.h"
#include "cpp/math/wide_logistic.h"

namespace playground {

struct Glu {
  static constexpr Description description{
      .id = "glu",
      .name_en = "GLU",
      .name_zh = "门控线性单元 GLU",
      .kind = Kind::gated,
      .formula = R"(y=a\odot\sigma(b))",
      .derivative = R"(dy=\sigma(b)\,da+a\,\sigma(b)(1-\sigma(b))\,db)",
      .bound = {.value_ulp = 1, .slope_ulp = 2},
      .frameworks = {.pytorch = "torch.nn.GLU", .keras = "keras.activations.glu", .jax = "jax.nn.glu"},
      .aliases = "gated linear unit",
  };
  static constexpr std::array<Parameter, 0> parameters{};

  F32x4 value(F32x4 a, F32x4 b) const { return narrow(widen(a) * wide_logistic(widen(b)).s); }
  GatedSlopes slopes(F32x4 a, F32x4 b) const {
    const WideLogistic gate = wide_logistic(widen(b));
    return {narrow(gate.s), narrow(widen(a) * (gate.s * gate.rest))};
  }

  static double reference(double a, double b, const double* parameters) {
    return a * Sigmoid::reference(b, parameters);
  }
  static std::array<double, 2> reference_slopes(double a, double b, const double* parameters) {
    return {Sigmoid::reference(b, parameters), a * Sigmoid::reference_slope(b, parameters)};
  }
};

}  // namespace playground
