// Noisy hard tanh (Gulcehre et al. 2016, the variant with noise where the unit saturates and p learned): in training
// eps = |N(0, 1)| is drawn anew for every element, in evaluation it is the mean. Between -1 and 1 f is x. f'(-1) and
// f'(1) are the outer slopes, as for the hard tanh.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/noisy_clip.h"

namespace playground {

struct NoisyHardTanh {
  F32x4 alpha;
  F32x4 c;
  F32x4 p;
  F32x4 eps;

  static constexpr Description description{
      .id = "noisy_hard_tanh",
      .name_en = "Noisy hard tanh (given noise)",
      .name_zh = "带噪 Hard Tanh",
      .kind = Kind::stochastic,
      .formula =
          R"(\alpha h+(1-\alpha)x+d\,c\left(\sigma(p(h-x))-\tfrac12\right)^2\epsilon,\\h=\operatorname{hardtanh}(x),\ d=-\operatorname{sgn}(x)\operatorname{sgn}(1-\alpha))",
      .derivative = R"(\alpha h'+(1-\alpha)+2dc\epsilon\,(s-\tfrac12)s(1-s)\,p\,(h'-1),\\s=\sigma(p(h-x)))",
      .bound = {.value_ulp = 1,
                .slope_ulp = 1,
                .value_floor_in = {-100.0f, 100.0f},
                .slope_floor_in = {-100.0f, 100.0f}},
      .in_survey = true,
  };
  static constexpr std::array<Parameter, 4> parameters{{
      {.name = "alpha", .latex = R"(\alpha)", .initial = 1.15f, .minimum = 0.0f, .maximum = 2.0f},
      {.name = "c", .latex = "c", .initial = 0.5f, .minimum = 0.0f, .maximum = 2.0f},
      {.name = "p", .latex = "p", .initial = 1.0f, .minimum = -5.0f, .maximum = 5.0f, .learned = true},
      {.name = "eps",
       .latex = R"(\epsilon)",
       .initial = 0.7978846f,
       .minimum = 0.0f,
       .maximum = 5.0f,
       .noise = Noise::half_normal,
       .noise_low = 0.0f,
       .noise_high = 1.96f},
  }};

  static constexpr NoisyClip unit{.end = 1.0f, .slope = 1.0f, .offset = 0.0f};

  WideReduction pass(F32x4 x) const { return reduce_noisy_clip(unit, p, x); }
  F64x4 pass(F32x4, const WideReduction& reduced) const { return wide_exp(reduced).exp; }
  F32x4 value(F32x4 x, const WideReduction&, F64x4 e) const { return noisy_clip(unit, alpha, c, p, eps, x, e).value; }
  Dual value_and_slope(F32x4 x, const WideReduction&, F64x4 e) const {
    const NoisyParts parts = noisy_clip(unit, alpha, c, p, eps, x, e);
    return {parts.value, parts.slope};
  }
  std::array<F32x4, 4> parameter_slopes(F32x4 x) const {
    const F64x4 e = wide_exp(pass(x)).exp;
    return {F32x4::zero(), F32x4::zero(), noisy_clip(unit, alpha, c, p, eps, x, e).slope_by_p, F32x4::zero()};
  }

  static double reference(double x, const double* parameters) {
    return noisy_clip_reference(unit, x, parameters).value;
  }
  static double reference_slope(double x, const double* parameters) {
    return noisy_clip_reference(unit, x, parameters).slope;
  }
  static double reference_parameter_slope(double x, const double* parameters, size_t) {
    return noisy_clip_reference(unit, x, parameters).slope_by_p;
  }
};

}  // namespace playground
