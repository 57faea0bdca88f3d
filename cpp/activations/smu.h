// Smooth maximum unit (Biswas et al. 2021): max(x, alpha x) with |x| smoothed as x erf(mu x). With z = mu (1 - alpha)
// x, t = |z|, q = erfc(t) / 2 and k = t e^(-t^2) / sqrt(pi):
//
//   f(x) = x (1 - (1 - alpha) q) on the right, x (alpha + (1 - alpha) q) on the left; f' has q - k in place of q;
//   df/d alpha = x (q - k), x (1 - (q - k));  df/d mu = k t / mu^2.
//
// The erf of the usual form would cancel on the left, where little but alpha is left of it.
#pragma once

#include <cmath>
#include <limits>
#include <numbers>

#include "cpp/catalogue/concepts.h"
#include "cpp/math/erf.h"

namespace playground {

struct Smu {
  F32x4 alpha;
  F32x4 mu;

  static constexpr Description description{
      .id = "smu",
      .name_en = "SMU (smooth maximum unit)",
      .name_zh = "SMU",
      .kind = Kind::parametric_learned,
      .formula = R"(\frac{(1+\alpha)x+(1-\alpha)x\operatorname{erf}(\mu(1-\alpha)x)}{2})",
      .derivative =
          R"(\frac{(1+\alpha)+(1-\alpha)\operatorname{erf}(z)}{2}+\frac{(1-\alpha)z}{\sqrt{\pi}}e^{-z^2},\\z=\mu(1-\alpha)x)",
      .bound = {.value_ulp = 1, .slope_ulp = 1, .slope_floor_in = everywhere},
      .aliases = "平滑最大单元",
  };
  static constexpr std::array<Parameter, 2> parameters{{
      {.name = "alpha", .latex = R"(\alpha)", .initial = 0.25f, .minimum = 0.01f, .maximum = 0.99f},
      {.name = "mu", .latex = R"(\mu)", .initial = 1e6f, .minimum = 0.1f, .maximum = 1e7f, .learned = true},
  }};

  template <class Run>
  void choose(Run&& run) const;
  ErfcReduction pass(F32x4 x) const { return reduce_erfc(argument(x)); }
  ErfcMiddle pass(F32x4, const ErfcReduction& reduced) const { return erfc_middle(reduced); }
  F64x4 pass(F32x4, const ErfcReduction& reduced, const ErfcMiddle& middle) const {
    return F64x4::splat(0.5) * erfc_parts(reduced, middle).erfc;
  }
  Dual value_and_slope(F32x4 x, const ErfcReduction&, const ErfcMiddle& middle, F64x4 q) const {
    return {narrow(widen(x) * share(x, q)), narrow(share(x, q - k(argument(x), middle.gaussian)))};
  }
  std::array<F32x4, 2> parameter_slopes(F32x4 x) const {
    const F64x4 t = argument(x);
    const ErfcParts parts = erfc_parts(t);
    const F64x4 k = this->k(t, parts.gaussian);
    const F64x4 rest = F64x4::splat(0.5) * parts.erfc - k;
    // Beyond z = 16 the rest is so small that times the largest float32 it is still 0.
    const F32x4 largest = F32x4::splat(std::numeric_limits<float>::max());
    const F64x4 right = widen(minimum(x, largest)) * rest;
    const F64x4 wide_mu = widen(mu);
    return {narrow(select(x < F32x4::zero(), widen(x) * (F64x4::splat(1.0) - rest), right)),
            narrow(k * t / (wide_mu * wide_mu))};
  }

  static double reference(double x, const double* parameters) {
    return x * reference_share(x, parameters[0], 0.5 * std::erfc(reference_t(x, parameters)));
  }
  static double reference_slope(double x, const double* parameters) {
    return reference_share(x, parameters[0], reference_rest(x, parameters));
  }
  static double reference_parameter_slope(double x, const double* parameters, size_t k) {
    const double rest = reference_rest(x, parameters);
    const double t = reference_t(x, parameters);
    if (k == 1) return t * t * std::exp(-t * t) * std::numbers::inv_sqrtpi / (parameters[1] * parameters[1]);
    return x < 0.0 ? x * (1.0 - rest) : rest == 0.0 ? 0.0 : x * rest;
  }

  // t = scale |x|, as far as q is anything.
  static constexpr double end = 16.0;
  F64x4 scale() const { return widen(mu) * (F64x4::splat(1.0) - widen(alpha)); }

 private:
  F64x4 argument(F32x4 x) const { return minimum(widen(abs(x)) * scale(), F64x4::splat(end)); }
  static F64x4 k(F64x4 t, F64x4 gaussian) { return t * gaussian * F64x4::splat(std::numbers::inv_sqrtpi); }
  // What f is of x.
  F64x4 share(F32x4 x, F64x4 q) const {
    const F64x4 one = F64x4::splat(1.0);
    const F64x4 wide_alpha = widen(alpha);
    const F64x4 part = (one - wide_alpha) * q;
    return select(x < F32x4::zero(), wide_alpha + part, one - part);
  }

  static double reference_t(double x, const double* parameters) {
    const double t = parameters[1] * (1.0 - parameters[0]) * std::abs(x);
    return t > 26.0 ? 26.0 : t;
  }
  static double reference_rest(double x, const double* parameters) {
    const double t = reference_t(x, parameters);
    return t == 26.0 ? 0.0 : 0.5 * std::erfc(t) - t * std::exp(-t * t) * std::numbers::inv_sqrtpi;
  }
  static double reference_share(double x, double alpha, double q) {
    return x < 0.0 ? alpha + (1.0 - alpha) * q : 1.0 - (1.0 - alpha) * q;
  }
};

// The same where f bends so close to zero that hardly a vector meets it: all others are multiplied by 1 or alpha. Which
// formula a lane gets depends on its neighbours, its bits do not: beyond the bend, with a margin of 1 %, the share of
// the full formula is 1 or alpha exactly, and the product of two float32 numbers rounds once in either.
struct SmuSteep {
  static constexpr const Description& description = Smu::description;

  Smu f;
  F32x4 bend = narrow(F64x4::splat(1.01 * Smu::end) / f.scale());

  F32x4 value(F32x4 x) const { return bends(x) ? value_and_slope_of(f, x).value : x * line(x); }
  Dual value_and_slope(F32x4 x) const {
    if (bends(x)) return value_and_slope_of(f, x);
    return {x * line(x), nan_or(x, line(x))};
  }

 private:
  bool bends(F32x4 x) const { return (abs(x) < bend).any(); }
  F32x4 line(F32x4 x) const { return select(x < F32x4::zero(), f.alpha, F32x4::splat(1.0f)); }
};

template <class Run>
void Smu::choose(Run&& run) const {
  if ((!(narrow(scale()) >= F32x4::splat(1e3f))).any()) {
    run(*this);
  } else {
    run(SmuSteep{*this});
  }
}

}  // namespace playground
