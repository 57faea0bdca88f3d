// Logish (Zhu et al. 2021), x ln(1 + s(x)) with the logistic function s. With E = e^-x and z = 1 / (3 + 2 E),
//
//   f(x) = 2 x artanh z,  f'(x) = 2 artanh z + 2 x z u / (1 - z^2),  u = 1 - 3 z = 2 E z.
//
// 3 + 2 E is scaled by a small power of two, as in silu.h.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/log1p_unit.h"
#include "cpp/math/pair.h"
#include "cpp/math/silu.h"

namespace playground {

struct Logish {
  static constexpr Description description{
      .id = "logish",
      .name_en = "Logish",
      .name_zh = "Logish",
      .kind = Kind::elementwise,
      .formula = R"(x\ln(1+\sigma(x)))",
      .derivative = R"(\ln(1+\sigma(x))+x\frac{\sigma(x)(1-\sigma(x))}{1+\sigma(x)})",
      .bound = {.value_ulp = 2, .slope_ulp = 4, .slope_floor_in = {-1.7f, -0.7f}},
  };
  static constexpr std::array<Parameter, 0> parameters{};

  SwishReduction pass(F32x4 x) const { return reduce_swish(-limited(from_left(x))); }
  // Scaled, but for 2 z.
  struct Quotient {
    F32x4 e;
    F32x4 sum;  // 3 / 2 + E
    F32x4 lost;
  };
  Quotient pass(F32x4, const SwishReduction& reduced) const {
    const F32x4 power = reduced.power;
    const F32x4 rest = power * detail::expm1_reduced(reduced.r);
    const F32x4 most = F32x4::splat(1.5f * detail::swish_one) + power;
    const F32x4 sum = most + rest;
    // In parts of the sum.
    const F32x4 lost = (rest - (sum - most)) * rough_reciprocal(sum);
    return {power + rest, sum, lost};
  }
  struct Artanh {
    F32x4 twice_z;
    F32x4 series;
  };
  Artanh pass(F32x4, const SwishReduction&, const Quotient& quotient) const {
    const F32x4 twice_z = F32x4::splat(1.0f) / quotient.sum;
    const F32x4 z = twice_z * F32x4::splat(0.5f * detail::swish_one);
    const F32x4 y = z * z;
    return {twice_z, y * detail::atanh_remainder(y)};
  }
  Dual value_and_slope(F32x4 x, const SwishReduction&, const Quotient& quotient, const Artanh& artanh) const {
    const F32x4 zero = F32x4::zero();
    const F32x4 one = F32x4::splat(1.0f);
    const F32x4 scale = F32x4::splat(detail::swish_one);
    const F32x4 from_left = this->from_left(x);
    const F32x4 limited = this->limited(from_left);
    const auto [e, sum, lost] = quotient;
    const auto [twice_z, series] = artanh;
    const F32x4 z = twice_z * F32x4::splat(0.5f * detail::swish_one);
    const F32x4 y = z * z;
    const F32x4 t = limited / sum * scale;
    const F32x4 beyond = (limited - from_left) * F32x4::splat(-0x1.62e43p-1f);
    // 1 + x u / (1 - y): on the left in the form that does not cancel, (1 + x) + x (u - 1 + y) / (1 - y).
    const F32x4 u = select(x < zero, y - F32x4::splat(3.0f) * z, e * twice_z);
    const F32x4 bell = limited * u / (one - y);
    return {t + (t * (series - lost) + beyond), twice_z * ((one + minimum(limited, zero)) + (series + bell)) * scale};
  }

  static double reference(double x, const double*) {
    return x < -700.0 ? -0.0 : x * std::log1p(1.0 / (1.0 + std::exp(-x)));
  }
  static double reference_slope(double x, const double*) {
    const double t = x < -700.0 ? -700.0 : x > 700.0 ? 700.0 : x;
    const double q = std::exp(-std::abs(t));
    const double s = (t < 0.0 ? q : 1.0) / (1.0 + q);
    return std::log1p(s) + t * (s * (t < 0.0 ? 1.0 : q) / (1.0 + q)) / (1.0 + s);
  }

 private:
  // f is 0 in float32 left of -112 and x ln 2 right of 25.
  static F32x4 from_left(F32x4 x) { return maximum(x, F32x4::splat(-112.0f)); }
  static F32x4 limited(F32x4 x) { return minimum(x, F32x4::splat(25.0f)); }
};

}  // namespace playground
