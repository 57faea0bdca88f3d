// Soft clipping to [0, 1] (Klimek and Perelstein 2018). f(1 - x) = 1 - f(x), so y = min(x, 1 - x) is enough. With
// p = e^(-alpha |y|), q = e^(-alpha (1 - y)) and c = 1 - e^-alpha, p - q is c p left of zero:
//
//   f(y) = max(y, 0) + 2 artanh((p - q) / (2 + p + q)) / alpha,   f'(y) = c min(e^(alpha y), 1) / ((1 + p) (1 + q)).
//
// In float64; p - q cancels for small alpha and is a difference of p - 1 and q - 1 there.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/finite.h"
#include "cpp/math/wide_softplus.h"

namespace playground {

struct SoftClipping {
  F32x4 alpha;

  static constexpr Description description{
      .id = "soft_clipping",
      .name_en = "Soft clipping",
      .name_zh = "软裁剪",
      .kind = Kind::elementwise,
      .formula = R"(\frac{1}{\alpha}\ln(\frac{1+e^{\alpha x}}{1+e^{\alpha(x-1)}}))",
      .derivative = R"(\sigma(\alpha x)-\sigma(\alpha(x-1)))",
      .bound = {.value_ulp = 1, .slope_ulp = 1},
  };
  static constexpr std::array<Parameter, 1> parameters{{
      {.name = "alpha", .latex = R"(\alpha)", .initial = 0.5f, .minimum = 0.1f, .maximum = 100.0f},
  }};

  struct Reductions {
    WideReduction p;
    WideReduction q;
  };
  Reductions pass(F32x4 x) const {
    const F64x4 a = widen(alpha);
    const F64x4 y = folded(x);
    const F64x4 end = F64x4::splat(-700.0);
    return {reduce_wide_exp(maximum(-a * abs(y), end)), reduce_wide_exp(maximum(a * (y - F64x4::splat(1.0)), end))};
  }
  struct Rests {
    F64x4 p;
    F64x4 q;
  };
  Rests pass(F32x4, const Reductions& reduced) const { return {wide_exp_rest(reduced.p), wide_exp_rest(reduced.q)}; }
  F64x4 pass(F32x4 x, const Reductions& reduced, const Rests& rests) const {
    const WideExp p = wide_exp(reduced.p, rests.p);
    const WideExp q = wide_exp(reduced.q, rests.q);
    const F64x4 difference = select(left(x), c() * p.exp, p.expm1 - q.expm1);
    return difference / (F64x4::splat(2.0) + p.exp + q.exp);
  }
  Dual value_and_slope(F32x4 x, const Reductions& reduced, const Rests& rests, F64x4 z) const {
    const F64x4 p = wide_exp(reduced.p, rests.p).exp;
    const F64x4 q = wide_exp(reduced.q, rests.q).exp;
    const F64x4 one = F64x4::splat(1.0);
    const F64x4 value = maximum(folded(x), F64x4::splat(0.0)) + wide_twice_artanh(z) / widen(alpha);
    const F64x4 slope = c() * select(left(x), p, one) / ((one + p) * (one + q));
    return {narrow(select(x > F32x4::splat(0.5f), one - value, value)), narrow(slope)};
  }

  static double reference(double x, const double* parameters) {
    const double alpha = parameters[0];
    const long double y = x > 0.5 ? 1.0L - x : x;
    const double e = static_cast<double>(std::exp(alpha * y));
    const double value = std::log1p(-std::expm1(-alpha) * e / (1.0 + std::exp(-alpha) * e)) / alpha;
    return std::isnan(x) ? x : x > 0.5 ? 1.0 - value : value;
  }
  static double reference_slope(double x, const double* parameters) {
    const double alpha = parameters[0];
    const long double y = x > 0.5 ? 1.0L - x : x;
    const double e = static_cast<double>(std::exp(alpha * y));
    return std::isnan(x) ? x : -std::expm1(-alpha) * e / ((1.0 + e) * (1.0 + std::exp(-alpha) * e));
  }

 private:
  // y.
  static F64x4 folded(F32x4 x) {
    const F64x4 finite = widen_finite(x);
    return minimum(finite, F64x4::splat(1.0) - finite);
  }
  static Mask32x4 left(F32x4 x) { return (x < F32x4::zero()) | (x > F32x4::splat(1.0f)); }
  F64x4 c() const { return -wide_exp(-widen(alpha)).expm1; }
};

}  // namespace playground
