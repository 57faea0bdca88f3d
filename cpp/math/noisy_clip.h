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

inline NoisyParts noisy_clip(const NoisyClip& unit, F32x4 alpha, F32x4 c, F32x4 p, F32x4 eps, F32x4 x) {
  const F32x4 one = F32x4::splat(1.0f);
  const F32x4 end = F32x4::splat(unit.end);
  const F64x4 wide_one = F64x4::splat(1.0);
  const F64x4 slope = F64x4::splat(unit.slope);
  const F32x4 clipped = minimum(maximum(x, -end), end);

  // The leak, without 0 * inf at alpha = 1.
  const F64x4 leak = wide_one - widen(alpha);
  const F32x4 leaking = select(alpha == one, clipped, x);
  const F64x4 base = slope * (widen(clipped) + leak * (widen(leaking) - widen(clipped))) + F64x4::splat(unit.offset);

  // The noise. Beyond 1e30 nothing changes any more, and no 0 meets an infinity.
  const F32x4 far = copy_sign(minimum(abs(x), F32x4::splat(1e30f)), x);
  const F64x4 gap = slope * (widen(clipped) - widen(far));
  const F64x4 z = widen(p) * gap;
  const F64x4 e = wide_exp(-minimum(abs(z), F64x4::splat(700.0))).exp;
  const F64x4 inverse = wide_one / (wide_one + e);
  const F64x4 q = (wide_one - e) * inverse;
  // -sgn(x) sgn(1 - alpha); the gap's sign is -sgn(x).
  const F32x4 direction = keep_where(alpha < one, copy_sign(one, -x)) - keep_where(alpha > one, copy_sign(one, -x));
  const F64x4 amplitude = widen(direction) * widen(c) * widen(eps);
  const F64x4 value = base + F64x4::splat(0.25) * amplitude * q * q;
  // The noise's slope by z; q takes the sign of z.
  const F64x4 by_z = amplitude * q * widen(copy_sign(one, p) * copy_sign(one, -x)) * e * inverse * inverse;

  const Mask32x4 linear = abs(x) < end;
  return {narrow(value), select(linear, F32x4::splat(unit.slope), narrow(slope * (leak - by_z * widen(p)))),
          narrow(by_z * gap)};
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
