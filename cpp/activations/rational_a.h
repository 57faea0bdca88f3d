// Rational function of version A: P / (1 + sum |b_k x^k|) with P of degree 5 and k = 1 to 4, all coefficients learned
// (after Molina et al. 2020). sgn(0) = 0 at the kinks of the absolute values, as PyTorch has it: f'(0) = a1. Defaults
// approximate leaky ReLU.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/rational.h"

namespace playground {

struct RationalA {
  F32x4 a0, a1, a2, a3, a4, a5;
  F32x4 b1, b2, b3, b4;

  static constexpr Description description{
      .id = "rational_a",
      .name_en = "Rational activation, version A (degree 5/4)",
      .name_zh = "有理激活函数（A 版）",
      .kind = Kind::parametric_learned,
      .formula = R"(\frac{\sum_{j=0}^{5}a_jx^j}{1+\sum_{k=1}^{4}\lvert b_kx^k\rvert})",
      .derivative =
          R"(\frac{P'Q-PQ'}{Q^2},\ Q'=\sum_{k=1}^4 k\lvert b_k\rvert\lvert x\rvert^{k-1}\operatorname{sgn}(x))",
      .bound = {.value_ulp = 1, .slope_ulp = 1},
  };
  static constexpr std::array<Parameter, 10> parameters{{
      {.name = "a0", .latex = "a_0", .initial = 0.029792779f, .minimum = -5.0f, .maximum = 5.0f, .learned = true},
      {.name = "a1", .latex = "a_1", .initial = 0.6183735f, .minimum = -5.0f, .maximum = 5.0f, .learned = true},
      {.name = "a2", .latex = "a_2", .initial = 2.323309f, .minimum = -5.0f, .maximum = 5.0f, .learned = true},
      {.name = "a3", .latex = "a_3", .initial = 3.0519362f, .minimum = -5.0f, .maximum = 5.0f, .learned = true},
      {.name = "a4", .latex = "a_4", .initial = 1.4854203f, .minimum = -5.0f, .maximum = 5.0f, .learned = true},
      {.name = "a5", .latex = "a_5", .initial = 0.251024496f, .minimum = -5.0f, .maximum = 5.0f, .learned = true},
      {.name = "b1", .latex = "b_1", .initial = -1.1419548f, .minimum = -5.0f, .maximum = 5.0f, .learned = true},
      {.name = "b2", .latex = "b_2", .initial = 4.39316f, .minimum = -5.0f, .maximum = 5.0f, .learned = true},
      {.name = "b3", .latex = "b_3", .initial = 0.8714712f, .minimum = -5.0f, .maximum = 5.0f, .learned = true},
      {.name = "b4", .latex = "b_4", .initial = 0.3471966f, .minimum = -5.0f, .maximum = 5.0f, .learned = true},
  }};

  Dual value_and_slope(F32x4 x) const {
    const WideDual f = parts(widen_finite(x)).f;
    return {narrow(f.value), narrow(f.slope)};
  }

  // df/da_j = x^j / Q, df/db_k = -f sgn(b_k) |x|^k / Q.
  std::array<F32x4, 10> parameter_slopes(F32x4 x) const {
    const F64x4 t = widen_finite(x);
    const F64x4 magnitude = abs(t);
    const Parts p = parts(t);
    F64x4 numerator = F64x4::splat(1.0) / p.q;
    F64x4 denominator = -(p.f.value * numerator);
    std::array<F32x4, 10> slopes;
    for (size_t j = 0; j < 6; ++j, numerator = numerator * t) slopes[j] = narrow(numerator);
    const std::array b{b1, b2, b3, b4};
    for (size_t k = 0; k < 4; ++k) {
      denominator = denominator * magnitude;
      slopes[6 + k] = narrow(times_sign(F64x4::splat(1.0), widen_uniform(b[k])) * denominator);
    }
    return slopes;
  }

  static double reference(double x, const double* parameters) { return exact(x, parameters).f; }
  static double reference_slope(double x, const double* parameters) {
    const Exact e = exact(x, parameters);
    return (e.numerator_slope - e.f * e.q_slope) / e.q;
  }
  static double reference_parameter_slope(double x, const double* parameters, size_t k) {
    const Exact e = exact(x, parameters);
    if (k < 6) return power(e.x, k) / e.q;
    const double sign = parameters[k] > 0.0 ? 1.0 : parameters[k] < 0.0 ? -1.0 : 0.0;
    return -e.f * sign * (power(std::fabs(e.x), k - 5) / e.q);
  }

 private:
  struct Parts {
    WideDual f;
    F64x4 q;
  };
  Parts parts(F64x4 t) const {
    const auto c = [](F32x4 coefficient) { return widen_uniform(coefficient); };
    const WideDual p = polynomial_and_slope<6>({c(a0), c(a1), c(a2), c(a3), c(a4), c(a5)}, t);
    WideDual q = polynomial_and_slope<5>({F64x4::splat(1.0), c(abs(b1)), c(abs(b2)), c(abs(b3)), c(abs(b4))}, abs(t));
    q.slope = times_sign(q.slope, t);
    return {quotient(p, q), q.value};
  }

  struct Exact {
    double x, f, q, numerator_slope, q_slope;
  };
  static double power(double x, size_t n) { return n == 0 ? 1.0 : x * power(x, n - 1); }
  static Exact exact(double x, const double* c) {
    const double t = std::isinf(x) ? std::copysign(1e60, x) : x;
    const double m = std::fabs(t);
    const double q = 1.0 + m * (std::fabs(c[6]) + m * (std::fabs(c[7]) + m * (std::fabs(c[8]) + m * std::fabs(c[9]))));
    const double numerator = c[0] + t * (c[1] + t * (c[2] + t * (c[3] + t * (c[4] + t * c[5]))));
    const double steep =
        std::fabs(c[6]) + m * (2.0 * std::fabs(c[7]) + m * (3.0 * std::fabs(c[8]) + m * 4.0 * std::fabs(c[9])));
    return {t, numerator / q, q, c[1] + t * (2.0 * c[2] + t * (3.0 * c[3] + t * (4.0 * c[4] + t * 5.0 * c[5]))),
            t > 0.0   ? steep
            : t < 0.0 ? -steep
                      : 0.0};
  }
};

}  // namespace playground
