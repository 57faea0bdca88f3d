// Hard tanh: x cut off at both ends. f'(min_val) = f'(max_val) = 0, as PyTorch has it. The ends' ranges do not overlap,
// so that min_val < max_val whatever is chosen.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"

namespace playground {

struct HardTanh {
  F32x4 min_val;
  F32x4 max_val;

  static constexpr Description description{
      .id = "hard_tanh",
      .name_en = "Hard tanh",
      .name_zh = "Hard Tanh",
      .kind = Kind::elementwise,
      .formula = R"(\max(m,\min(M,x)))",
      .derivative = R"(\begin{cases}1,&m<x<M\\0,&\text{otherwise}\end{cases})",
      .frameworks = {.pytorch = "torch.nn.Hardtanh",
                     .keras = "keras.activations.hard_tanh",
                     .jax = "jax.nn.hard_tanh",
                     .tensorflow = "tf.clip_by_value(x,-1,1)",
                     .onnx = "Clip(-1,1)"},
      .aliases = "硬双曲正切",
  };
  static constexpr std::array<Parameter, 2> parameters{{
      {.name = "min_val", .latex = "m", .initial = -1.0f, .minimum = -10.0f, .maximum = 0.0f},
      {.name = "max_val", .latex = "M", .initial = 1.0f, .minimum = 0.01f, .maximum = 10.0f},
  }};

  F32x4 value(F32x4 x) const { return minimum(maximum(x, min_val), max_val); }
  F32x4 slope(F32x4 x) const {
    return select(is_nan(x), x, keep_where((x > min_val) & (x < max_val), F32x4::splat(1.0f)));
  }
  Dual value_and_slope(F32x4 x) const { return {value(x), slope(x)}; }

  static double reference(double x, const double* parameters) {
    return x <= parameters[0] ? parameters[0] : x >= parameters[1] ? parameters[1] : x;
  }
  static double reference_slope(double x, const double* parameters) {
    return std::isnan(x) ? x : x > parameters[0] && x < parameters[1] ? 1.0 : 0.0;
  }
};

}  // namespace playground
