// Sparse plus (Blondel et al. 2019): a parabola between 0 and x, the integral of the sparse sigmoid. Smooth where they
// meet.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"

namespace playground {

struct SparsePlus {
  static constexpr Description description{
      .id = "sparse_plus",
      .name_en = "Sparse plus",
      .name_zh = "稀疏 Softplus",
      .kind = Kind::elementwise,
      .formula = R"(\begin{cases}0,&x\le -1\\\frac{(x+1)^2}{4},&-1<x<1\\x,&x\ge 1\end{cases})",
      .derivative = R"(\begin{cases}0,&x\le -1\\\frac{x+1}{2},&-1<x<1\\1,&x\ge 1\end{cases})",
      .bound = {.value_ulp = 2},
      .frameworks = {.keras = "keras.activations.sparse_plus", .jax = "jax.nn.sparse_plus"},
  };
  static constexpr std::array<Parameter, 0> parameters{};

  // (x + 1)^2 / 4 is the slope's square; it is never below x, and equal from 1 on but for that it no longer grows.
  F32x4 value(F32x4 x) const {
    const F32x4 rise = slope(x);
    return maximum(rise * rise, x);
  }
  F32x4 slope(F32x4 x) const {
    const F32x4 one = F32x4::splat(1.0f);
    return F32x4::splat(0.5f) * (minimum(maximum(x, -one), one) + one);
  }
  Dual value_and_slope(F32x4 x) const { return {value(x), slope(x)}; }

  static double reference(double x, const double*) {
    return x <= -1.0 ? 0.0 : x >= 1.0 ? x : 0.25 * (x + 1.0) * (x + 1.0);
  }
  static double reference_slope(double x, const double*) { return x <= -1.0 ? 0.0 : x >= 1.0 ? 1.0 : 0.5 * (x + 1.0); }
};

}  // namespace playground
