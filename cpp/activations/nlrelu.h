// Natural-logarithm ReLU (Liu et al. 2019). f'(0) = 0, as ReLU has it.
//
// beta x may overflow where its logarithm does not: large x go in divided by 2^64. The slope is 1 / (x + 1 / beta).
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/log1p.h"

namespace playground {

struct Nlrelu {
  F32x4 beta;

  static constexpr Description description{
      .id = "nlrelu",
      .name_en = "NLReLU (natural-log ReLU)",
      .name_zh = "自然对数 ReLU",
      .kind = Kind::elementwise,
      .formula = R"(\ln(1+\beta\max(0,x)))",
      .derivative = R"(\begin{cases}\frac{\beta}{1+\beta x},&x>0\\0,&x\le 0\end{cases})",
      .bound = {.value_ulp = 1, .slope_ulp = 2},
  };
  static constexpr std::array<Parameter, 1> parameters{{
      {.name = "beta", .latex = R"(\beta)", .initial = 1.0f, .minimum = 0.1f, .maximum = 10.0f},
  }};

  F32x4 value(F32x4 x) const {
    const F32x4 positive = maximum(x, F32x4::zero());
    const Mask32x4 large = positive > F32x4::splat(0x1p100f);
    const F32x4 factor = select(large, F32x4::splat(0x1p-64f), F32x4::splat(1.0f));
    return log1p(positive * factor * beta) + keep_where(large, F32x4::splat(0x1.62e43p5f));  // 64 ln 2
  }
  F32x4 slope(F32x4 x) const {
    const F32x4 one = F32x4::splat(1.0f);
    return select(x <= F32x4::zero(), F32x4::zero(), one / (x + one / beta));
  }
  Dual value_and_slope(F32x4 x) const { return {value(x), slope(x)}; }

  static double reference(double x, const double* parameters) { return x <= 0.0 ? 0.0 : std::log1p(parameters[0] * x); }
  static double reference_slope(double x, const double* parameters) {
    return x <= 0.0 ? 0.0 : parameters[0] / (1.0 + parameters[0] * x);
  }
};

}  // namespace playground
