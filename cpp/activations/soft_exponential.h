// Soft exponential (Godfrey and Gashler 2015): between logarithm (alpha = -1), identity (0) and exponential (1).
//
// alpha > 0, u = alpha x:              f(x) = (e^u - 1 + alpha^2) / alpha,  df/dalpha = 1 + x^2 ((u - 1) e^u + 1) / u^2
// alpha < 0, v = x + alpha, w = -alpha v:  f(x) = -log(1 + w) / alpha,
//                                      df/dalpha = 1 / (1 + w) + v^2 (log(1 + w) - w / (1 + w)) / w^2
//
// (u - 1) e^u + 1 = u^2 e^u k(-u) with k(s) = (e^s - 1 - s) / s^2. Where u or w is small f is a series, and alpha = 0
// is no special case. Left of the logarithm's domain all is NaN.
#pragma once

#include <cmath>
#include <limits>

#include "cpp/activations/identity.h"
#include "cpp/math/exp_tail.h"
#include "cpp/math/log.h"

namespace playground {

struct SoftExponential {
  F32x4 alpha;

  static constexpr Description description{
      .id = "soft_exponential",
      .name_en = "Soft exponential",
      .name_zh = "软指数",
      .kind = Kind::parametric_learned,
      .formula =
          R"(\begin{cases}-\frac{\ln(1-\alpha(x+\alpha))}{\alpha},&\alpha<0\\x,&\alpha=0\\\frac{e^{\alpha x}-1}{\alpha}+\alpha,&\alpha>0\end{cases})",
      .derivative =
          R"(\begin{cases}\frac{1}{1-\alpha(\alpha+x)},&\alpha<0\\1,&\alpha=0\\e^{\alpha x},&\alpha>0\end{cases})",
      .bound = {.value_ulp = 1, .slope_ulp = 4, .value_floor_in = {-3.0f, 0.0f}, .slope_floor_in = {-3.0f, 0.0f}},
  };
  static constexpr std::array<Parameter, 1> parameters{{
      {.name = "alpha", .latex = R"(\alpha)", .initial = 0.0f, .minimum = -1.0f, .maximum = 1.0f, .learned = true},
  }};

  // The default is the identity.
  template <class Run>
  void choose(Run&& run) const {
    if ((!(alpha == F32x4::zero())).any()) {
      run(*this);
    } else {
      run(Identity{});
    }
  }
  Dual value_and_slope(F32x4 x) const {
    const Mask32x4 logarithmic = alpha < F32x4::zero();
    Dual result{x, x};
    if (logarithmic.any()) result = log_branch(x);
    if ((!logarithmic).any()) {
      const Dual other = exp_branch(x);
      result = {select(logarithmic, result.value, other.value), select(logarithmic, result.slope, other.slope)};
    }
    return result;
  }
  std::array<F32x4, 1> parameter_slopes(F32x4 x) const {
    return {select(alpha < F32x4::zero(), log_parameter_slope(x), exp_parameter_slope(x))};
  }

  static double reference(double x, const double* parameters) {
    const long double a = parameters[0];
    if (a == 0.0L || std::isnan(x)) return x;
    if (a < 0.0L) return static_cast<double>(-log_of_sum(a, x) / a);
    const long double u = a * x;
    return static_cast<double>((u < -0.5L ? std::exp(u) - (1 - a) * (1 + a) : std::expm1(u) + a * a) / a);
  }
  static double reference_slope(double x, const double* parameters) {
    const long double a = parameters[0];
    if (a == 0.0L) return std::isnan(x) ? x : 1.0;
    return static_cast<double>(a > 0.0L ? std::exp(a * x) : 1 / inner_sum(a, x));
  }
  static double reference_parameter_slope(double x, const double* parameters, size_t) {
    const long double a = parameters[0];
    const long double wide = x;
    if (std::isnan(x) || a == 0.0L) return static_cast<double>(1 + wide * wide / 2);
    if (a > 0.0L) {
      const long double u = a * wide;
      if (u > 11000.0L) return std::numeric_limits<double>::infinity();
      if (u < -11000.0L) return static_cast<double>(1 + 1 / (a * a));
      // (u - 1) e^u + 1 = u^2 / 2 + u^3 / 3 + u^4 / 8 + ...
      const long double h =
          std::abs(u) < 1e-4L ? 0.5L + u / 3 + u * u / 8 + u * u * u / 30 : ((u - 1) * std::exp(u) + 1) / (u * u);
      return static_cast<double>(1 + wide * wide * h);
    }
    const long double sum = inner_sum(a, wide);
    const long double v = wide + a;
    const long double w = -a * v;
    if (sum == 0.0L || std::isinf(sum)) return static_cast<double>(std::abs(sum) + 1 / sum);
    const long double h = std::abs(w) < 1e-4L ? v * v * (0.5L - 2 * w / 3 + 0.75L * w * w - 0.8L * w * w * w)
                                              : (log_of_sum(a, wide) - w / sum) / (a * a);
    return static_cast<double>(h + 1 / sum);
  }

