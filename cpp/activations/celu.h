// Continuously differentiable ELU (Barron 2017): ELU whose slope is 1 on both sides of zero for every alpha.
// alpha (e^(x / alpha) - 1) >= x everywhere, and right of zero it is taken at zero.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/raised_exp.h"

namespace playground {

struct Celu {
  F32x4 alpha;

  static constexpr Description description{
      .id = "celu",
      .name_en = "CELU",
      .name_zh = "连续可导 ELU",
      .kind = Kind::elementwise,
      .formula = R"(\max(0,x)+\min(0,\alpha(e^{\frac{x}{\alpha}}-1)))",
      .derivative = R"(\begin{cases}1,&x>0\\e^{\frac{x}{\alpha}},&x\le 0\end{cases})",
      .bound = {.value_ulp = 2, .slope_ulp = 2},
      .frameworks =
          {
              .pytorch = "torch.nn.CELU",
              .keras = "keras.activations.celu",
              .jax = "jax.nn.celu",
              .onnx = "Celu",
          },
  };
  static constexpr std::array<Parameter, 1> parameters{{
      {.name = "alpha", .latex = R"(\alpha)", .initial = 1.0f, .minimum = 0.1f, .maximum = 10.0f},
  }};

  RaisedReduction pass(F32x4 x) const {
    return reduce_raised_exp(maximum(minimum(x, F32x4::zero()), F32x4::splat(-110.0f) * alpha), alpha);
  }
  Dual value_and_slope(F32x4 x, const RaisedReduction& reduced) const {
    const RaisedExp e = raised_exp(reduced, alpha);
    const F32x4 lower = F32x4::splat(lowered);
    const F32x4 left = e.power * lower * e.fraction + (e.power - F32x4::splat(raised)) * (lower * alpha);
    return {maximum(x, left), (alpha + e.fraction) * e.power * (lower / alpha)};
  }

  static double reference(double x, const double* parameters) {
    return x > 0.0 ? x : parameters[0] * std::expm1(x / parameters[0]);
  }
  static double reference_slope(double x, const double* parameters) {
    return x > 0.0 ? 1.0 : std::exp(x / parameters[0]);
  }
};

}  // namespace playground
