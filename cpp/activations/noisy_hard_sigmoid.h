// Noisy hard sigmoid (Gulcehre et al. 2016, the variant with noise where the unit saturates and p learned): in training
// eps = |N(0, 1)| is drawn anew for every element, in evaluation it is the mean. Between -2 and 2 f is x / 4 + 1/2.
// f'(-2) and f'(2) are the outer slopes, as for the hard sigmoid.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/noisy_clip.h"

namespace playground {

struct NoisyHardSigmoid {
  F32x4 alpha;
  F32x4 c;
  F32x4 p;
  F32x4 eps;

  static constexpr Description description{
      .id = "noisy_hard_sigmoid",
      .name_en = "Noisy hard sigmoid (given noise)",
      .name_zh = "带噪 Hard Sigmoid",
      .kind = Kind::stochastic,
      .formula =
          R"(\alpha h+(1-\alpha)u+d\,c\left(\sigma(p(h-u))-\tfrac12\right)^2\epsilon,\\u=\tfrac x4+\tfrac12,\ h=\operatorname{clip}(u,0,1),\ d=-\operatorname{sgn}(x)\operatorname{sgn}(1-\alpha))",
      .derivative =
          R"(\alpha h'+\tfrac{1-\alpha}{4}+2dc\epsilon\,(s-\tfrac12)s(1-s)\,p\,(h'-\tfrac14),\\s=\sigma(p(h-u)))",
      .bound = {.value_ulp = 1,
                .slope_ulp = 1,
                .value_floor_in = {-100.0f, 100.0f},
                .slope_floor_in = {-100.0f, 100.0f}},
      .in_survey = true,
  };
  static constexpr std::array<Parameter, 4> parameters{{
      {.name = "alpha", .latex = R"(\alpha)", .initial = 1.1f, .minimum = 0.0f, .maximum = 2.0f},
      {.name = "c", .latex = "c", .initial = 0.15f, .minimum = 0.0f, .maximum = 2.0f},
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

  static constexpr NoisyClip unit{.end = 2.0f, .slope = 0.25f, .offset = 0.5f};

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
