// GELU-gated unit: a gelu(b) with the exact GELU (Shazeer 2020), in float64: gelu.h's two steps and the product's
// rounding would be three. The first half of a row is the value a, the second the gate b.
#pragma once

#include "cpp/activations/gelu.h"
#include "cpp/math/erf.h"

namespace playground {

struct Geglu {
  static constexpr Description description{
      .id = "geglu",
      .name_en = "GEGLU (exact GELU)",
      .name_zh = "GEGLU",
      .kind = Kind::gated,
      .formula = R"(y=a\odot b\Phi(b))",
      .derivative = R"(dy=b\Phi(b)\,da+a(\Phi(b)+b\varphi(b))\,db)",
      .bound = {.value_ulp = 1, .slope_ulp = 2, .slope_floor_in = {-1.3f, -0.4f}},
      .aliases = "GELU 门控线性单元",
  };
  static constexpr std::array<Parameter, 0> parameters{};

  F32x4 value(F32x4 a, F32x4 b) const { return narrow(widen(a) * gate(b).value); }
  GatedSlopes slopes(F32x4 a, F32x4 b) const {
    const Gate g = gate(b);
    return {narrow(g.value), narrow(widen(a) * g.slope)};
  }

  static double reference(double a, double b, const double* parameters) { return a * Gelu::reference(b, parameters); }
  static std::array<double, 2> reference_slopes(double a, double b, const double* parameters) {
    return {Gelu::reference(b, parameters), a * Gelu::reference_slope(b, parameters)};
  }

 private:
  struct Gate {
    F64x4 value;
    F64x4 slope;
  };

  // b Phi(b) and its slope. From -14.8 on both count as 0, as in gelu.h.
  static Gate gate(F32x4 b) {
    const F32x4 end = F32x4::splat(14.8f);
    const F32x4 one = F32x4::splat(1.0f);
    const Mask32x4 beyond = b < -end;
    const ErfcParts tail = erfc_parts(widen(minimum(abs(b), end)) * F64x4::splat(0x1.6a09e667f3bcdp-1));
    const F64x4 q = F64x4::splat(0.5) * tail.erfc;
    // Phi(b) = q left of zero and 1 - q right of it.
    const Mask32x4 left = b < F32x4::zero();
    const F64x4 phi = widen(clear_where(left, one)) + widen(select(left, one, -one)) * q;
    const F64x4 x = widen(clear_where(beyond, b));
    const F64x4 density = F64x4::splat(0x1.9884533d43651p-2) * tail.gaussian;
    return {x * phi, (phi + widen(minimum(maximum(b, -end), end)) * density) * widen(clear_where(beyond, one))};
  }
};

}  // namespace playground
