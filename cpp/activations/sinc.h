// Sinc, unnormalised: sin(x) / x, f(0) = 1, f'(x) = (cos x - f(x)) / x. Next to 0 that cancels, and the slope comes
// from its series -x/3 + x^3/30 - x^5/840. torch.sinc and jax.numpy.sinc are another function, sin(pi x) / (pi x).
#pragma once

#include <cmath>
#include <limits>

#include "cpp/catalogue/description.h"
#include "cpp/math/trig.h"

namespace playground {

struct Sinc {
  static constexpr Description description{
      .id = "sinc",
      .name_en = "Sinc (unnormalised)",
      .name_zh = "Sinc",
      .kind = Kind::elementwise,
      .formula = R"(\begin{cases}1,&x=0\\\frac{\sin(x)}{x},&x\ne 0\end{cases})",
      .derivative = R"(\begin{cases}0,&x=0\\\frac{\cos(x)}{x}-\frac{\sin(x)}{x^2},&x\ne 0\end{cases})",
      .bound = {.value_ulp = 1, .slope_ulp = 1},
      .aliases = "辛格函数",
  };
  static constexpr std::array<Parameter, 0> parameters{};

  detail::QuarterTurns pass(F32x4 x) const { return detail::reduce_angle(widen(x)); }
  WideCurves pass(F32x4, const detail::QuarterTurns& turns) const { return wide_curves(turns); }
  Dual value_and_slope(F32x4 x, const detail::QuarterTurns& turns, const WideCurves& curves) const {
    const F64x4 t = widen(x);
    const F64x4 zero = F64x4::splat(0.0);
    const F64x4 reciprocal = F64x4::splat(1.0) / t;
    const WideSinCos parts = wide_sin_cos(turns, curves);
    const F64x4 quotient = parts.sin * reciprocal;
    const F64x4 series = t * polynomial(t * t, -1.0 / 3.0, 1.0 / 30.0, -1.0 / 840.0);
    const F64x4 slope = select(abs(x) < F32x4::splat(0x1p-4f), series, (parts.cos - quotient) * reciprocal);
    const Mask32x4 at_end = abs(x) == F32x4::splat(std::numeric_limits<float>::infinity());
    const F64x4 value = select(x == F32x4::zero(), F64x4::splat(1.0), quotient);
    return {narrow(select(at_end, zero, value)), narrow(select(at_end, zero, slope))};
  }

  static double reference(double x, const double*) { return x == 0.0 ? 1.0 : std::isinf(x) ? 0.0 : std::sin(x) / x; }
  static double reference_slope(double x, const double*) {
    const double y = x * x;
    if (y < 0.01) return -x / 3.0 * (1.0 - y / 10.0 * (1.0 - y / 28.0 * (1.0 - y / 54.0 * (1.0 - y / 88.0))));
    return std::isinf(x) ? 0.0 : (std::cos(x) - std::sin(x) / x) / x;
  }
};

}  // namespace playground
