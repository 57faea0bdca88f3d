// Randomised ReLU: in training the slope left of zero is drawn anew for every element, U(1/8, 1/3); in evaluation it is
// their mean, 11/48 (Xu et al. 2015). f'(0) = a, as PyTorch has it.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"

namespace playground {

struct Rrelu {
  F32x4 a;

  static constexpr Description description{
      .id = "rrelu",
      .name_en = "RReLU (given slope)",
      .name_zh = "随机 ReLU",
      .kind = Kind::stochastic,
      .formula = R"(\begin{cases}x,&x>0\\ax,&x\le 0\end{cases})",
      .derivative = R"(\begin{cases}1,&x>0\\a,&x\le 0\end{cases})",
      .frameworks = {.pytorch = "torch.nn.RReLU"},
      .in_survey = true,
  };
  static constexpr std::array<Parameter, 1> parameters{{
      {.name = "a",
       .latex = "a",
       .initial = 11.0f / 48.0f,
       .minimum = 0.0f,
       .maximum = 1.0f,
       .noise = Noise::uniform,
       .noise_low = 1.0f / 8.0f,
       .noise_high = 1.0f / 3.0f},
  }};

  F32x4 value(F32x4 x) const { return select(x > F32x4::zero(), x, a * x); }
  F32x4 slope(F32x4 x) const { return select(is_nan(x), x, select(x > F32x4::zero(), F32x4::splat(1.0f), a)); }
  Dual value_and_slope(F32x4 x) const { return {value(x), slope(x)}; }

  static double reference(double x, const double* parameters) { return x > 0.0 ? x : parameters[0] * x; }
  static double reference_slope(double x, const double* parameters) {
    return std::isnan(x) ? x : x > 0.0 ? 1.0 : parameters[0];
  }
};

}  // namespace playground
