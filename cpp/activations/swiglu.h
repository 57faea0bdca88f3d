// Swish-gated unit: a b s(alpha b) with the logistic function s (Shazeer 2020; alpha as ONNX has it). In float64: the
// rounding of alpha b alone would cost float32 a hundred ULP in the tail. The first half of a row is the value a, the
// second the gate b.
#pragma once

#include <array>
#include <cmath>
#include <limits>

#include "cpp/catalogue/description.h"
#include "cpp/math/wide_logistic.h"

namespace playground {

struct Swiglu {
  F32x4 alpha;

  static constexpr Description description{
      .id = "swiglu",
      .name_en = "SwiGLU",
      .name_zh = "SwiGLU",
      .kind = Kind::gated,
      .formula = R"(y=a\odot b\sigma(\alpha b))",
      .derivative = R"(dy=b\sigma(\alpha b)\,da+a\sigma(\alpha b)(1+\alpha b(1-\sigma(\alpha b)))\,db)",
      .bound = {.value_ulp = 1, .slope_ulp = 2, .slope_floor_in = {-1.5f, -1.1f}},
      .frameworks = {.onnx = "SwiGLU (opset 28)"},
      .aliases = "swish glu, Swish 门控线性单元",
  };
  static constexpr std::array<Parameter, 1> parameters{{
      {.name = "alpha", .latex = R"(\alpha)", .initial = 1.0f, .minimum = -10.0f, .maximum = 10.0f},
  }};

  F32x4 value(F32x4 a, F32x4 b) const { return narrow(widen(a) * swish(b, logistic(b))); }
  GatedSlopes slopes(F32x4 a, F32x4 b) const {
    const WideLogistic gate = logistic(b);
    const F64x4 slope = gate.s * (F64x4::splat(1.0) + gate.z * gate.rest);
    return {narrow(swish(b, gate)), narrow(widen(a) * slope)};
  }

  static double reference(double a, double b, const double* parameters) {
    return a * b * reference_logistic(parameters[0] * b);
  }
  static std::array<double, 2> reference_slopes(double a, double b, const double* parameters) {
    const double z = parameters[0] * b;
    const double s = reference_logistic(z);
    return {b * s, a * s * (1.0 + z * reference_logistic(-z))};
  }

 private:
  WideLogistic logistic(F32x4 b) const { return wide_logistic(widen(alpha) * widen(b)); }
  // b s(alpha b); an infinite b on the side where s vanishes gives 0.
  F64x4 swish(F32x4 b, const WideLogistic& gate) const {
    const F32x4 most = F32x4::splat(std::numeric_limits<float>::max());
    const F32x4 finite = minimum(maximum(b, -most), most);
    return widen(select(alpha * b < F32x4::zero(), finite, b)) * gate.s;
  }
  static double reference_logistic(double z) { return 1.0 / (1.0 + std::exp(-z)); }
};

}  // namespace playground
