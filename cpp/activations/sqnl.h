// Square nonlinearity (Wuraola and Patel 2018): a parabola from each side, flat from |x| = 2 on, and smooth where they
// meet.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"

namespace playground {

struct Sqnl {
  static constexpr Description description{
      .id = "sqnl",
      .name_en = "SQNL (square nonlinearity)",
      .name_zh = "SQNL 平方非线性",
      .kind = Kind::elementwise,
      .formula =
          R"(\begin{cases}-1,&x<-2\\x+\frac{x^2}{4},&-2\le x<0\\x-\frac{x^2}{4},&0\le x\le 2\\1,&x>2\end{cases})",
      .derivative = R"(\begin{cases}1-\frac{\lvert x\rvert}{2},&\lvert x\rvert\le 2\\0,&\text{otherwise}\end{cases})",
      .bound = {.value_ulp = 1},
  };
  static constexpr std::array<Parameter, 0> parameters{};

  F32x4 value(F32x4 x) const {
    const F32x4 magnitude = minimum(abs(x), F32x4::splat(2.0f));
    return copy_sign(magnitude * (F32x4::splat(1.0f) - F32x4::splat(0.25f) * magnitude), x);
  }
  F32x4 slope(F32x4 x) const { return F32x4::splat(1.0f) - F32x4::splat(0.5f) * minimum(abs(x), F32x4::splat(2.0f)); }
  Dual value_and_slope(F32x4 x) const { return {value(x), slope(x)}; }

  static double reference(double x, const double*) {
    return x > 2.0 ? 1.0 : x < -2.0 ? -1.0 : x - 0.25 * x * std::fabs(x);
  }
  static double reference_slope(double x, const double*) { return std::fabs(x) > 2.0 ? 0.0 : 1.0 - 0.5 * std::fabs(x); }
};

}  // namespace playground