 private:
  static constexpr float largest = std::numeric_limits<float>::max();
  static constexpr float series_end = 0x1p-12f;

  // For the oracle: 1 + w without cancellation, NaN outside the domain; its logarithm.
  static long double inner_sum(long double a, long double x) {
    const long double sum = (1 - a) * (1 + a) - a * x;
    return sum < 0.0L ? std::numeric_limits<long double>::quiet_NaN() : sum;
  }
  static long double log_of_sum(long double a, long double x) {
    const long double w = -a * (x + a);
    return std::abs(w) < 0.5L ? std::log1p(w) : std::log(inner_sum(a, x));
  }

  // x where alpha x is within [-120, 89], and finite.
  F32x4 limit(F32x4 x) const {
    const F32x4 inverse = F32x4::splat(1.0f) / alpha;
    const F32x4 end = F32x4::splat(largest);
    return maximum(minimum(x, minimum(F32x4::splat(89.0f) * inverse, end)),
                   maximum(F32x4::splat(-120.0f) * inverse, -end));
  }

  Dual exp_branch(F32x4 x) const {
    const F32x4 one = F32x4::splat(1.0f);
    const F32x4 half = F32x4::splat(0.5f);
    const F32x4 limited = limit(x);
    const Pair u = exact_product(alpha, limited);
    // e^u / 2: 2^128 is no float32.
    const HalvedExp e = halved_exp(u);
    // 1 - alpha^2 to twice the digits: e^u - 1 + alpha^2 cancels.
    const Pair square = exact_product(alpha, alpha);
    const Pair kappa = exact_sum(one, -square.upper);
    const Pair difference = exact_sum(e.power, half * -kappa.upper);
    const Mask32x4 unscaled = e.power == half;
    const F32x4 upper = select(unscaled, half * square.upper, difference.upper);
    const F32x4 lower = select(unscaled, F32x4::zero(), difference.lower - half * kappa.lower) + half * square.lower;
    const F32x4 halved = (upper + e.power * e.fraction_minus_one) + lower;
    const F32x4 quotient = halved / alpha * select(kappa.upper == F32x4::zero(), e.rest, one);
    const F32x4 series = (x + alpha) + limited * (u.upper * (half + F32x4::splat(0x1.555556p-3f) * u.upper));
    const F32x4 halved_slope = e.power * e.fraction * e.rest;
    return {select(abs(u.upper) < F32x4::splat(series_end), series, quotient + quotient), halved_slope + halved_slope};
  }

  struct HalvedExp {
    F32x4 power;  // half a power of two, at least 2^-61
    F32x4 rest;
    F32x4 fraction;  // e^u = 2 power fraction rest
    F32x4 fraction_minus_one;
  };
  static HalvedExp halved_exp(Pair u) {
    detail::ExpReduction reduced = detail::reduce_exp(u.upper);
    reduced.lower = reduced.lower - u.lower;
    const F32x4 one = F32x4::splat(1.0f);
    const F32x4 correction = detail::exp_correction(reduced.upper, reduced.lower);
    const Pair sum = exact_sum_of_ordered(one, reduced.upper);
    const I32x4 beyond = reduced.exponent + I32x4::splat(60);
    const I32x4 rest = beyond & beyond.shift_right<31>();
    return {from_bits((reduced.exponent - rest + I32x4::splat(126)).shift_left<23>()),
            from_bits((rest + I32x4::splat(127)).shift_left<23>()), sum.upper + (sum.lower + correction),
            reduced.upper + correction};
  }

  F32x4 exp_parameter_slope(F32x4 x) const {
    const F32x4 one = F32x4::splat(1.0f);
    const F32x4 limited = limit(x);
    const Pair u = exact_product(alpha, limited);
    // k(-u) of the opening comment: for u < 0 all its terms are positive.
    const F32x4 k = polynomial(-u.upper, 0x1p-1f, 0x1.55555ap-3f, 0x1.55554ap-5f, 0x1.110f3ap-7f, 0x1.6c1f7cp-10f,
                               0x1.a0d646p-13f, 0x1.9bd842p-16f, 0x1.5eca36p-19f, 0x1.c847p-22f);
    const HalvedExp e = halved_exp(u);
    const F32x4 h = (k + k) * e.fraction * e.power;
    const F32x4 halved = (u.upper - one) * e.fraction * e.power;
    const F32x4 outer = (halved + (halved + one)) / alpha / alpha;
    const Mask32x4 inner = (u.upper > F32x4::splat(-2.0f)) & (u.upper < one);
    return one + select(inner | is_nan(x), limited * (limited * h), outer);
  }

