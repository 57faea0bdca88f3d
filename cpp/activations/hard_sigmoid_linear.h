// Hard sigmoid of a given slope and offset. f' = 0 at both clips. The line is drawn from its crossings of 0
// and 1, which are sums of two float32: alpha x + beta would cancel there.
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
      .bound = {.value_ulp = 2},
      .frameworks = {.onnx = "HardSigmoid"},
  };
  static constexpr std::array<Parameter, 2> parameters{{
      {.name = "alpha", .latex = R"(\alpha)", .initial = 0.2f, .minimum = 0.01f, .maximum = 2.0f},
      {.name = "beta", .latex = R"(\beta)", .initial = 0.5f, .minimum = -5.0f, .maximum = 5.0f},
  }};

  F32x4 value(F32x4 x) const { return minimum(maximum(alpha * right_of(x, 0.0), F32x4::zero()), F32x4::splat(1.0f)); }
  F32x4 slope(F32x4 x) const {
    const F32x4 zero = F32x4::zero();
    return nan_or(x, keep_where(right_of(x, 0.0) > zero, keep_where(right_of(x, 1.0) < zero, alpha)));
  }
  Dual value_and_slope(F32x4 x) const { return {value(x), slope(x)}; }

  static double reference(double x, const double* parameters) {
    const double y = parameters[0] * x + parameters[1];
    return y <= 0.0 ? 0.0 : y >= 1.0 ? 1.0 : y;
  }
  static double reference_slope(double x, const double* parameters) {
    const double y = parameters[0] * x + parameters[1];
    return std::isnan(x) ? x : y > 0.0 && parameters[0] * x < 1.0 - parameters[1] ? parameters[0] : 0.0;
  }

 private:
  // x - (level - beta) / alpha: how far right of where the line crosses the level. The first difference is exact where
  // it cancels.
  F32x4 right_of(F32x4 x, double level) const {
    const F64x4 crossing = (F64x4::splat(level) - widen(beta)) / widen(alpha);
    const F32x4 upper = narrow(crossing);
    return (x - upper) - narrow(crossing - widen(upper));
  }
};

}  // namespace playground
