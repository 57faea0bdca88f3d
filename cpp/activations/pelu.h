// Parametric ELU (Trottier et al. 2016): both scales of ELU are learned, and the slope is a / b on both sides of zero.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/raised_exp.h"

namespace playground {

struct Pelu {
  F32x4 a;
  F32x4 b;

  static constexpr Description description{
      .id = "pelu",
      .name_en = "PELU",
      .name_zh = "参数化 ELU",
      .kind = Kind::parametric_learned,
      .formula = R"(\begin{cases}\frac{a}{b}x,&x\ge 0\\a(e^{\frac{x}{b}}-1),&x<0\end{cases})",
      .derivative = R"(\begin{cases}\frac{a}{b},&x\ge 0\\\frac{a}{b}e^{\frac{x}{b}},&x<0\end{cases})",
      .bound = {.value_ulp = 2, .slope_ulp = 4},
  };
  static constexpr std::array<Parameter, 2> parameters{{
      {.name = "a", .latex = "a", .initial = 1.0f, .minimum = 0.1f, .maximum = 10.0f, .learned = true},
      {.name = "b", .latex = "b", .initial = 1.0f, .minimum = 0.1f, .maximum = 10.0f, .learned = true},
  }};

  RaisedReduction pass(F32x4 x) const { return reduce_raised_exp(limited(x), b); }
  Dual value_and_slope(F32x4 x, const RaisedReduction& reduced) const {
    const RaisedExp e = raised_exp(reduced, b);
    const F32x4 ratio = a / b;
    const F32x4 lower = F32x4::splat(lowered);
    const F32x4 left = e.power * (ratio * lower) * e.fraction + (e.power - F32x4::splat(raised)) * (a * lower);
    return {ratio * maximum(x, F32x4::zero()) + left, (b + e.fraction) * e.power * (ratio / b * lower)};
  }
  // u = x / b: left of zero e^u - 1 and -a / b u e^u, right of it u and -a / b u.
  std::array<F32x4, 2> parameter_slopes(F32x4 x) const {
    const RaisedExp e = raised_exp(limited(x), b);
    const F32x4 lower = F32x4::splat(lowered);
    const F32x4 right = maximum(x, F32x4::zero()) / b;
    const F32x4 left = limited(x) / b;
    const F32x4 minus_one = (e.power * (lower / b)) * e.fraction + (e.power - F32x4::splat(raised)) * lower;
    const F32x4 ratio = a / b;
    return {right + minus_one, -(ratio * right + left * (b + e.fraction) * e.power * (ratio / b * lower))};
  }

  static double reference(double x, const double* parameters) {
    return x >= 0.0 ? parameters[0] / parameters[1] * x : parameters[0] * std::expm1(x / parameters[1]);
  }
  static double reference_slope(double x, const double* parameters) {
    return parameters[0] / parameters[1] * (x >= 0.0 ? 1.0 : std::exp(x / parameters[1]));
  }
  static double reference_parameter_slope(double x, const double* parameters, size_t k) {
    const double u = x / parameters[1];
    if (k == 0) return x >= 0.0 ? u : std::expm1(u);
    return -parameters[0] / parameters[1] * (x >= 0.0 ? u : u < -700.0 ? 0.0 : u * std::exp(u));
  }

 private:
  // x left of zero, as far as e^(x / b) is a number; 0 right of it.
  F32x4 limited(F32x4 x) const { return maximum(minimum(x, F32x4::zero()), F32x4::splat(-115.0f) * b); }
};

}  // namespace playground
