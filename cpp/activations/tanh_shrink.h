// Tanhshrink, x - tanh(x). Up to 1 by a polynomial, f(x) = x^3 p(x^2): the difference would cancel. f'(x) = tanh(x)^2.
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
      .bound = {.value_ulp = 1, .slope_ulp = 1},
      .frameworks = {.pytorch = "torch.nn.Tanhshrink", .keras = "keras.activations.tanh_shrink"},
  };
  static constexpr std::array<Parameter, 0> parameters{};

  F32x4 value(F32x4 x) const { return value_and_slope(x).value; }
  Dual value_and_slope(F32x4 x) const {
    // From 20 on tanh is 1 in float32.
    const F64x4 limited = widen(maximum(minimum(x, F32x4::splat(20.0f)), F32x4::splat(-20.0f)));
    const F64x4 tanh = wide_tanh(limited).value;
    const F64x4 square = limited * limited;
    const F64x4 small =
        limited * (square * polynomial(square, 0x1.55555537101a3p-2, -0x1.1110f2ae9aba3p-3, 0x1.ba117f04f9cecp-5,
                                       -0x1.65a7eae78b661p-6, 0x1.1d03b379c40fdp-7, -0x1.a4578147ab1a9p-9,
                                       0x1.e43cba516f981p-11, -0x1.2b8604acbe6b2p-13));
    const F64x4 value = select(abs(x) < F32x4::splat(1.0f), small, widen(x) - tanh);
    return {narrow(value), narrow(tanh * tanh)};
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
