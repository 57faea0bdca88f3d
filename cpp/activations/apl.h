// Adaptive piecewise linear unit (Agostinelli et al. 2014) with two hinges, all four parameters learned. Every max(0,
// .) has slope 0 at its tie. On each piece f is c + f' x, drawn from where it crosses zero; where that is nowhere, or
// f' no float32, in float64.
#pragma once

#include <cmath>
#include <limits>

#include "cpp/catalogue/description.h"
#include "cpp/math/finite.h"
#include "cpp/math/lines.h"

namespace playground {

struct Apl {
  F32x4 a1;
  F32x4 b1;
  F32x4 a2;
  F32x4 b2;

  static constexpr Description description{
      .id = "apl",
      .name_en = "APL (adaptive piecewise linear, S=2)",
      .name_zh = "自适应分段线性 APL",
      .kind = Kind::parametric_learned,
      .formula = R"(\max(0,x)+a_1\max(0,-x+b_1)+a_2\max(0,-x+b_2))",
      .derivative = R"(\begin{cases}1,&x>0\\0,&x\le 0\end{cases}-a_1)"
                    R"(\begin{cases}1,&x<b_1\\0,&x\ge b_1\end{cases}-a_2\begin{cases}1,&x<b_2\\0,&x\ge b_2\end{cases})",
      .bound = {.value_ulp = 2, .slope_ulp = 1},
  };
  static constexpr std::array<Parameter, 4> parameters{{
      {.name = "a1", .latex = "a_1", .initial = 0.25f, .minimum = -2.0f, .maximum = 2.0f, .learned = true},
      {.name = "b1", .latex = "b_1", .initial = 0.0f, .minimum = -5.0f, .maximum = 5.0f, .learned = true},
      {.name = "a2", .latex = "a_2", .initial = -0.125f, .minimum = -2.0f, .maximum = 2.0f, .learned = true},
      {.name = "b2", .latex = "b_2", .initial = -1.0f, .minimum = -5.0f, .maximum = 5.0f, .learned = true},
  }};

  template <class Run>
  void choose(Run&& run) const;
  Dual value_and_slope(F32x4 x) const {
    const F64x4 wide = widen_finite(x);
    const F64x4 wide_b1 = widen_uniform(b1);
    const F64x4 wide_b2 = widen_uniform(b2);
    const F64x4 wide_a1 = widen_uniform(a1);
    const F64x4 wide_a2 = widen_uniform(a2);
    const F64x4 zero = F64x4::zero();
    const F64x4 rise = keep_where_greater(wide, zero, F64x4::splat(1.0)) -
                       (keep_where_greater(wide_b1, wide, wide_a1) + keep_where_greater(wide_b2, wide, wide_a2));
    const F64x4 start =
        keep_where_greater(wide_b1, wide, wide_a1 * wide_b1) + keep_where_greater(wide_b2, wide, wide_a2 * wide_b2);
    return {narrow(start + rise * wide), nan_or(x, narrow(rise))};
  }
  std::array<F32x4, 4> parameter_slopes(F32x4 x) const {
    const F32x4 nan_or_zero = select(is_nan(x), x, F32x4::zero());
    return {maximum(b1 - x, F32x4::zero()), select(x < b1, a1, nan_or_zero), maximum(b2 - x, F32x4::zero()),
            select(x < b2, a2, nan_or_zero)};
  }

  static double reference(double x, const double* parameters) {
    const double slope = reference_slope(x, parameters);
    const long double first = x < parameters[1] ? parameters[0] : 0.0L;
    const long double second = x < parameters[3] ? parameters[2] : 0.0L;
    const long double start = first * parameters[1] + second * parameters[3];
    return static_cast<double>(slope == 0.0 ? start : start + ((x > 0.0 ? 1.0L : 0.0L) - first - second) * x);
  }
  static double reference_slope(double x, const double* parameters) {
    if (std::isnan(x)) return x;
    const double hinges = (x < parameters[1] ? parameters[0] : 0.0) + (x < parameters[3] ? parameters[2] : 0.0);
    return (x > 0.0 ? 1.0 : 0.0) - hinges;
  }
  static double reference_parameter_slope(double x, const double* parameters, size_t k) {
    const double left = parameters[k | 1] - x;
    return std::isnan(x) ? x : left <= 0.0 ? 0.0 : k % 2 == 0 ? left : parameters[k - 1];
  }
};

// The same by its four pieces. One begins at each of the starts: b1, b2, and the smallest number above 0.
struct AplPieces {
  static constexpr const Description& description = Apl::description;

  F32x4 starts[3];  // in order
  Lines lines{F64x4::zero(), F64x4::zero()};
  bool all;  // every piece has a root, and a slope that is a float32: one rounding more would be too many

  explicit AplPieces(const Apl& f) {
    const F32x4 zero = F32x4::zero();
    const F32x4 above_zero = F32x4::splat(std::numeric_limits<float>::denorm_min());
    const F32x4 smaller = minimum(f.b1, f.b2);
    const F32x4 larger = maximum(f.b1, f.b2);
    starts[0] = minimum(smaller, above_zero);
    starts[1] = minimum(maximum(smaller, above_zero), larger);
    starts[2] = maximum(larger, above_zero);

    // The pieces, one a lane.
    constexpr float infinity = std::numeric_limits<float>::infinity();
    const std::array bounds{-infinity, starts[0].extract<0>(), starts[1].extract<0>(), starts[2].extract<0>(),
                            infinity};
    const F32x4 from = F32x4::load(bounds.data());
    const F32x4 to = F32x4::load(bounds.data() + 1);
    const F64x4 a1 = widen(keep_where(to <= f.b1, f.a1));
    const F64x4 a2 = widen(keep_where(to <= f.b2, f.a2));
    const F64x4 slope = widen(keep_where(above_zero <= from, F32x4::splat(1.0f))) - (a1 + a2);
    const F64x4 offset = a1 * widen(f.b1) + a2 * widen(f.b2);
    // A piece of nothing but zeros has a root, if it does not reach to infinity.
    const Mask32x4 nothing = (narrow(slope) == zero) & (narrow(offset) == zero) & (F32x4::splat(-infinity) < from);
    lines = {slope, select(nothing, F64x4::zero(), -offset / slope)};
    const Mask32x4 exact = narrow(slope - widen(lines.slopes)) == zero;
    all = !(!(exact & (abs(lines.upper_roots) < F32x4::splat(0x1p100f)))).any();
  }

  F32x4 value(F32x4 x) const { return lines.value(x, places(x)); }
  Dual value_and_slope(F32x4 x) const { return lines.value_and_slope(x, places(x)); }

 private:
  I32x4 places(F32x4 x) const {
    const I32x4 next = lines_on(1);
    return ((first_line() + keep_where(x >= starts[0], next)) + keep_where(x >= starts[1], next)) +
           keep_where(x >= starts[2], next);
  }
};

template <class Run>
void Apl::choose(Run&& run) const {
  const AplPieces pieces(*this);
  if (pieces.all) {
    run(pieces);
  } else {
    run(*this);
  }
}

}  // namespace playground
