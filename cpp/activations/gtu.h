// Gated tanh unit: tanh(a) s(b) with the logistic function s (van den Oord et al. 2016; Dauphin et al. 2016). The first
// half of a row is the value a, the second the gate b.
#pragma once

#include "cpp/activations/sigmoid.h"
#include "cpp/activations/tanh.h"
#include "cpp/math/logistic_wide.h"

namespace playground {

struct Gtu {
  static constexpr Description description{
      .id = "gtu",
      .name_en = "GTU (gated tanh unit)",
      .name_zh = "门控 Tanh 单元",
      .kind = Kind::gated,
      .formula = R"(y=\tanh(a)\odot\sigma(b))",
      .derivative = R"(dy=\sigma(b)(1-\tanh^2 a)\,da+\tanh(a)\sigma(b)(1-\sigma(b))\,db)",
      .bound = {.value_ulp = 3, .slope_ulp = 4},
      .aliases = "gated tanh unit",
  };
  static constexpr std::array<Parameter, 0> parameters{};

  F32x4 value(F32x4 a, F32x4 b) const { return narrow(widen(Tanh{}.value(a)) * logistic_wide(widen(b)).s); }
  GatedSlopes slopes(F32x4 a, F32x4 b) const {
    const Dual filter = Tanh{}.value_and_slope(a);
    const WideLogistic gate = logistic_wide(widen(b));
    return {narrow(widen(filter.slope) * gate.s), narrow(widen(filter.value) * (gate.s * gate.rest))};
  }

  static double reference(double a, double b, const double* parameters) {
    return Tanh::reference(a, parameters) * Sigmoid::reference(b, parameters);
  }
  static std::array<double, 2> reference_slopes(double a, double b, const double* parameters) {
    return {Tanh::reference_slope(a, parameters) * Sigmoid::reference(b, parameters),
            Tanh::reference(a, parameters) * Sigmoid::reference_slope(b, parameters)};
  }
};

}  // namespace playground
