// Flatten-T Swish (Chieng et al. 2018): SiLU right of zero, shifted by T; constant left of it. f'(0) = 1/2. x + T is
// exact where f crosses zero.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/silu.h"

namespace playground {

struct FlattenTSwish {
  F32x4 T;

  static constexpr Description description{
      .id = "flatten_t_swish",
      .name_en = "Flatten-T Swish",
      .name_zh = "Flatten-T Swish",
      .kind = Kind::elementwise,
      .formula = R"(\begin{cases}x\sigma(x)+T,&x\ge 0\\T,&x<0\end{cases})",
      .derivative = R"(\begin{cases}\sigma(x)(1+x(1-\sigma(x))),&x\ge 0\\0,&x<0\end{cases})",
      .bound = {.value_ulp = 2, .slope_ulp = 2, .value_floor_in = {0.0f, 1.6f}},
  };
  static constexpr std::array<Parameter, 1> parameters{{
      {.name = "T", .latex = "T", .initial = -0.2f, .minimum = -1.0f, .maximum = 0.0f},
  }};

  SwishReduction pass(F32x4 x) const { return reduce_swish(swish_magnitude(x)); }
  F32x4 pass(F32x4, const SwishReduction& reduced) const { return swish_rest(reduced); }
  F32x4 value(F32x4 x, const SwishReduction& reduced, F32x4 rest) const {
    return value_of(x, swish_parts(x, reduced, rest));
  }
  Dual value_and_slope(F32x4 x, const SwishReduction& reduced, F32x4 rest) const {
    const SwishParts parts = swish_parts(x, reduced, rest);
    const F32x4 one = F32x4::splat(1.0f);
    const F32x4 slope = one - parts.of_sum((one - parts.a) + parts.w);
    return {value_of(x, parts), select(x < F32x4::zero(), F32x4::zero(), slope)};
  }

  static double reference(double x, const double* parameters) {
    return x < 0.0 ? parameters[0] : x / (1.0 + std::exp(-x)) + parameters[0];
  }
  static double reference_slope(double x, const double*) {
    if (x < 0.0) return 0.0;
    const double e = std::exp(-x);
    return std::isnan(x) ? x : (1.0 + e * (1.0 + std::fmin(x, 700.0))) / ((1.0 + e) * (1.0 + e));
  }

 private:
  F32x4 value_of(F32x4 x, const SwishParts& parts) const { return select(x < F32x4::zero(), T, (x + T) - parts.w); }
};

}  // namespace playground
