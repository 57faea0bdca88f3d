// Tanhshrink, x - tanh(x); f'(x) = tanh(x)^2. With a = |x|, coth.h's c and E = e^(2 a):
//
//   f = a^3 c / (1 + a^2 c) up to 1, where the difference would cancel;   f = (a - 1) + 2 / (1 + E) beyond.
//
// a^3 c is the only thing that has to be more exact than float32; what the sum 1 + a^2 c loses goes into it.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/coth.h"
#include "cpp/math/silu.h"

namespace playground {

struct TanhShrink {
  static constexpr Description description{
      .id = "tanh_shrink",
      .name_en = "Tanhshrink",
      .name_zh = "Tanhshrink",
      .kind = Kind::elementwise,
      .formula = R"(x-\tanh(x))",
      .derivative = R"(\tanh(x)^2)",
      .bound = {.value_ulp = 2, .slope_ulp = 3},
      .frameworks = {.pytorch = "torch.nn.Tanhshrink", .keras = "keras.activations.tanh_shrink"},
      .aliases = "双曲正切收缩",
  };
  static constexpr std::array<Parameter, 0> parameters{};

  struct Reduction {
    RaisedReduction far;
    F32x4 remainder;  // c less a third
  };
  Reduction pass(F32x4 x) const {
    const F32x4 a = abs(x);
    return {reduce_normal_exp(limited(a) + limited(a)), detail::coth_remainder(a * a)};
  }
  struct Quotient {
    F32x4 denominator;
    F32x4 remainder;
  };
  Quotient pass(F32x4 x, const Reduction& reduced) const {
    const F32x4 one = F32x4::splat(1.0f);
    const auto [r, power] = reduced.far;
    const F32x4 remainder = reduced.remainder;
    const F32x4 far_sum = (one + power * detail::expm1_reduced(r)) + power;
    const F32x4 yc = x * x * (F32x4::splat(0x1.555556p-2f) + remainder);
    const F32x4 near_sum = one + yc;
    // 0.28 is c / (1 + y c) to 20 %.
    const F32x4 lost = (yc - (near_sum - one)) * F32x4::splat(0.28f);
    return {select(abs(x) < one, near_sum, far_sum), remainder - lost};
  }
  Dual value_and_slope(F32x4 x, const Reduction&, const Quotient& parts) const {
    const F32x4 one = F32x4::splat(1.0f);
    const F32x4 a = abs(x);
    const Mask32x4 near = a < one;
    const F64x4 wide = widen(limited(a));
    const F32x4 cubic = narrow(wide * wide * wide * (F64x4::splat(1.0 / 3) + widen(parts.remainder)));
    const F32x4 quotient = select(near, cubic, F32x4::splat(2.0f)) / parts.denominator;
    const F32x4 tanh = select(near, a, one) - quotient;
    return {copy_sign(clear_where(near, a - one) + quotient, x), tanh * tanh};
  }

  static double reference(double x, const double*) {
    if (!(std::abs(x) < 0.1)) return x - std::tanh(x);
    const double y = x * x;
    const double series =
        1.0 / 3 - y * (2.0 / 15 - y * (17.0 / 315 - y * (62.0 / 2835 - y * (1382.0 / 155925 - y * 21844.0 / 6081075))));
    return x * (y * series);
  }
  static double reference_slope(double x, const double*) { return std::tanh(x) * std::tanh(x); }

 private:
  // From 20 on tanh is 1 in float32.
  static F32x4 limited(F32x4 a) { return minimum(a, F32x4::splat(20.0f)); }
};

}  // namespace playground
