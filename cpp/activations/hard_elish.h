// HardELiSH (Basirat and Roth 2018): ELiSH with clip((x + 1) / 2, 0, 1) for the logistic function. f'(-1) = 0 and
// f'(1) = 1, the outer branches.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/raised_exp.h"

namespace playground {

struct HardElish {
  static constexpr Description description{
      .id = "hard_elish",
      .name_en = "HardELiSH",
      .name_zh = "HardELiSH",
      .kind = Kind::elementwise,
      .formula =
          R"(\begin{cases}x\max(0,\min(1,\frac{x+1}{2})),&x\ge 0\\(e^{x}-1)\max(0,\min(1,\frac{x+1}{2})),&x<0\end{cases})",
      .derivative =
          R"(\begin{cases}1,&x\ge 1\\x+\frac{1}{2},&0\le x<1\\\frac{e^{x}(x+1)+e^{x}-1}{2},&-1<x<0\\0,&x\le -1\end{cases})",
      .bound = {.value_ulp = 2, .slope_ulp = 3, .slope_floor_in = {-0.7f, -0.3f}},
      .aliases = "硬 ELiSH",
  };
  static constexpr std::array<Parameter, 0> parameters{};

  RaisedReduction pass(F32x4 x) const { return reduce_raised_exp(minimum(inner(x), F32x4::zero())); }
  Dual value_and_slope(F32x4 x, const RaisedReduction& reduced) const {
    const F32x4 zero = F32x4::zero();
    const F32x4 one = F32x4::splat(1.0f);
    const F32x4 half = F32x4::splat(0.5f);
    const RaisedExp e = raised_exp(reduced);
    const F32x4 power = e.power * F32x4::splat(lowered);
    const F32x4 rise = power * e.fraction;
    // Right of zero e^x is taken at zero.
    const F32x4 factor = maximum(x, zero) + (rise + (power - one));
    const F32x4 gate = half * (one + inner(x));
    const F32x4 slope = (power + rise) * gate + half * factor;
    return {factor * gate, select(x >= one, one, select(x <= -one, zero, slope))};
  }

  static double reference(double x, const double*) {
    const double gate = x < -1.0 ? 0.0 : x > 1.0 ? 1.0 : 0.5 * (x + 1.0);
    return (x >= 0.0 ? x : std::expm1(x)) * gate;
  }
  static double reference_slope(double x, const double*) {
    if (x <= -1.0 || x >= 1.0) return x > 0.0 ? 1.0 : 0.0;
    return x >= 0.0 ? x + 0.5 : 0.5 * (std::exp(x) * (x + 1.0) + std::expm1(x));
  }

 private:
  static F32x4 inner(F32x4 x) {
    const F32x4 one = F32x4::splat(1.0f);
    return minimum(maximum(x, -one), one);
  }
};

}  // namespace playground
