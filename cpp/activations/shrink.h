// ONNX's Shrink: hard shrinkage at bias = 0, soft at bias = lambd. f'(-lambd) = f'(lambd) = 0, as for those in PyTorch.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"

namespace playground {

struct Shrink {
  F32x4 lambd;
  F32x4 bias;

  static constexpr Description description{
      .id = "shrink",
      .name_en = "Shrink (ONNX)",
      .name_zh = "Shrink 收缩（ONNX）",
      .kind = Kind::elementwise,
      .formula = R"(\begin{cases}x+b,&x<-\lambda\\x-b,&x>\lambda\\0,&\text{otherwise}\end{cases})",
      .derivative = R"(\begin{cases}1,&\lvert x\rvert>\lambda\\0,&\lvert x\rvert\le\lambda\end{cases})",
      .frameworks = {.onnx = "Shrink"},
  };
  static constexpr std::array<Parameter, 2> parameters{{
      {.name = "lambd", .latex = R"(\lambda)", .initial = 0.5f, .minimum = 0.0f, .maximum = 5.0f},
      {.name = "bias", .latex = "b", .initial = 0.0f, .minimum = -5.0f, .maximum = 5.0f},
  }};

  F32x4 value(F32x4 x) const {
    // x - b on the right, x + b on the left.
    const F32x4 outward = from_bits(bits(bias) ^ (bits(x) & I32x4::splat(INT32_MIN)));
    return clear_where(abs(x) <= lambd, x - outward);
  }
  F32x4 slope(F32x4 x) const { return nan_or(x, keep_where(abs(x) > lambd, F32x4::splat(1.0f))); }
  Dual value_and_slope(F32x4 x) const { return {value(x), slope(x)}; }

  static double reference(double x, const double* parameters) {
    return std::fabs(x) <= parameters[0] ? 0.0 : x < 0.0 ? x + parameters[1] : x - parameters[1];
  }
  static double reference_slope(double x, const double* parameters) {
    return std::isnan(x) ? x : std::fabs(x) > parameters[0] ? 1.0 : 0.0;
  }
};

}  // namespace playground
