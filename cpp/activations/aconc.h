// ACON-C (Ma et al. 2021): a smooth max(p1 x, p2 x). With d = p1 - p2 and t = beta d x, and g as in swish.h:
//
//   f(x) = x (p1 s(t) + p2 s(-t)),   f'(x) = p1 g(t) + p2 g(-t) with g(-t) = 1 - g(t);
//   df/dp1 = x g(t),  df/dp2 = x g(-t),  df/dbeta = (d x)^2 s'(t).
//
// In float64 where p1 and p2 differ in sign: there f and f' cross zero where the parameters put it.
#pragma once

#include <cmath>
#include <limits>

#include "cpp/catalogue/description.h"
#include "cpp/math/silu.h"
#include "cpp/math/swish.h"

namespace playground {

struct Aconc {
  F32x4 p1;
  F32x4 p2;
  F32x4 beta;

  static constexpr Description description{
      .id = "aconc",
      .name_en = "ACON-C",
      .name_zh = "ACON-C",
      .kind = Kind::parametric_learned,
      .formula = R"((p_1-p_2)x\sigma(\beta(p_1-p_2)x)+p_2x)",
      .derivative = R"((p_1-p_2)\sigma(z)(1+z(1-\sigma(z)))+p_2,\\z=\beta(p_1-p_2)x)",
      .bound = {.value_ulp = 2, .slope_ulp = 4, .value_floor_in = {-0.5f, 0.5f}, .slope_floor_in = {-12.0f, 12.0f}},
      .aliases = "激活或不激活",
  };
  static constexpr std::array<Parameter, 3> parameters{{
      {.name = "p1", .latex = R"(p_1)", .initial = 1.0f, .minimum = -1.25f, .maximum = 1.25f, .learned = true},
      {.name = "p2", .latex = R"(p_2)", .initial = 0.0f, .minimum = -1.25f, .maximum = 1.25f, .learned = true},
      {.name = "beta", .latex = R"(\beta)", .initial = 1.0f, .minimum = -10.0f, .maximum = 10.0f, .learned = true},
  }};

  template <class Run>
  void choose(Run&& run) const;
  WideReduction pass(F32x4 x) const { return reduce_swishing(x, widen(beta) * difference()); }
  F64x4 pass(F32x4, const WideReduction& reduced) const { return wide_exp(reduced).exp; }
  Dual value_and_slope(F32x4 x, const WideReduction&, F64x4 e) const {
    const Swishing parts = swishing(x, widen(beta) * difference(), e);
    const WideLogistic& gate = parts.gate;
    const F64x4 weight = widen(p1) * gate.s + widen(p2) * gate.rest;
    return {narrow(parts.x * weight), narrow(weight + difference() * (gate.z * parts.bell()))};
  }
  std::array<F32x4, 3> parameter_slopes(F32x4 x) const {
    const Swishing parts = swishing(x, widen(beta) * difference());
    const WideLogistic& gate = parts.gate;
    const F64x4 tilt = gate.z * parts.bell();
    const F64x4 dx = difference() * parts.x;
    return {narrow(parts.x * (gate.s + tilt)), narrow(parts.x * (gate.rest - tilt)), narrow(dx * parts.bell() * dx)};
  }

  static double reference(double x, const double* p) {
    const double t = product(x, p);
    return times(p[0] * logistic(t), x) + times(p[1] * logistic(-t), x);
  }
  static double reference_slope(double x, const double* p) {
    const double t = product(x, p);
    return std::isnan(x) ? x : p[0] * tilt(t) + p[1] * tilt(-t);
  }
  static double reference_parameter_slope(double x, const double* p, size_t k) {
    const double t = product(x, p);
    if (k < 2) return times(x, tilt(k == 0 ? t : -t));
    const double dx = times(p[0] - p[1], x);
    const double q = std::exp(-std::abs(t));
    return std::abs(t) > 700.0 ? 0.0 : dx * q * dx / ((1.0 + q) * (1.0 + q));
  }

 private:
  F64x4 difference() const { return widen(p1) - widen(p2); }

