// Natural-logarithm ReLU (Liu et al. 2019). f'(0) = 0, as ReLU has it.
//
// 1 + beta x = 2^n (1 + f) as in log.h. f = 2^-n beta x + (2^-n - 1) rounds once, and 2^-n goes in before beta, so that
// nothing overflows. n comes from (1 + beta x) / 256. The slope is 1 / (x + 1 / beta).
#pragma once

#include <cmath>
#include <limits>

#include "cpp/catalogue/description.h"
#include "cpp/math/log.h"

namespace playground {

struct Nlrelu {
  F32x4 beta;

  static constexpr Description description{
      .id = "nlrelu",
      .name_en = "NLReLU (natural-log ReLU)",
      .name_zh = "自然对数 ReLU",
      .kind = Kind::elementwise,
      .formula = R"(\ln(1+\beta\max(0,x)))",
      .derivative = R"(\begin{cases}\frac{\beta}{1+\beta x},&x>0\\0,&x\le 0\end{cases})",
      .bound = {.value_ulp = 2, .slope_ulp = 2},
  };
  static constexpr std::array<Parameter, 1> parameters{{
      {.name = "beta", .latex = R"(\beta)", .initial = 1.0f, .minimum = 0.1f, .maximum = 10.0f},
  }};

  // n, f, and s = f / (2 + f).
  struct Fraction {
    I32x4 n;
    F32x4 f;
    F32x4 s;
  };
  Fraction pass(F32x4 x) const {
    const F32x4 one = F32x4::splat(1.0f);
    const F32x4 positive = maximum(x, F32x4::zero());
    const F32x4 down = F32x4::splat(0x1p-8f);
    const F32x4 scaled_beta = beta * down;
    const I32x4 scaled_bits = bits(down + positive * scaled_beta) - I32x4::splat(detail::bits_of_sqrt_half - (8 << 23));
    const I32x4 n = scaled_bits.shift_right<23>();
    const F32x4 power = from_bits(I32x4::splat((127 + 8) << 23) - n.shift_left<23>());
    const F32x4 f = positive * power * scaled_beta + (power * down - one);
    return {n, f, f / (F32x4::splat(2.0f) + f)};
  }
  F32x4 value(F32x4 x, const Fraction& fraction) const {
    const auto [n, f, s] = fraction;
    // log(1 + f) = f - (f^2 / 2 - s (f^2 / 2 + R)) with 2 artanh(s) = 2 s + s R(s^2).
    const F32x4 y = s * s;
    const F32x4 rest = y * polynomial(y, 0x1.555556p-1f, 0x1.99986ep-2f, 0x1.24c11cp-2f, 0x1.ce9148p-3f);
    const F32x4 half_square = F32x4::splat(0.5f) * f * f;
    const F32x4 n_float = to_float(n);
    const F32x4 lower = n_float * F32x4::splat(ln2_lower) + s * (half_square + rest);
    const F32x4 result = n_float * F32x4::splat(ln2_upper) + (f - (half_square - lower));
    const F32x4 positive = maximum(x, F32x4::zero());
    return select(positive < F32x4::splat(std::numeric_limits<float>::infinity()), result, positive);
  }
  Dual value_and_slope(F32x4 x, const Fraction& fraction) const {
    const F32x4 one = F32x4::splat(1.0f);
    return {value(x, fraction), select(x <= F32x4::zero(), F32x4::zero(), one / (x + one / beta))};
  }

  static double reference(double x, const double* parameters) { return x <= 0.0 ? 0.0 : std::log1p(parameters[0] * x); }
  static double reference_slope(double x, const double* parameters) {
    return x <= 0.0 ? 0.0 : parameters[0] / (1.0 + parameters[0] * x);
  }
};

}  // namespace playground
