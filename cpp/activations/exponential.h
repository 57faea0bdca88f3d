// The exponential function, its own slope.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/exp.h"

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

  F32x4 value(F32x4 x) const { return playground::exp(x); }
  Dual value_and_slope(F32x4 x) const {
    const F32x4 e = value(x);
    return {e, e};
  }

  static double reference(double x, const double*) { return std::exp(x); }
  static double reference_slope(double x, const double*) { return std::exp(x); }
};

}  // namespace playground