  // For the oracle: 0 times infinity is 0; t, finite; s(t); g(t).
  static double times(double a, double b) { return (a == 0.0 || b == 0.0) && !std::isnan(a + b) ? 0.0 : a * b; }
  static double product(double x, const double* p) {
    const double t = times(p[2] * (p[0] - p[1]), x);
    return std::isnan(x) ? x : std::fmax(std::fmin(t, 1e300), -1e300);
  }
  static double logistic(double t) { return t < -700.0 ? 0.0 : 1.0 / (1.0 + std::exp(-t)); }
  static double tilt(double t) {
    if (std::isnan(t)) return t;
    const double limited = std::fmin(std::fmax(t, -700.0), 700.0);
    const double q = std::exp(-std::abs(limited));
    const double tail = q * (1.0 - std::abs(limited) + q) / ((1.0 + q) * (1.0 + q));
    return t < -700.0 ? 0.0 : t > 700.0 ? 1.0 : t < 0.0 ? tail : 1.0 - tail;
  }
};

// The same where p1 and p2 do not differ in sign and beta d is what math/silu.h is made for. With its w and g at b =
// |beta d| and with A the one of p1 and p2 that f tends to on x's side,
//
//   f(x) = A x - sgn(beta) |d| w,   f'(x) = A - d g where A is p1, A + d g where it is p2.
struct AconcAlike {
  static constexpr const Description& description = Aconc::description;

  F32x4 p1;
  F32x4 p2;
  F64x4 d;
  F64x4 drop;  // sgn(beta) |d|
  I32x4 sign;  // of beta d
  SwishScale scale;
  bool serves;

  explicit AconcAlike(const Aconc& f) : AconcAlike(f, widen(f.p1) - widen(f.p2)) {}

  SwishReduction pass(F32x4 x) const { return reduce_swish(x, scale); }
  F32x4 pass(F32x4, const SwishReduction& reduced) const { return swish_rest(reduced); }
  F32x4 value(F32x4 x, const SwishReduction& reduced, F32x4 rest) const {
    return value_of(x, swish_parts(x, scale, reduced, rest));
  }
  Dual value_and_slope(F32x4 x, const SwishReduction& reduced, F32x4 rest) const {
    const SwishParts parts = swish_parts(x, scale, reduced, rest);
    const F32x4 g = parts.of_sum(F32x4::splat(1.0f) - scale.b * (parts.a - parts.w));
    const Mask32x4 left = this->left(x);
    const F32x4 signed_g = from_bits(bits(g) ^ (bits(left) & I32x4::splat(INT32_MIN)));
    return {value_of(x, parts), narrow(widen(end(left)) - d * widen(signed_g))};
  }

 private:
  AconcAlike(const Aconc& f, F64x4 d)
      : p1(f.p1),
        p2(f.p2),
        d(d),
        drop(widen(copy_sign(F32x4::splat(1.0f), f.beta)) * abs(d)),
        sign(bits(narrow(widen(f.beta) * d)) & I32x4::splat(INT32_MIN)),
        scale(abs(widen(f.beta) * d)) {
    const F32x4 zero = F32x4::zero();
    const Mask32x4 alike = ((zero <= p1) & (zero <= p2)) | ((p1 <= zero) & (p2 <= zero));
    const Mask32x4 near = (scale.b >= F32x4::splat(0x1p-24f)) & (scale.b <= F32x4::splat(0x1p24f));
    serves = !(!(alike & near)).any();
  }

  Mask32x4 left(F32x4 x) const { return from_bits(bits(x) ^ sign) < F32x4::zero(); }
  F32x4 end(Mask32x4 left) const { return select(left, p2, p1); }
  // The division in float64: else there would be one rounding more than two steps have room for.
  F32x4 value_of(F32x4 x, const SwishParts& parts) const {
    const F32x4 a = end(left(x));
    // 0 times infinity is 0.
    const F32x4 taken = clear_where(a == F32x4::zero(), x);
    return narrow(widen(a) * widen(taken) - drop * widen(parts.one) * (widen(parts.a) / widen(parts.sum)));
  }
};

template <class Run>
void Aconc::choose(Run&& run) const {
  const AconcAlike alike(*this);
  if (alike.serves) {
    run(alike);
  } else {
    run(*this);
  }
}

}  // namespace playground
