// Gated tanh unit: tanh(a) s(b) with the logistic function s (van den Oord et al. 2016; Dauphin et al. 2016). The first
// half of a row is the value a, the second the gate b. In float64: each factor rounded by itself would make 3 ULP.
#pragma once

#include "cpp/activations/sigmoid.h"
#include "cpp/activations/tanh.h"
#include "cpp/math/wide_logistic.h"
#include "cpp/math/wide_tanh.h"

namespace playground {

struct Gtu {
  static constexpr Description description{
      .id = "gtu",
      .name_en = "GTU (gated tanh unit)",
      .name_zh = "门控 Tanh 单元",
      .kind = Kind::gated,
      .formula = R"(y=\tanh(a)\odot\sigma(b))",
      .derivative = R"(dy=\sigma(b)(1-\tanh^2 a)\,da+\tanh(a)\sigma(b)(1-\sigma(b))\,db)",
      .bound = {.value_ulp = 1, .slope_ulp = 2},
      .aliases = "gated tanh unit",
  };
  static constexpr std::array<Parameter, 0> parameters{};

  F32x4 value(F32x4 a, F32x4 b) const { return narrow(filter(a).value * wide_logistic(widen(b)).s); }
  GatedSlopes slopes(F32x4 a, F32x4 b) const {
    const WideTanh tanh = filter(a);
    const WideLogistic gate = wide_logistic(widen(b));
    return {narrow(tanh.slope * gate.s), narrow(tanh.value * (gate.s * gate.rest))};
  }

  static double reference(double a, double b, const double* parameters) {
    return Tanh::reference(a, parameters) * Sigmoid::reference(b, parameters);
  }
  static std::array<double, 2> reference_slopes(double a, double b, const double* parameters) {
    return {Tanh::reference_slope(a, parameters) * Sigmoid::reference(b, parameters),
            Tanh::reference(a, parameters) * Sigmoid::reference_slope(b, parameters)};
  }

 private:
  static WideTanh filter(F32x4 a) {
    const F32x4 end = F32x4::splat(static_cast<float>(wide_tanh_end));
    return wide_tanh(widen(minimum(maximum(a, -end), end)));
  }
};

}  // namespace playground
