// GELU-gated unit with the tanh approximation of GELU, a gelu_tanh(b) (Shazeer 2020). The first half of a row is the
// value a, the second the gate b.
#pragma once

#include "cpp/activations/gelu_tanh.h"
#include "cpp/catalogue/concepts.h"

namespace playground {

struct GegluTanh {
  static constexpr Description description{
      .id = "geglu_tanh",
      .name_en = "GEGLU (tanh GELU)",
      .name_zh = "GEGLU（tanh 近似）",
      .kind = Kind::gated,
      .formula = R"(y=a\odot\mathrm{gelu}_{\tanh}(b))",
      .derivative = R"(dy=\mathrm{gelu}_{\tanh}(b)\,da+a\,\mathrm{gelu}_{\tanh}'(b)\,db)",
      .bound = {.value_ulp = 2, .slope_ulp = 3, .slope_floor_in = {-0.8f, -0.7f}},
  };
  static constexpr std::array<Parameter, 0> parameters{};

  F32x4 value(F32x4 a, F32x4 b) const { return a * value_and_slope_of(GeluTanh{}, b).value; }
  GatedSlopes slopes(F32x4 a, F32x4 b) const {
    const Dual gate = value_and_slope_of(GeluTanh{}, b);
    return {gate.value, a * gate.slope};
  }

  static double reference(double a, double b, const double* parameters) {
    return a * GeluTanh::reference(b, parameters);
  }
  static std::array<double, 2> reference_slopes(double a, double b, const double* parameters) {
    return {GeluTanh::reference(b, parameters), a * GeluTanh::reference_slope(b, parameters)};
  }
};

}  // namespace playground
