// Sparse sigmoid: sparsemax of two classes. f'(-1) = f'(1) = 0, as Keras has it.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"

namespace playground {

struct SparseSigmoid {
  static constexpr Description description{
      .id = "sparse_sigmoid",
      .name_en = "Sparse sigmoid",
      .name_zh = "稀疏 Sigmoid",
      .kind = Kind::elementwise,
      .formula = R"(\begin{cases}0,&x\le -1\\\frac{x+1}{2},&-1<x<1\\1,&x\ge 1\end{cases})",
      .derivative = R"(\begin{cases}\frac{1}{2},&-1<x<1\\0,&\text{otherwise}\end{cases})",
      .frameworks = {.keras = "keras.activations.sparse_sigmoid", .jax = "jax.nn.sparse_sigmoid"},
  };
  static constexpr std::array<Parameter, 0> parameters{};

  F32x4 value(F32x4 x) const {
    const F32x4 one = F32x4::splat(1.0f);
    return F32x4::splat(0.5f) * (minimum(maximum(x, -one), one) + one);
  }
  F32x4 slope(F32x4 x) const {
    return select(is_nan(x), x, keep_where(abs(x) < F32x4::splat(1.0f), F32x4::splat(0.5f)));
  }
  Dual value_and_slope(F32x4 x) const { return {value(x), slope(x)}; }

  static double reference(double x, const double*) { return x <= -1.0 ? 0.0 : x >= 1.0 ? 1.0 : 0.5 * (x + 1.0); }
  static double reference_slope(double x, const double*) { return std::isnan(x) ? x : std::fabs(x) < 1.0 ? 0.5 : 0.0; }
};

}  // namespace playground
