// ACON-C (Ma et al. 2021): a smooth max(p1 x, p2 x). With d = p1 - p2 and t = beta d x, and g as in swish.h:
//
//   f(x) = x (p1 s(t) + p2 s(-t)),   f'(x) = p1 g(t) + p2 g(-t) with g(-t) = 1 - g(t);
//   df/dp1 = x g(t),  df/dp2 = x g(-t),  df/dbeta = (d x)^2 s'(t).
//
// In float64: where p1 and p2 differ in sign, f and f' cross zero where the parameters put it.
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
      .bound = {.value_ulp = 1, .slope_ulp = 1, .value_floor_in = {-0.5f, 0.5f}, .slope_floor_in = {-12.0f, 12.0f}},
      .aliases = "激活或不激活",
  };
  static constexpr std::array<Parameter, 3> parameters{{
      {.name = "p1", .latex = R"(p_1)", .initial = 1.0f, .minimum = -1.25f, .maximum = 1.25f, .learned = true},
      {.name = "p2", .latex = R"(p_2)", .initial = 0.0f, .minimum = -1.25f, .maximum = 1.25f, .learned = true},
      {.name = "beta", .latex = R"(\beta)", .initial = 1.0f, .minimum = -10.0f, .maximum = 10.0f, .learned = true},
  }};

  F32x4 value(F32x4 x) const { return value_and_slope(x).value; }
  Dual value_and_slope(F32x4 x) const {
    const Swishing parts = swishing(x, widen(beta) * difference());
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

}  // namespace playground
