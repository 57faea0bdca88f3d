// Hard Mish. f'(-2) = 0 and f'(0) = 1: the outer lines own the kinks.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"

namespace playground {

struct HardMish {
  static constexpr Description description{
      .id = "hard_mish",
      .name_en = "Hard Mish",
      .name_zh = "Hard Mish",
      .kind = Kind::elementwise,
      .formula = R"(\frac{x}{2}\min(2,\max(0,x+2)))",
      .derivative = R"(\begin{cases}0,&x\le -2\\x+1,&-2<x<0\\1,&x\ge 0\end{cases})",
      .bound = {.value_ulp = 1},
      .aliases = "硬 Mish",
  };
  static constexpr std::array<Parameter, 0> parameters{};

  F32x4 value(F32x4 x) const {
    const F32x4 two = F32x4::splat(2.0f);
    const F32x4 limited = maximum(x, -two);
    return limited * (F32x4::splat(0.5f) * minimum(limited + two, two));
  }
  F32x4 slope(F32x4 x) const {
    return clear_where(x <= F32x4::splat(-2.0f), minimum(x, F32x4::zero()) + F32x4::splat(1.0f));
  }
  Dual value_and_slope(F32x4 x) const { return {value(x), slope(x)}; }

  static double reference(double x, const double*) { return x <= -2.0 ? 0.0 : x >= 0.0 ? x : 0.5 * x * (x + 2.0); }
  static double reference_slope(double x, const double*) { return x <= -2.0 ? 0.0 : x >= 0.0 ? 1.0 : x + 1.0; }
};

}  // namespace playground
