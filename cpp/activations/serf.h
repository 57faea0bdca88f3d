// Serf (Nag and Bhattacharyya 2021): x S(x) with S = erf(softplus(x)). One exponential and polynomials:
//
//   S = e R(e),  S' = e R'(e),  e = e^x on the left;   S = 1 - e,  S' = p'(x) e,  e = e^(-p(x)) on the right.
//
// R and R' = dS/de are 2 / sqrt(pi) and a polynomial in e - 1/2, so that little is lost near e = 1. The last products
// of the left are in float64.
#pragma once

#include <cmath>
#include <numbers>

#include "cpp/catalogue/description.h"
#include "cpp/math/raised_exp.h"

namespace playground {

struct Serf {
  static constexpr Description description{
      .id = "serf",
      .name_en = "Serf",
      .name_zh = "Serf",
      .kind = Kind::elementwise,
      .formula = R"(x\operatorname{erf}(\ln(1+e^{x})))",
      .derivative = R"(\operatorname{erf}(\ln(1+e^{x}))+\frac{2}{\sqrt{\pi}}x\sigma(x)e^{-\ln(1+e^{x})^2})",
      .bound = {.value_ulp = 2, .slope_ulp = 4, .slope_floor_in = {-1.8f, -0.5f}},
  };
  static constexpr std::array<Parameter, 0> parameters{};

  // The exponent of e.
  F32x4 pass(F32x4 x) const {
    const F32x4 limited = this->limited(x);
    const F32x4 p = polynomial(limited, 0x1.1e3018p0f, 0x1.1138b4p0f, 0x1.dda296p-2f, 0x1.b5dae8p-4f, 0x1.6a8fd2p-8f,
                               -0x1.a77cfcp-9f, -0x1.16f9a6p-10f, 0x1.07867ep-11f, -0x1.ced028p-15f);
    return select(x <= F32x4::zero(), limited, -p);
  }
  RaisedPower pass(F32x4, F32x4 exponent) const { return raised_power(exponent); }
  // R less its constant.
  F32x4 pass(F32x4, F32x4, const RaisedPower& e) const {
    const F32x4 u = (e.power + e.power * e.q) * F32x4::splat(lowered) - F32x4::splat(0.5f);
    return polynomial(u, -0x1.0b5fd2p-2f, -0x1.d51d2ep-2f, 0x1.2a76a6p-3f, 0x1.7ef5ep-11f, -0x1.5328eep-5f,
                      0x1.38cdaap-5f, -0x1.91aecap-6f, 0x1.ad09a6p-7f, -0x1.95540ap-8f, 0x1.fb3ba6p-10f);
  }
  Dual value_and_slope(F32x4 x, F32x4, const RaisedPower& e_parts, F32x4 rest) const {
    const F32x4 zero = F32x4::zero();
    const F32x4 one = F32x4::splat(1.0f);
    const Mask32x4 left = x <= zero;
    const F32x4 limited = this->limited(x);
    const auto [power, q] = e_parts;
    const F32x4 rest_of_e = power * q;
    const F32x4 raised_e = power + rest_of_e;
    const F32x4 e = raised_e * F32x4::splat(lowered);
    // What the sum loses, times R's slope, near enough to -0.4 where e is large.
    const F32x4 lost_of_e = (rest_of_e - (raised_e - power)) * F32x4::splat(-0.4f * lowered);

    const F32x4 u = e - F32x4::splat(0.5f);
    const F64x4 raised_exp = widen(power) + widen(rest_of_e);
    const F64x4 product = widen(limited) * raised_exp * (F64x4::splat(most) + widen(rest + lost_of_e));
    const F32x4 value = select(left, narrow(product * F64x4::splat(lowered)), x - limited * e);

    const F32x4 rest_of_slope =
        polynomial(u, -0x1.f5ee68p-2f, -0x1.8a7f9ep-1f, 0x1.c0d0a4p-2f, -0x1.470e7cp-4f, -0x1.c8a9b4p-4f,
                   0x1.3dcd74p-3f, -0x1.0294dcp-3f, 0x1.4dd0d6p-4f, -0x1.772a06p-5f, 0x1.2048d2p-6f);
    const F32x4 p_slope = polynomial(limited, 0x1.1137e6p0f, 0x1.ddbf3p-1f, 0x1.4728cep-2f, 0x1.9af916p-6f,
                                     -0x1.451bp-6f, -0x1.03deeep-8f, 0x1.6584ep-9f, -0x1.64f9a8p-12f);
    // With 1 + x by itself S + x S' does not cancel twice.
    const F32x4 left_factor = F32x4::splat(most) * (one + limited) + (rest + limited * rest_of_slope);
    const F32x4 factor = power * select(left, left_factor, limited * p_slope - one);
    return {value, clear_where(left, one) + (factor + factor * q) * F32x4::splat(lowered)};
  }

  static double reference(double x, const double*) { return x < -700.0 ? -0.0 : x * std::erf(softplus(x)); }
  static double reference_slope(double x, const double*) {
    const double t = x < -700.0 ? -700.0 : x > 30.0 ? 30.0 : x;
    const double v = softplus(t);
    const double logistic = 1.0 / (1.0 + std::exp(-t));
    return std::erf(v) + 2.0 * std::numbers::inv_sqrtpi * t * logistic * std::exp(-v * v);
  }

 private:
  // S and f' are 1 in float32 from 4.4 on, and x e^x is 0 left of -112.
  static F32x4 limited(F32x4 x) { return maximum(minimum(x, F32x4::splat(4.4f)), F32x4::splat(-112.0f)); }

  // 2 / sqrt(pi); the polynomials have the rest.
  static constexpr float most = 0x1.20dd76p0f;

  static double softplus(double x) { return (x > 0.0 ? x : 0.0) + std::log1p(std::exp(-std::abs(x))); }
};

}  // namespace playground
