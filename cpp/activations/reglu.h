// ReLU-gated unit: a max(0, b) (Shazeer 2020). The gate's slope at b = 0 is 0. The first half of a row is the value a,
// the second the gate b.
#pragma once

#include "cpp/activations/relu.h"

namespace playground {

struct Reglu {
  static constexpr Description description{
      .id = "reglu",
      .name_en = "ReGLU",
      .name_zh = "ReGLU",
      .kind = Kind::gated,
      .formula = R"(y=a\odot\max(0,b))",
      .derivative = R"(dy=\max(0,b)\,da+a\,[b>0]\,db)",
      .aliases = "ReLU 门控线性单元",
  };
  static constexpr std::array<Parameter, 0> parameters{};

  F32x4 value(F32x4 a, F32x4 b) const { return a * Relu{}.value(b); }
  GatedSlopes slopes(F32x4 a, F32x4 b) const { return {Relu{}.value(b), a * Relu{}.slope(b)}; }

  static double reference(double a, double b, const double* parameters) { return a * Relu::reference(b, parameters); }
  static std::array<double, 2> reference_slopes(double a, double b, const double* parameters) {
    return {Relu::reference(b, parameters), a * Relu::reference_slope(b, parameters)};
  }
};

}  // namespace playground
