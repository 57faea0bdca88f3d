// Exponential linear unit (Clevert et al. 2015). f'(0) = alpha, as PyTorch and JAX have it.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/exp.h"

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

  F32x4 value(F32x4 x) const { return value_and_slope(x).value; }
  // With x = n ln 2 + r and f = e^r - 1: e^x = 2^n (1 + f) and e^x - 1 = 2^n f + (2^n - 1).
  Dual value_and_slope(F32x4 x) const {
    const F32x4 one = F32x4::splat(1.0f);
    const Mask32x4 right = x > F32x4::zero();
    // 10 e^-110 is 0 in float32.
    const detail::ExpReduction reduced = detail::reduce_exp(maximum(minimum(x, F32x4::zero()), F32x4::splat(-110.0f)));
    const F32x4 fraction = reduced.upper + detail::exp_correction(reduced);
    const PowerOfTwo power = split_power(reduced.low_bits);
    const F32x4 whole = power.first * power.second;
    const F32x4 left_value = alpha * (whole * fraction + (whole - one));
    // alpha goes in before the scaling: e^x alone may already be subnormal.
    const F32x4 left_slope = (alpha + alpha * fraction) * power.first * power.second;
    return {select(right, x, left_value), select(right, one, left_slope)};
  }

  static double reference(double x, const double* parameters) { return x > 0.0 ? x : parameters[0] * std::expm1(x); }
  static double reference_slope(double x, const double* parameters) {
    return x > 0.0 ? 1.0 : parameters[0] * std::exp(x);
  }
};

}  // namespace playground
