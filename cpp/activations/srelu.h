// S-shaped ReLU (Jin et al. 2015): three lines, all but the middle one's slope learned. The outer lines own the kinks:
// f'(t_l) = a_l, f'(t_r) = a_r. Learning may move t_l beyond t_r; the left line is then asked first. An outer line may
// cross zero anywhere; it is drawn from there.
#pragma once

#include <cmath>

#include "cpp/catalogue/description.h"
#include "cpp/math/lines.h"

namespace playground {

struct Srelu {
  F32x4 t_l;
  F32x4 a_l;
  F32x4 t_r;
  F32x4 a_r;

  static constexpr Description description{
      .id = "srelu",
      .name_en = "SReLU (S-shaped ReLU)",
      .name_zh = "S 形 ReLU",
      .kind = Kind::parametric_learned,
      .formula = R"(\begin{cases}t_l+a_l(x-t_l),&x\le t_l\\x,&t_l<x<t_r\\t_r+a_r(x-t_r),&x\ge t_r\end{cases})",
      .derivative = R"(\begin{cases}a_l,&x\le t_l\\1,&t_l<x<t_r\\a_r,&x\ge t_r\end{cases})",
      .bound = {.value_ulp = 2},
  };
  static constexpr std::array<Parameter, 4> parameters{{
      {.name = "t_l", .latex = "t_l", .initial = -1.0f, .minimum = -10.0f, .maximum = 0.0f, .learned = true},
      {.name = "a_l", .latex = "a_l", .initial = 0.7f, .minimum = -2.0f, .maximum = 2.0f, .learned = true},
      {.name = "t_r", .latex = "t_r", .initial = 1.0f, .minimum = 0.0f, .maximum = 10.0f, .learned = true},
      {.name = "a_r", .latex = "a_r", .initial = 0.4f, .minimum = -2.0f, .maximum = 2.0f, .learned = true},
  }};

  template <class Run>
  void choose(Run&& run) const;
  F32x4 value(F32x4 x) const { return select(x <= t_l, line(x, t_l, a_l), select(x >= t_r, line(x, t_r, a_r), x)); }
  F32x4 slope(F32x4 x) const { return nan_or(x, select(x <= t_l, a_l, select(x >= t_r, a_r, F32x4::splat(1.0f)))); }
  Dual value_and_slope(F32x4 x) const { return {value(x), slope(x)}; }
  std::array<F32x4, 4> parameter_slopes(F32x4 x) const {
    const F32x4 one = F32x4::splat(1.0f);
    const Mask32x4 left = x <= t_l;
    const Mask32x4 right = (x >= t_r) & !left;
    const F32x4 nan_or_zero = select(is_nan(x), x, F32x4::zero());
    return {select(left, one - a_l, nan_or_zero), select(left, x - t_l, nan_or_zero),
            select(right, one - a_r, nan_or_zero), select(right, x - t_r, nan_or_zero)};
  }

  static double reference(double x, const double* parameters) {
    const auto [t_l, a_l, t_r, a_r] = std::array{parameters[0], parameters[1], parameters[2], parameters[3]};
    if (x <= t_l) return a_l == 0.0 ? t_l : t_l + a_l * (x - t_l);
    if (x >= t_r) return a_r == 0.0 ? t_r : t_r + a_r * (x - t_r);
    return x;
  }
  static double reference_slope(double x, const double* parameters) {
    return std::isnan(x) ? x : x <= parameters[0] ? parameters[1] : x >= parameters[2] ? parameters[3] : 1.0;
  }
  static double reference_parameter_slope(double x, const double* parameters, size_t k) {
    if (std::isnan(x)) return x;
    const bool left = x <= parameters[0];
    const bool mine = k < 2 ? left : !left && x >= parameters[2];
    const size_t t = k < 2 ? 0 : 2;
    return !mine ? 0.0 : k == t ? 1.0 - parameters[t + 1] : x - parameters[t];
  }

 private:
  // t + a (x - t) as steep (scaled x - root), the root a sum of two float32: the first difference is exact where it
  // cancels. The scale is 1, or so small that the root of a nearly flat line is a float32 too; a flat line stays at t,
  // at infinity too, as t (0 + 1).
  static Mask32x4 nearly_flat(F32x4 a) { return abs(a) < F32x4::splat(0x1p-80f); }
  static F32x4 line(F32x4 x, F32x4 t, F32x4 a) {
    const F64x4 one = F64x4::splat(1.0);
    const Mask32x4 sloping = !(a == F32x4::zero());
    const F32x4 scale = select(nearly_flat(a), F32x4::splat(0x1p-80f), F32x4::splat(1.0f));
    const F64x4 wide = widen(a);
    const F64x4 root = widen(scale) * widen(t) * (wide - one) / wide;
    const F32x4 upper = select(sloping, narrow(root), F32x4::splat(-1.0f));
    const F32x4 lower = keep_where(sloping, narrow(root - widen(upper)));
    const F32x4 steep = select(sloping, narrow(wide / widen(scale)), t);
    return steep * ((keep_where(sloping, x) * scale - upper) - lower);
  }
};

// The same by a table, for outer lines that are not flat or nearly so.
struct SreluLines {
  static constexpr const Description& description = Srelu::description;

  F32x4 t_l;
  F32x4 t_r;
  Lines lines;  // the middle one, left, right, and left where both would be

  explicit SreluLines(const Srelu& f) : t_l(f.t_l), t_r(f.t_r), lines(of(f)) {}

  F32x4 value(F32x4 x) const { return lines.value(x, places(x)); }
  Dual value_and_slope(F32x4 x) const { return lines.value_and_slope(x, places(x)); }

 private:
  static Lines of(const Srelu& f) {
    const F32x4 one = F32x4::splat(1.0f);
    const F32x4 zero = F32x4::zero();
    F32x4 slopes[]{one, f.a_l, f.a_r, f.a_l};
    F32x4 kinks[]{zero, f.t_l, f.t_r, f.t_l};
    transpose(slopes);
    transpose(kinks);
    const F64x4 slope = widen(slopes[0]);
    return {slope, widen(kinks[0]) * (slope - widen(one)) / slope};
  }
  I32x4 places(F32x4 x) const {
    return (first_line() + keep_where(x <= t_l, lines_on(1))) + keep_where(x >= t_r, lines_on(2));
  }
};

template <class Run>
void Srelu::choose(Run&& run) const {
  if ((nearly_flat(a_l) | nearly_flat(a_r)).any()) {
    run(*this);
  } else {
    run(SreluLines(*this));
  }
}

}  // namespace playground
