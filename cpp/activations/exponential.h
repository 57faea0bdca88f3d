// The exponential function, its own slope.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/raised_exp.h"

namespace playground {

struct Exponential {
  static constexpr Description description{
      .id = "exponential",
      .name_en = "Exponential",
      .name_zh = "指数函数",
      .kind = Kind::elementwise,
      .formula = R"(e^{x})",
      .derivative = R"(e^{x})",
      .bound = {.value_ulp = 1, .slope_ulp = 1},
      .frameworks =
          {
              .pytorch = "torch.exp",
              .keras = "keras.activations.exponential",
              .jax = "jax.numpy.exp",
              .tensorflow = "tf.exp",
              .onnx = "Exp",
          },
  };
  static constexpr std::array<Parameter, 0> parameters{};

  // Between float32's largest and smallest there are more powers of two than a float's exponent holds: two factors,
  // each with half of n.
  struct Reduction {
    F32x4 r;
    I32x4 shifted;
  };
  Reduction pass(F32x4 x) const {
    // Beyond these e^x is infinity or 0 anyway.
    const F32x4 limited = maximum(minimum(x, F32x4::splat(90.0f)), F32x4::splat(-110.0f));
    // As in raised_exp.h, with the bias of two exponents.
    const F32x4 shifter = F32x4::splat(0x1.8p23f + 254.0f);
    const F32x4 shifted = limited * F32x4::splat(log2_e) + shifter;
    const F32x4 n = shifted - shifter;
    return {(limited - n * F32x4::splat(ln2_upper)) - n * F32x4::splat(ln2_lower), bits(shifted)};
  }
  F32x4 value(F32x4, const Reduction& reduced) const {
    const I32x4 half = power_shift(reduced.shifted.shift_right<1>());
    const F32x4 rest = from_bits(power_shift(reduced.shifted) - half);
    return (F32x4::splat(1.0f) + detail::expm1_quotient(reduced.r)) * from_bits(half) * rest;
  }
  Dual value_and_slope(F32x4 x, const Reduction& reduced) const {
    const F32x4 e = value(x, reduced);
    return {e, e};
  }

  static double reference(double x, const double*) { return std::exp(x); }
  static double reference_slope(double x, const double*) { return std::exp(x); }
};

}  // namespace playground
