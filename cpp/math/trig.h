// Sine and cosine. Every float32 argument is exact: 3e38 has a sine too. Infinities and NaN give NaN.
//
// t = n pi/2 + r with |r| <= pi/4 is reduced in float64, absolute error of r below 2^-60. Below 2^22 by Cody and Waite:
// pi/2 is split in two of which the upper part has 31 bits and n at most 22, so that n * half_pi_upper is exact and the
// subtraction too. From there on lane by lane in integers, by Payne and Hanek (trig.cpp). No float32 comes nearer to a
// multiple of pi/2 than about 2^-30, so sine and cosine keep their relative accuracy next to their zeros.
//
// t may be a product of two float32 numbers, which float64 holds exactly.
#pragma once

#include "cpp/math/wide_exp.h"

namespace playground {

inline constexpr double sin_bound_ulp = 1.1;
inline constexpr double cos_bound_ulp = 1.1;

namespace detail {

struct QuarterTurns {
  F64x4 r;  // radians
  I32x4 n;  // modulo 4
};

// Below this by Cody and Waite.
inline constexpr double small_angle = 0x1p22;

// Replaces r and n in the lanes where |t| is not below small_angle; |t| up to 2^140.
void reduce_large_angles(F64x4 t, QuarterTurns& reduced);

inline QuarterTurns reduce_angle(F64x4 t) {
  // Adding 1.5 * 2^52 leaves the nearest integer in the low bits of the sum.
  const F64x4 shifter = F64x4::splat(0x1.8p52);
  const F64x4 shifted = t * F64x4::splat(0x1.45f306dc9c883p-1) + shifter;
  const F64x4 n = shifted - shifter;
  const F64x4 upper = t - n * F64x4::splat(0x1.921fb544p0);
  QuarterTurns reduced{upper - n * F64x4::splat(0x1.0b4611a626331p-34), low_bits(shifted)};
  if (!all_within(t, small_angle)) [[unlikely]]
    reduce_large_angles(t, reduced);
  return reduced;
}

// The sign bit where bit 1 of n is set: in quarter turns, the half of the circle where the sine is negative.
inline I32x4 sign_of_half_turn(I32x4 n) { return (n & I32x4::splat(2)).shift_left<30>(); }

inline Mask32x4 is_odd(I32x4 n) { return {n.shift_left<31>().shift_right<31>().v}; }

}  // namespace detail

struct SinCos {
  F32x4 sin;
  F32x4 cos;
};

// The first half of the work: the rest of an angle after quarter turns, in two float32 parts.
struct AngleReduction {
  F32x4 r;
  F32x4 rest;
  I32x4 n;
};

// Of float64 angles.
inline AngleReduction reduce_sin_cos(F64x4 t) {
  const detail::QuarterTurns reduced = detail::reduce_angle(t);
  const F32x4 r = narrow(reduced.r);
  return {r, narrow(reduced.r - widen(r)), reduced.n};
}

// What is not used costs nothing after inlining.
inline SinCos sin_cos(const AngleReduction& reduced) {
  // The polynomials see the upper part, the lower one goes in to first order.
  const auto [r, rest, n] = reduced;
  const F32x4 r2 = r * r;
  const F32x4 s = r + (rest + r * r2 * polynomial(r2, -0x1.555552p-3f, 0x1.110be4p-7f, -0x1.9ab2ap-13f));
  const F32x4 half = F32x4::splat(0.5f) * r2;
  const F32x4 fourth = r2 * r2 * polynomial(r2, 0x1.555554p-5f, -0x1.6c129cp-10f, 0x1.9bc61cp-16f);
  // 1 - r^2/2 rounds; what that lost goes back in.
  const F32x4 one = F32x4::splat(1.0f);
  const F32x4 upper = one - half;
  const F32x4 c = upper + (((one - upper) - half) + (fourth - r * rest));
  const Mask32x4 odd = detail::is_odd(n);
  return {from_bits(bits(select(odd, c, s)) ^ detail::sign_of_half_turn(n)),
          from_bits(bits(select(odd, s, c)) ^ detail::sign_of_half_turn(n + I32x4::splat(1)))};
}

inline SinCos sin_cos(F64x4 t) { return sin_cos(reduce_sin_cos(t)); }
inline F32x4 sin(F32x4 x) { return sin_cos(widen(x)).sin; }
inline F32x4 cos(F32x4 x) { return sin_cos(widen(x)).cos; }

struct WideSinCos {
  F64x4 sin;
  F64x4 cos;
};

// Sine and cosine of r: the second part of the work.
struct WideCurves {
  F64x4 sin;
  F64x4 cos;
};
inline WideCurves wide_curves(const detail::QuarterTurns& reduced) {
  const F64x4 r = reduced.r;
  const F64x4 r2 = r * r;
  const F64x4 s = r + r * r2 *
                          polynomial(r2, -0x1.5555555555164p-3, 0x1.1111110fd1cbdp-7, -0x1.a019fd961e3a8p-13,
                                     0x1.71d9a6073e33dp-19, -0x1.aa268002a9a56p-26);
  const F64x4 c =
      F64x4::splat(1.0) + r2 * polynomial(r2, -0.5, 0x1.5555555555435p-5, -0x1.6c16c16b60306p-10, 0x1.a019ff50c8ac2p-16,
                                          -0x1.27e25d1206204p-22, 0x1.1c80b71bc06e5p-29);
  return {s, c};
}

// The same in float64, relative error below 2^-29 next to the zeros and 2^-45 elsewhere: for formulas that go on with
// them and cancel. Given detail::reduce_angle(t) and wide_curves of that.
inline WideSinCos wide_sin_cos(const detail::QuarterTurns& reduced, const WideCurves& curves) {
  const auto [s, c] = curves;
  const Mask32x4 odd = detail::is_odd(reduced.n);
  const I32x4 n = reduced.n;
  return {flip_sign(select(odd, c, s), detail::sign_of_half_turn(n)),
          flip_sign(select(odd, s, c), detail::sign_of_half_turn(n + I32x4::splat(1)))};
}
inline WideSinCos wide_sin_cos(F64x4 t) {
  const detail::QuarterTurns reduced = detail::reduce_angle(t);
  return wide_sin_cos(reduced, wide_curves(reduced));
}

}  // namespace playground
