// Scaled ELU (Klambauer et al. 2017): lambda and alpha make mean 0 and variance 1 a fixed point. f'(0) = lambda alpha,
// as PyTorch has it.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/raised_exp.h"

namespace playground {

struct Selu {
  static constexpr Description description{
      .id = "selu",
      .name_en = "SELU",
      .name_zh = "缩放指数线性单元",
      .kind = Kind::elementwise,
      .formula =
          R"(\lambda\begin{cases}x,&x>0\\\alpha(e^{x}-1),&x\le 0\end{cases}\qquad\begin{aligned}\lambda&=1.0507009873554805\\\alpha&=1.6732632423543773\end{aligned})",
      .derivative = R"(\lambda\begin{cases}1,&x>0\\\alpha e^{x},&x\le 0\end{cases})",
      .bound = {.value_ulp = 2, .slope_ulp = 2},
      .frameworks =
          {
              .pytorch = "torch.nn.SELU",
              .keras = "keras.activations.selu",
              .jax = "jax.nn.selu",
              .tensorflow = "tf.nn.selu",
              .onnx = "Selu",
          },
  };
  static constexpr std::array<Parameter, 0> parameters{};

  static constexpr double lambda = 1.0507009873554804934;
  static constexpr double lambda_alpha = 1.7580993408473768600;

  RaisedReduction pass(F32x4 x) const { return reduce_left_exp(x); }
  Dual value_and_slope(F32x4 x, const RaisedReduction& reduced) const {
    const F32x4 zero = F32x4::zero();
    const RaisedExp e = raised_exp(reduced);
    const F32x4 rise = e.power * e.fraction;
    const F32x4 right = F32x4::splat(static_cast<float>(lambda));
    // x + (lambda - 1) x: by lambda itself, rounded, one x overflows that should not.
    const F32x4 positive = maximum(x, zero);
    const F32x4 right_value = positive + F32x4::splat(static_cast<float>(lambda - 1.0)) * positive;
    const F32x4 left = F32x4::splat(static_cast<float>(lambda_alpha * lowered));
    return {right_value + left * (rise + (e.power - F32x4::splat(raised))),
            select(x > zero, right, left * (rise + e.power))};
  }

  static double reference(double x, const double*) { return x > 0.0 ? lambda * x : lambda_alpha * std::expm1(x); }
  static double reference_slope(double x, const double*) { return x > 0.0 ? lambda : lambda_alpha * std::exp(x); }
};

}  // namespace playground
