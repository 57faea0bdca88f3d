// Bilinear gated unit: the product of the two halves, the gate without a function (Dauphin et al. 2016; Shazeer 2020).
#pragma once

#include "cpp/catalogue/description.h"

namespace playground {

struct BilinearGlu {
  static constexpr Description description{
      .id = "bilinear_glu",
      .name_en = "Bilinear GLU",
      .name_zh = "双线性 GLU",
      .kind = Kind::gated,
      .formula = R"(y=a\odot b)",
      .derivative = R"(dy=b\,da+a\,db)",
      .aliases = "bilinear",
  };
  static constexpr std::array<Parameter, 0> parameters{};

  F32x4 value(F32x4 a, F32x4 b) const { return a * b; }
  GatedSlopes slopes(F32x4 a, F32x4 b) const { return {b, a}; }

  static double reference(double a, double b, const double*) { return a * b; }
  static std::array<double, 2> reference_slopes(double a, double b, const double*) { return {b, a}; }
};

}  // namespace playground
