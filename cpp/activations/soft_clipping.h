// Soft clipping to [0, 1] (Klimek and Perelstein 2018). f(1 - x) = 1 - f(x), so y = min(x, 1 - x) is enough; with
// E = e^(alpha y), k = e^-alpha and c = 1 - k the quotient of the two logarithms' arguments is 1 + c E / (1 + k E):
//
//   f(y) = log(1 + c E / (1 + k E)) / alpha,   f'(y) = c E / ((1 + E) (1 + k E)).
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/erf.h"
#include "cpp/math/exp_tail.h"
#include "cpp/math/log1p.h"
#include "cpp/math/log1p_unit.h"

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
      .bound = {.value_ulp = 3, .slope_ulp = 4},
  };
  static constexpr std::array<Parameter, 1> parameters{{
      {.name = "alpha", .latex = R"(\alpha)", .initial = 0.5f, .minimum = 0.1f, .maximum = 100.0f},
  }};

  F32x4 value(F32x4 x) const { return value_and_slope(x).value; }
  Dual value_and_slope(F32x4 x) const {
    const F32x4 one = F32x4::splat(1.0f);
    const F32x4 half = F32x4::splat(0.5f);
    const Mask32x4 mirrored = x > half;
    // Where e^(alpha y) is 0 in float32 alpha y ends, so that no infinity comes in.
    const F32x4 end = F32x4::splat(120.0f) / alpha;
    const F32x4 limited = minimum(maximum(x, -end), one + end);
    const Pair mirror = exact_sum(one, -limited);
    const F32x4 y = maximum(select(mirrored, mirror.upper, limited), -end);
    Pair t = exact_product(alpha, y);
    // What c loses by its rounding goes in with the exponent.
    const F64x4 wide_k = detail::exp_wide(widen(-alpha));
    const F64x4 wide_c = F64x4::splat(1.0) - wide_k;
    const F32x4 k = narrow(wide_k);
    const F32x4 c = narrow(wide_c);
    t.lower = t.lower + keep_where(mirrored, alpha * mirror.lower) + narrow(wide_c - widen(c)) / c;
    const TailExp e = tail_exp(t);
    const F32x4 ce = c * e.value;
    const F32x4 denominator = one + k * e.value;
    const F32x4 value = logarithm(ce, denominator, half * (one + k) * e.value) * e.rest;
    return {select(mirrored, one - value, value), ce / ((one + e.value) * denominator) * e.rest};
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
  // log(1 + a / b) / alpha, given b + a / 2 - 1 too. Up to alpha = 1.3 the quotient is at most 1 and not formed.
  F32x4 logarithm(F32x4 a, F32x4 b, F32x4 mean_minus_one) const {
    const Mask32x4 small = alpha < F32x4::splat(1.3f);
    F32x4 result = a;
    if (small.any()) {
      const F32x4 quotient = a / (alpha + alpha * mean_minus_one);
      result = scaled_atanh(F32x4::splat(0.5f) * alpha * quotient, quotient);
    }
    if ((!small).any()) result = select(small, result, log1p(a / b) / alpha);
    return result;
  }
};

}  // namespace playground
