// What the noisy hard functions of Gulcehre et al. 2016 are made of. With the unit's linear part u(x) = slope x +
// offset, its clipped form h(x) = u(clip(x, -end, end)), D = h - u and s the logistic function:
//
//   f(x) = h - (1 - alpha) D + A (s(p D) - 1/2)^2,   A = -sgn(x) sgn(1 - alpha) c eps.
//
// D is 0 between the clips, where f is u exactly. s(z) - 1/2 = q / 2 and s'(z) = e / (1 + e)^2 with e = e^(-|z|) and
// |q| = (1 - e) / (1 + e), in float64: f and f' cross zero outside the clips.
#pragma once

#include <cmath>

#include "cpp/math/wide_exp.h"

namespace playground {

struct NoisyClip {
  float end;
  float slope;
  float offset;
};

struct NoisyParts {
  F32x4 value;
  F32x4 slope;
  F32x4 slope_by_p;
};

namespace detail {

// slope a; where the slope is 1 that is no operation.
inline F64x4 times_slope(const NoisyClip& unit, F64x4 a) {
  return unit.slope == 1.0f ? a : F64x4::splat(unit.slope) * a;
}

// How far D takes x: beyond it nothing changes any more, and no 0 meets an infinity.
inline constexpr float noisy_end = 1e30f;

}  // namespace detail

// The first half of the work: of -|z|, z = p D.
inline WideReduction reduce_noisy_clip(const NoisyClip& unit, F32x4 p, F32x4 x) {
  const F64x4 beyond = widen(minimum(abs(x), F32x4::splat(detail::noisy_end))) - F64x4::splat(unit.end);
  const F64x4 gap = detail::times_slope(unit, maximum(beyond, F64x4::zero()));
  return reduce_wide_exp(maximum(-abs(widen(p)) * gap, F64x4::splat(-700.0)));
}

// Given e. What is not used costs nothing after inlining, and what depends on the parameters alone is computed once
// where they are the same for many x.
inline NoisyParts noisy_clip(const NoisyClip& unit, F32x4 alpha, F32x4 c, F32x4 p, F32x4 eps, F32x4 x, F64x4 e) {
  const F32x4 one = F32x4::splat(1.0f);
  const F64x4 wide_one = F64x4::splat(1.0);
  const F32x4 end = F32x4::splat(unit.end);
  const F32x4 clipped = minimum(maximum(x, -end), end);

  // The leak, without 0 * inf at alpha = 1.
  const F64x4 leak = wide_one - widen(alpha);
  const F32x4 leaking = select(alpha == one, clipped, x);
  const F64x4 base =
      detail::times_slope(unit, widen(clipped) + leak * (widen(leaking) - widen(clipped))) + F64x4::splat(unit.offset);

  // The noise. A is its strength with the sign of -x, as D has it.
  const F64x4 inverse = wide_one / (wide_one + e);
  const F64x4 q = (wide_one - e) * inverse;
  const F64x4 strength = widen(keep_where(alpha < one, one) - keep_where(alpha > one, one)) * widen(c) * widen(eps);
  const F64x4 value = base + widen(copy_sign(one, -x)) * (F64x4::splat(0.25) * strength) * q * q;
  // Its slope by z. A and q both have a sign from x: what is left is that of p.
  const F64x4 by_z = strength * widen(copy_sign(one, p)) * q * e * inverse * inverse;

  const Mask32x4 linear = abs(x) < end;
  const F64x4 slope = detail::times_slope(unit, leak - by_z * widen(p));
  const F32x4 far = maximum(minimum(x, F32x4::splat(detail::noisy_end)), F32x4::splat(-detail::noisy_end));
  const F64x4 gap = detail::times_slope(unit, widen(clipped) - widen(far));
  return {narrow(value), select(linear, F32x4::splat(unit.slope), narrow(slope)), narrow(by_z * gap)};
}

// The oracle of these functions: the same in double precision by the C library, for tests and tools only. parameters:
// alpha, c, p, eps.
struct NoisyReference {
  double value;
  double slope;
  double slope_by_p;
};

inline NoisyReference noisy_clip_reference(const NoisyClip& unit, double x, const double* parameters) {
  const double alpha = parameters[0], c = parameters[1], p = parameters[2], eps = parameters[3];
  if (std::isnan(x)) return {x, x, x};
  if (std::fabs(x) < unit.end) return {unit.slope * x + unit.offset, unit.slope, 0.0};
  const double leak = 1.0 - alpha;
  const double gap = unit.slope * (std::copysign(unit.end, x) - x);
  const double z = p == 0.0 ? 0.0 : p * gap;
  const double e = std::exp(-std::fabs(z));
  const double centred = 0.5 * std::tanh(0.5 * z);
  const double strength = c * eps * (leak > 0.0 ? 1.0 : leak < 0.0 ? -1.0 : 0.0) * (x > 0.0 ? -1.0 : 1.0);
  const double by_z = 2.0 * strength * centred * (e / ((1.0 + e) * (1.0 + e)));
  const double clipped = unit.slope * std::copysign(unit.end, x) + unit.offset;
  return {clipped - (leak == 0.0 ? 0.0 : leak * gap) + strength * centred * centred, unit.slope * (leak - by_z * p),
          by_z == 0.0 ? 0.0 : by_z * gap};
}

}  // namespace playground
