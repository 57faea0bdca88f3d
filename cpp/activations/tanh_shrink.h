// Tanhshrink, x - tanh(x). Up to 3/4 by a polynomial, f(x) = x^3 p(x^2): the difference would cancel. f'(x) =
// tanh(x)^2.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/wide_tanh.h"

namespace playground {

struct TanhShrink {
  static constexpr Description description{
      .id = "tanh_shrink",
      .name_en = "Tanhshrink",
      .name_zh = "Tanhshrink",
      .kind = Kind::elementwise,
      .formula = R"(x-\tanh(x))",
      .derivative = R"(\tanh(x)^2)",
      .bound = {.value_ulp = 2, .slope_ulp = 1},
      .frameworks = {.pytorch = "torch.nn.Tanhshrink", .keras = "keras.activations.tanh_shrink"},
      .aliases = "双曲正切收缩",
  };
  static constexpr std::array<Parameter, 0> parameters{};

  F32x4 value(F32x4 x) const { return value_and_slope(x).value; }
  Dual value_and_slope(F32x4 x) const {
    // From 20 on tanh is 1 in float32.
    const F64x4 limited = widen(maximum(minimum(x, F32x4::splat(20.0f)), F32x4::splat(-20.0f)));
    const F64x4 tanh = wide_tanh(limited).value;
    // p in float32: it is rounded with the result. x^3 is not: there its roundings would add up.
    const F32x4 p = polynomial(x * x, 0x1.555556p-2f, -0x1.111148p-3f, 0x1.ba2458p-5f, -0x1.6678d4p-6f, 0x1.20c63p-7f,
                               -0x1.acaab2p-9f, 0x1.a09c8cp-11f);
    const F64x4 small = limited * limited * limited * widen(p);
    return {narrow(select(abs(x) < F32x4::splat(0.75f), small, widen(x) - tanh)), narrow(tanh * tanh)};
  }

  static double reference(double x, const double*) {
    if (!(std::abs(x) < 0.1)) return x - std::tanh(x);
    const double y = x * x;
    const double series =
        1.0 / 3 - y * (2.0 / 15 - y * (17.0 / 315 - y * (62.0 / 2835 - y * (1382.0 / 155925 - y * 21844.0 / 6081075))));
    return x * (y * series);
  }
  static double reference_slope(double x, const double*) { return std::tanh(x) * std::tanh(x); }
};

}  // namespace playground