  // 1 + w with w = -alpha (x + alpha), each to twice the digits.
  struct LogArgument {
    Pair v;
    Pair w;
    Pair sum;
  };
  LogArgument log_argument(F32x4 x) const {
    const F32x4 end = F32x4::splat(largest);
    const Pair v = exact_sum(maximum(minimum(x, end), -end), alpha);
    Pair w = exact_product(-alpha, v.upper);
    w.lower = w.lower - alpha * v.lower;
    Pair sum = exact_sum(F32x4::splat(1.0f), w.upper);
    sum = exact_sum_of_ordered(sum.upper, sum.lower + w.lower);
    return {v, w, sum};
  }
  // As log1p.h has it.
  static F32x4 log_of(const LogArgument& a) {
    const F32x4 one = F32x4::splat(1.0f);
    const Mask32x4 subnormal = a.sum.upper < F32x4::splat(0x1p-126f);
    const F32x4 normal = select(subnormal, a.sum.upper * F32x4::splat(0x1p23f), a.sum.upper);
    const I32x4 n = detail::log_exponent(normal);
    const F32x4 n_float = to_float(n) - keep_where(subnormal, F32x4::splat(23.0f));
    const Mask32x4 unscaled = n_float == F32x4::zero();
    const F32x4 f = select(unscaled, a.w.upper, detail::log_fraction(normal, n) - one);
    const F32x4 power = from_bits((I32x4::splat(128) - n).shift_left<23>()) * F32x4::splat(0.5f);
    const F32x4 lower = a.sum.lower * power * (one - (f - f * f));
    return detail::log_sum(n_float, f, select(unscaled, a.w.lower, lower));
  }
  // NaN left of the domain, at_edge on it, at_infinity for x = infinity.
  static F32x4 with_ends(F32x4 x, F32x4 sum, F32x4 inside, float at_edge, float at_infinity) {
    const F32x4 nan = F32x4::splat(std::numeric_limits<float>::quiet_NaN());
    const F32x4 edge = select(sum == F32x4::zero(), F32x4::splat(at_edge), nan);
    const F32x4 found = select(sum > F32x4::zero(), inside, edge);
    return select(x == F32x4::splat(std::numeric_limits<float>::infinity()), F32x4::splat(at_infinity), found);
  }

  Dual log_branch(F32x4 x) const {
    const LogArgument a = log_argument(x);
    const F32x4 w = a.w.upper;
    const F32x4 series =
        a.v.upper + (a.v.lower - a.v.upper * (w * (F32x4::splat(0.5f) - F32x4::splat(0x1.555556p-2f) * w)));
    const F32x4 inside = select(abs(w) < F32x4::splat(series_end), series, log_of(a) / -alpha);
    const float infinity = std::numeric_limits<float>::infinity();
    return {with_ends(x, a.sum.upper, inside, -infinity, infinity),
            with_ends(x, a.sum.upper, F32x4::splat(1.0f) / a.sum.upper, infinity, 0.0f)};
  }
  F32x4 log_parameter_slope(F32x4 x) const {
    const LogArgument a = log_argument(x);
    const F32x4 w = a.w.upper;
    const F32x4 h =
        polynomial(w, 0x1p-1f, -0x1.555556p-1f, 0x1.7ffff8p-1f, -0x1.9998fap-1f, 0x1.aaaf44p-1f, -0x1.b70b3cp-1f,
                   0x1.bf394ap-1f, -0x1.c0e59cp-1f, 0x1.d85fd4p-1f, -0x1.16ea4ap0f, 0x1.c0e6e4p-1f);
    const F32x4 outer = (log_of(a) - w / a.sum.upper) / alpha / alpha;
    const Mask32x4 inner = (w > F32x4::splat(-0.25f)) & (w < F32x4::splat(0.3f));
    const F32x4 inside = select(inner, a.v.upper * a.v.upper * h, outer) + F32x4::splat(1.0f) / a.sum.upper;
    const float infinity = std::numeric_limits<float>::infinity();
    return with_ends(x, a.sum.upper, inside, infinity, infinity);
  }
};

}  // namespace playground
