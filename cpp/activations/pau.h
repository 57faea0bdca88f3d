// Pade activation unit (Molina et al. 2020), the safe rational function of version B: P / (1 + |A|) with P of degree 5
// and A of degree 4 without constant, all coefficients learned. sgn(0) = 0 where |A| has its kinks, as PyTorch has it.
// Defaults approximate leaky ReLU.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/rational.h"

namespace playground {

struct Pau {
  F32x4 a0, a1, a2, a3, a4, a5;
  F32x4 b1, b2, b3, b4;

  static constexpr Description description{
      .id = "pau",
      .name_en = "PAU / safe rational (degree 5/4, version B)",
      .name_zh = "Pade 激活单元",
      .kind = Kind::parametric_learned,
      .formula = R"(\frac{\sum_{j=0}^{5}a_jx^j}{1+\left\lvert\sum_{k=1}^{4}b_kx^k\right\rvert})",
      .derivative = R"(\frac{P'Q-PQ'}{Q^2},\ Q'=\operatorname{sgn}(A)A',\ A=\sum_{k=1}^4 b_kx^k)",
      .bound = {.value_ulp = 1, .slope_ulp = 1},
  };
  static constexpr std::array<Parameter, 10> parameters{{
      {.name = "a0", .latex = "a_0", .initial = 0.033558157f, .minimum = -5.0f, .maximum = 5.0f, .learned = true},
      {.name = "a1", .latex = "a_1", .initial = 0.5050059f, .minimum = -5.0f, .maximum = 5.0f, .learned = true},
      {.name = "a2", .latex = "a_2", .initial = 1.6534697f, .minimum = -5.0f, .maximum = 5.0f, .learned = true},
      {.name = "a3", .latex = "a_3", .initial = 2.01005f, .minimum = -5.0f, .maximum = 5.0f, .learned = true},
      {.name = "a4", .latex = "a_4", .initial = 0.9319196f, .minimum = -5.0f, .maximum = 5.0f, .learned = true},
      {.name = "a5", .latex = "a_5", .initial = 0.15242646f, .minimum = -5.0f, .maximum = 5.0f, .learned = true},
      {.name = "b1", .latex = "b_1", .initial = 4.81283186e-05f, .minimum = -5.0f, .maximum = 5.0f, .learned = true},
      {.name = "b2", .latex = "b_2", .initial = 3.980248f, .minimum = -5.0f, .maximum = 5.0f, .learned = true},
      {.name = "b3", .latex = "b_3", .initial = 1.5837588e-05f, .minimum = -5.0f, .maximum = 5.0f, .learned = true},
      {.name = "b4", .latex = "b_4", .initial = 0.30183383f, .minimum = -5.0f, .maximum = 5.0f, .learned = true},
  }};

  Dual value_and_slope(F32x4 x) const {
    const WideDual f = parts(widen_finite(x)).f;
    return {narrow(f.value), narrow(f.slope)};
  }

  // df/da_j = x^j / Q, df/db_k = -f sgn(A) x^k / Q.
  std::array<F32x4, 10> parameter_slopes(F32x4 x) const {
    const F64x4 t = widen_finite(x);
    const Parts p = parts(t);
    F64x4 numerator = F64x4::splat(1.0) / p.q;
    F64x4 denominator = -times_sign(p.f.value * numerator, p.inner);
    std::array<F32x4, 10> slopes;
    for (size_t j = 0; j < 6; ++j, numerator = numerator * t) slopes[j] = narrow(numerator);
    for (size_t k = 6; k < 10; ++k) slopes[k] = narrow(denominator = denominator * t);
    return slopes;
  }

  static double reference(double x, const double* parameters) { return exact(x, parameters).f; }
  static double reference_slope(double x, const double* parameters) {
    const Exact e = exact(x, parameters);
    return (e.numerator_slope - e.f * e.sign * e.inner_slope) / e.q;
  }
  static double reference_parameter_slope(double x, const double* parameters, size_t k) {
    const Exact e = exact(x, parameters);
    return k < 6 ? power(e.x, k) / e.q : -e.f * e.sign * (power(e.x, k - 5) / e.q);
  }

 private:
  struct Parts {
    WideDual f;
    F64x4 q;
    F64x4 inner;
  };
  Parts parts(F64x4 t) const {
    const auto c = [](F32x4 coefficient) { return widen_uniform(coefficient); };
    const WideDual p = polynomial_and_slope<6>({c(a0), c(a1), c(a2), c(a3), c(a4), c(a5)}, t);
    const WideDual of_x = polynomial_and_slope<4>({c(b1), c(b2), c(b3), c(b4)}, t);
    const WideDual inner{of_x.value * t, of_x.slope * t + of_x.value};
    const WideDual q{F64x4::splat(1.0) + abs(inner.value), times_sign(inner.slope, inner.value)};
    return {quotient(p, q), q.value, inner.value};
  }

  struct Exact {
    double x, f, q, sign, numerator_slope, inner_slope;
  };
  static double power(double x, size_t n) { return n == 0 ? 1.0 : x * power(x, n - 1); }
  static Exact exact(double x, const double* c) {
    const double t = std::isinf(x) ? std::copysign(1e60, x) : x;
    const double inner = t * (c[6] + t * (c[7] + t * (c[8] + t * c[9])));
    const double q = 1.0 + std::fabs(inner);
    const double numerator = c[0] + t * (c[1] + t * (c[2] + t * (c[3] + t * (c[4] + t * c[5]))));
    return {t,
            numerator / q,
            q,
            inner > 0.0   ? 1.0
            : inner < 0.0 ? -1.0
                          : inner,
            c[1] + t * (2.0 * c[2] + t * (3.0 * c[3] + t * (4.0 * c[4] + t * 5.0 * c[5]))),
            c[6] + t * (2.0 * c[7] + t * (3.0 * c[8] + t * 4.0 * c[9]))};
  }
};

}  // namespace playground
