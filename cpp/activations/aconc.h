// ACON-C (Ma et al. 2021): a smooth max(p1 x, p2 x). With d = p1 - p2, t = beta d x, and h = s(-|t|), the smaller one
// of s(t) and s(-t), the larger slope p (p1 for t >= 0, p2 for t < 0) and its way to the other, c = -d or d:
//
//   f(x) = x (p + c h),   f'(x) = p + c G with G as in swish.h;
//   df/dp1 = x g(t),  df/dp2 = x g(-t),  df/dbeta = (d x)^2 s'(t).
#pragma once

#include <cmath>
#include <limits>

#include "cpp/catalogue/description.h"
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
      .derivative = R"((p_1-p_2)\sigma(\beta(p_1-p_2)x)(1+\beta(p_1-p_2)x(1-\sigma(\beta(p_1-p_2)x)))+p_2)",
      .bound = {.value_ulp = 2, .slope_ulp = 4, .floor_from = -12.0f, .floor_to = 12.0f},
  };
  static constexpr std::array<Parameter, 3> parameters{{
      {.name = "p1", .latex = R"(p_1)", .initial = 1.0f, .minimum = -1.25f, .maximum = 1.25f, .learned = true},
      {.name = "p2", .latex = R"(p_2)", .initial = 0.0f, .minimum = -1.25f, .maximum = 1.25f, .learned = true},
      {.name = "beta", .latex = R"(\beta)", .initial = 1.0f, .minimum = -10.0f, .maximum = 10.0f, .learned = true},
  }};

  F32x4 value(F32x4 x) const { return value_and_slope(x).value; }
  Dual value_and_slope(F32x4 x) const {
    const F32x4 limited = limit(x);
    const Pair t = product(limited);
    const SwishParts parts = swish_parts(t);
    const F32x4 d = p1 - p2;
    const F32x4 p = select(parts.left, p2, p1);
    const F32x4 c = select(parts.left, d, -d);
    // 0 times infinity is 0 here.
    const F32x4 linear = select(p == F32x4::zero(), p * limited, p * x);
    const F32x4 bend = c * limited * parts.q.value;
    const F32x4 bent = (bend - bend * (parts.q.value / parts.denominator)) * parts.q.rest;
    const F32x4 slope = p + c * parts.accurate_tail(t.upper) * parts.q.rest;
    return {linear + bent, slope};
  }
  std::array<F32x4, 3> parameter_slopes(F32x4 x) const {
    const F32x4 limited = limit(x);
    const Pair t = product(limited);
    const SwishParts parts = swish_parts(t);
    const F32x4 tail = parts.tail(t.upper);
    // Where t is 0 for every x, nothing decays.
    const F32x4 reach = select(factor().upper == F32x4::zero(), x, limited);
    const F32x4 smaller = reach * tail * parts.q.rest;
    const F32x4 larger = select(limited == x, x * (F32x4::splat(1.0f) - tail), x);
    const F32x4 dx = (p1 - p2) * limited;
    return {select(parts.left, smaller, larger), select(parts.left, larger, smaller),
            dx * parts.bell() * dx * parts.q.rest};
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
  // beta d and what its roundings lost.
  Pair factor() const {
    const Pair d = exact_sum(p1, -p2);
    const Pair product = exact_product(beta, d.upper);
    return {product.upper, product.lower + beta * d.lower};
  }
  // x no farther than where |t| = 120, and finite.
  F32x4 limit(F32x4 x) const {
    const F32x4 end =
        minimum(F32x4::splat(120.0f) / abs(factor().upper), F32x4::splat(std::numeric_limits<float>::max()));
    return maximum(minimum(x, end), -end);
  }
  Pair product(F32x4 limited) const {
    const Pair t = exact_product(factor().upper, limited);
    return {t.upper, t.lower + factor().lower * limited};
  }

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

}  // namespace playground
