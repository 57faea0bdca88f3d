// Exponential linear unit (Clevert et al. 2015). f'(0) = alpha, as PyTorch and JAX have it.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/raised_exp.h"

namespace playground {

struct Elu {
  F32x4 alpha;

  static constexpr Description description{
      .id = "elu",
      .name_en = "ELU",
      .name_zh = "指数线性单元",
      .kind = Kind::elementwise,
      .formula = R"(\begin{cases}x,&x>0\\\alpha(e^{x}-1),&x\le 0\end{cases})",
      .derivative = R"(\begin{cases}1,&x>0\\\alpha e^{x},&x\le 0\end{cases})",
      .bound = {.value_ulp = 2, .slope_ulp = 2},
      .frameworks = {.pytorch = "torch.nn.ELU",
                     .keras = "keras.activations.elu",
                     .jax = "jax.nn.elu",
                     .tensorflow = "tf.nn.elu",
                     .onnx = "Elu"},
      .in_survey = true,
  };
  static constexpr std::array<Parameter, 1> parameters{{
      {.name = "alpha", .latex = R"(\alpha)", .initial = 1.0f, .minimum = 0.01f, .maximum = 10.0f},
  }};

  RaisedReduction pass(F32x4 x) const { return reduce_left_exp(x); }
  Dual value_and_slope(F32x4 x, const RaisedReduction& reduced) const {
    const F32x4 zero = F32x4::zero();
    const RaisedExp e = raised_exp(reduced);
    const F32x4 rise = e.power * e.fraction;
    const F32x4 factor = alpha * F32x4::splat(lowered);
    return {maximum(x, zero) + factor * (rise + (e.power - F32x4::splat(raised))),
            select(x > zero, F32x4::splat(1.0f), factor * (rise + e.power))};
  }

  static double reference(double x, const double* parameters) { return x > 0.0 ? x : parameters[0] * std::expm1(x); }
  static double reference_slope(double x, const double* parameters) {
    return x > 0.0 ? 1.0 : parameters[0] * std::exp(x);
  }
};

}  // namespace playground
