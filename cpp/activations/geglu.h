// GELU-gated unit: a gelu(b) with the exact GELU (Shazeer 2020). The first half of a row is the value a, the second the
// gate b.
#pragma once

#include "cpp/activations/gelu.h"

namespace playground {

struct Geglu {
  static constexpr Description description{
      .id = "geglu",
      .name_en = "GEGLU (exact GELU)",
      .name_zh = "GEGLU",
      .kind = Kind::gated,
      .formula = R"(y=a\odot b\Phi(b))",
      .derivative = R"(dy=b\Phi(b)\,da+a(\Phi(b)+b\varphi(b))\,db)",
      .bound = {.value_ulp = 2, .slope_ulp = 4, .slope_floor_in = {-1.3f, -0.4f}},
  };
  static constexpr std::array<Parameter, 0> parameters{};

  F32x4 value(F32x4 a, F32x4 b) const { return a * Gelu{}.value(b); }
  GatedSlopes slopes(F32x4 a, F32x4 b) const {
    const Dual gate = Gelu{}.value_and_slope(b);
    return {gate.value, a * gate.slope};
  }

  static double reference(double a, double b, const double* parameters) { return a * Gelu::reference(b, parameters); }
  static std::array<double, 2> reference_slopes(double a, double b, const double* parameters) {
    return {Gelu::reference(b, parameters), a * Gelu::reference_slope(b, parameters)};
  }
};

}  // namespace playground
