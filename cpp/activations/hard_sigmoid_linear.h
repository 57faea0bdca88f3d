// Hard sigmoid of a given slope and offset. f' = 0 at both clips. The line is drawn in float64: alpha x + beta cancels
// near its zero, which is no float32 in general.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"

namespace playground {

struct HardSigmoidLinear {
  F32x4 alpha;
  F32x4 beta;

  static constexpr Description description{
      .id = "hard_sigmoid_linear",
      .name_en = "Hard sigmoid, parametric slope (ONNX / Keras 2 / dashee87)",
      .name_zh = "Hard Sigmoid（ONNX，斜率 0.2）",
      .kind = Kind::elementwise,
      .formula = R"(\max(0,\min(1,\alpha x+\beta)))",
      .derivative = R"(\begin{cases}\alpha,&0<\alpha x+\beta<1\\0,&\text{otherwise}\end{cases})",
      .bound = {.value_ulp = 1},
      .frameworks = {.onnx = "HardSigmoid"},
  };
  static constexpr std::array<Parameter, 2> parameters{{
      {.name = "alpha", .latex = R"(\alpha)", .initial = 0.2f, .minimum = 0.01f, .maximum = 2.0f},
      {.name = "beta", .latex = R"(\beta)", .initial = 0.5f, .minimum = -5.0f, .maximum = 5.0f},
  }};

  F32x4 value(F32x4 x) const { return minimum(maximum(narrow(line(x)), F32x4::zero()), F32x4::splat(1.0f)); }
  F32x4 slope(F32x4 x) const {
    const F64x4 y = line(x);
    const Mask32x4 inside = (F64x4::splat(0.0) < y) & (y < F64x4::splat(1.0));
    return select(is_nan(x), x, keep_where(inside, alpha));
  }
  Dual value_and_slope(F32x4 x) const { return {value(x), slope(x)}; }

  static double reference(double x, const double* parameters) {
    const double y = parameters[0] * x + parameters[1];
    return y <= 0.0 ? 0.0 : y >= 1.0 ? 1.0 : y;
  }
  static double reference_slope(double x, const double* parameters) {
    const double y = parameters[0] * x + parameters[1];
    return std::isnan(x) ? x : y > 0.0 && y < 1.0 ? parameters[0] : 0.0;
  }

 private:
  F64x4 line(F32x4 x) const { return widen(alpha) * widen(x) + widen(beta); }
};

}  // namespace playground
