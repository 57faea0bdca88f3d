// cpp/math over F32x4: the stated bounds over the whole float32 line, special values by exact rule, and equal bits
// everywhere. The oracle is the C library in float64, whose error is below 2^-28 of a float32 ULP.
#include <gtest/gtest.h>

#include <functional>
#include <numbers>

#include "cpp/math/atan.h"
#include "cpp/math/erf.h"
#include "cpp/math/exp_tail.h"
#include "cpp/math/expm1.h"
#include "cpp/math/gaussian.h"
#include "cpp/math/log1p.h"
#include "cpp/math/log1p_unit.h"
#include "cpp/math/logistic.h"
#include "cpp/math/power.h"
#include "cpp/math/tanh.h"
#include "cpp/math/trig.h"
#include "cpp/math/wide_tanh.h"
#include "tests/native/math_digest.h"

namespace playground::test {
namespace {

constexpr float infinity = std::numeric_limits<float>::infinity();
constexpr float nan = std::numeric_limits<float>::quiet_NaN();

struct Function {
  const char* name;
  F32x4 (*kernel)(F32x4);
  double (*oracle)(double);
  double bound_ulp;
  // Values at -inf, -0, +0, +inf.
  std::array<float, 4> at_ends;
};

void PrintTo(const Function& function, std::ostream* stream) { *stream << function.name; }

double logistic_oracle(double x) { return 1.0 / (1.0 + std::exp(-x)); }
double logistic_slope_oracle(double x) {
  const double e = std::exp(-std::abs(x));
  return e / ((1.0 + e) * (1.0 + e));
}
double gaussian_oracle(double x) { return std::exp(-x * x); }
double erf_slope_oracle(double x) { return 2.0 * std::numbers::inv_sqrtpi * gaussian_oracle(x); }
// The wide functions, rounded to float32; beyond their range, their value at its end.
F64x4 within(F32x4 x, float from, float to) { return widen(maximum(minimum(x, F32x4::splat(to)), F32x4::splat(from))); }
F32x4 wide_exp_value(F32x4 x) { return narrow(wide_exp(within(x, -120.0f, 100.0f)).exp); }
F32x4 wide_expm1(F32x4 x) { return narrow(wide_exp(within(x, -120.0f, 100.0f)).expm1); }
F32x4 wide_tanh_value(F32x4 x) { return narrow(wide_tanh(within(x, -60.0f, 60.0f)).value); }
F32x4 wide_tanh_slope(F32x4 x) { return narrow(wide_tanh(within(x, -60.0f, 60.0f)).slope); }
double atan_slope_oracle(double x) { return 1.0 / (1.0 + x * x); }
F32x4 wide_sin(F32x4 x) { return narrow(wide_sin_cos(widen(x)).sin); }
F32x4 wide_cos(F32x4 x) { return narrow(wide_sin_cos(widen(x)).cos); }
F32x4 power_of_input(F32x4 x) { return power(x, F32x4::splat(-2.3f)); }
double power_of_input_oracle(double x) { return x < 0.0 ? std::nan("") : std::pow(x, static_cast<double>(-2.3f)); }
F32x4 power_to_input(F32x4 x) { return power(F32x4::splat(1.7f), x); }
double power_to_input_oracle(double x) { return std::pow(static_cast<double>(1.7f), x); }
double tanh_slope_oracle(double x) { return 4.0 * logistic_slope_oracle(2.0 * x); }

// The helpers below hold on an interval: the kernels take the nearest point of it, and so do the oracles.
F32x4 tail_exp_of(F32x4 x) {
  const TailExp e = tail_exp(maximum(minimum(x, F32x4::splat(88.0f)), F32x4::splat(-120.0f)));
  return e.value * e.rest;
}
F32x4 tail_expm1_of(F32x4 x) {
  return tail_exp(maximum(minimum(x, F32x4::splat(88.0f)), F32x4::splat(-120.0f))).minus_one;
}
double tail_exp_oracle(double x) { return std::exp(x > 88.0 ? 88.0 : x); }
double tail_expm1_oracle(double x) { return std::expm1(x > 88.0 ? 88.0 : x); }

F32x4 log1p_unit_of(F32x4 x) {
  const F32x4 b = F32x4::splat(3.0f);
  return log1p_unit(log1p_quotient(minimum(abs(x), F32x4::splat(1.0f)), b), b);
}
double log1p_unit_oracle(double x) { return std::log1p(std::abs(x) > 1.0 ? 1.0 : std::abs(x)) / 3.0; }

const Function functions[] = {
    {"tail_exp", tail_exp_of, tail_exp_oracle, exp_bound_ulp, {0.0f, 1.0f, 1.0f, 0x1.f1056ep126f}},
    {"tail_expm1", tail_expm1_of, tail_expm1_oracle, expm1_bound_ulp, {-1.0f, 0.0f, 0.0f, 0x1.f1056ep126f}},
    {"log1p_unit",
     log1p_unit_of,
     log1p_unit_oracle,
     log1p_unit_bound_ulp,
     {0x1.d930400000000p-3f, 0.0f, 0.0f, 0x1.d930400000000p-3f}},
    {"exp", playground::exp, std::exp, exp_bound_ulp, {0.0f, 1.0f, 1.0f, infinity}},
    {"expm1", playground::expm1, std::expm1, expm1_bound_ulp, {-1.0f, 0.0f, 0.0f, infinity}},
    {"log", playground::log, std::log, log_bound_ulp, {nan, -infinity, -infinity, infinity}},
    {"log1p", playground::log1p, std::log1p, log1p_bound_ulp, {nan, 0.0f, 0.0f, infinity}},
    {"tanh", playground::tanh, std::tanh, tanh_bound_ulp, {-1.0f, -0.0f, 0.0f, 1.0f}},
    {"tanh_slope", tanh_slope, tanh_slope_oracle, tanh_slope_bound_ulp, {0.0f, 1.0f, 1.0f, 0.0f}},
    {"logistic", logistic, logistic_oracle, logistic_bound_ulp, {0.0f, 0.5f, 0.5f, 1.0f}},
    {"logistic_slope", logistic_slope, logistic_slope_oracle, logistic_slope_bound_ulp, {0.0f, 0.25f, 0.25f, 0.0f}},
    {"erfc", playground::erfc, std::erfc, erfc_bound_ulp, {2.0f, 1.0f, 1.0f, 0.0f}},
    {"atan", playground::atan, std::atan, atan_bound_ulp, {-0x1.921fb6p0f, -0.0f, 0.0f, 0x1.921fb6p0f}},
    {"atan_slope", atan_slope, atan_slope_oracle, atan_slope_bound_ulp, {0.0f, 1.0f, 1.0f, 0.0f}},
    {"erf", playground::erf, std::erf, erf_bound_ulp, {-1.0f, -0.0f, 0.0f, 1.0f}},
    {"erf_slope", erf_slope, erf_slope_oracle, erf_slope_bound_ulp, {0.0f, 0x1.20dd76p0f, 0x1.20dd76p0f, 0.0f}},
    {"wide_exp", wide_exp_value, std::exp, wide_bound_ulp, {0.0f, 1.0f, 1.0f, infinity}},
    {"wide_expm1", wide_expm1, std::expm1, wide_bound_ulp, {-1.0f, 0.0f, 0.0f, infinity}},
    {"wide_tanh", wide_tanh_value, std::tanh, wide_bound_ulp, {-1.0f, 0.0f, 0.0f, 1.0f}},
    {"wide_tanh_slope", wide_tanh_slope, tanh_slope_oracle, wide_bound_ulp, {0.0f, 1.0f, 1.0f, 0.0f}},
    {"sin", playground::sin, std::sin, sin_bound_ulp, {nan, -0.0f, 0.0f, nan}},
    {"cos", playground::cos, std::cos, cos_bound_ulp, {nan, 1.0f, 1.0f, nan}},
    {"power_of_input", power_of_input, power_of_input_oracle, wide_bound_ulp, {nan, infinity, infinity, 0.0f}},
    {"power_to_input", power_to_input, power_to_input_oracle, wide_bound_ulp, {0.0f, 1.0f, 1.0f, infinity}},
    {"wide_sin", wide_sin, std::sin, wide_bound_ulp, {nan, -0.0f, 0.0f, nan}},
    {"wide_cos", wide_cos, std::cos, wide_bound_ulp, {nan, 1.0f, 1.0f, nan}},
};

class MathFunction : public testing::TestWithParam<Function> {
 protected:
  void evaluate(std::span<const float> x, std::vector<float>& y) const {
    y.resize(x.size());
    for (size_t i = 0; i < x.size(); i += lanes) {
      std::array<float, lanes> padded{};
      const size_t count = std::min<size_t>(lanes, x.size() - i);
      std::copy_n(x.begin() + i, count, padded.begin());
      GetParam().kernel(F32x4::load(padded.data())).store(padded.data());
      std::copy_n(padded.begin(), count, y.begin() + i);
    }
  }
};

// ulp, not steps: the bound is on the error itself, for callers that reason with it.
TEST_P(MathFunction, IsWithinItsBound) {
  Worst worst;
  std::vector<float> y;
  sweep_bit_space(sweep_stride(), [&](std::span<const float> x) {
    evaluate(x, y);
    for (size_t i = 0; i < x.size(); ++i) worst.add(x[i], error_of(y[i], GetParam().oracle(x[i])));
  });
  print(worst, GetParam().name);
  EXPECT_LE(worst.error.ulp, GetParam().bound_ulp) << "at x = " << worst.at;
  EXPECT_EQ(worst.specials, 0) << "at x = " << worst.special_at;
}

TEST_P(MathFunction, IsExactAtTheEndsAndKeepsNan) {
  std::vector<float> y;
  evaluate(std::array{-infinity, -0.0f, 0.0f, infinity, nan}, y);
  for (size_t i = 0; i < 4; ++i) {
    const float expected = GetParam().at_ends[i];
    if (std::isnan(expected)) {
      EXPECT_TRUE(std::isnan(y[i])) << i;
    } else {
      EXPECT_EQ(y[i], expected) << i;
    }
  }
  EXPECT_TRUE(std::isnan(y[4]));
}

TEST_P(MathFunction, GivesTheSameBitsEverywhere) {
  BitDigest digest;
  std::vector<float> y;
  sweep_bit_space(digest_stride, [&](std::span<const float> x) {
    evaluate(x, y);
    digest.add(y);
  });
  expect_digest(std::string("math/") + GetParam().name, digest);
}

INSTANTIATE_TEST_SUITE_P(Math, MathFunction, testing::ValuesIn(functions),
                         [](const auto& test) { return std::string(test.param.name); });

TEST(Pair, HoldsSumsAndProductsExactly) {
  for (float a : {1.0f, -1.9999999f, 0x1.234567p20f, 3.1415927e-5f}) {
    for (float b : {1.0f, 0x1.fffffep-9f, -0x1.abcdefp3f, 1e-3f}) {
      const auto total = [](Pair pair) {
        return static_cast<double>(pair.upper.extract<0>()) + static_cast<double>(pair.lower.extract<0>());
      };
      const double wide_a = a;
      const double wide_b = b;
      EXPECT_EQ(total(exact_sum(F32x4::splat(a), F32x4::splat(b))), wide_a + wide_b) << a << " + " << b;
      EXPECT_EQ(total(exact_product(F32x4::splat(a), F32x4::splat(b))), wide_a * wide_b) << a << " * " << b;
      const double ratio = wide_a / wide_b;
      EXPECT_NEAR(total(quotient(F32x4::splat(a), F32x4::splat(b))), ratio, 0x1p-46 * std::abs(ratio))
          << a << " / " << b;
    }
  }
}

TEST(Scale, RoundsOnceIntoTheSubnormals) {
  for (int n : {-252, -150, -149, -126, -1, 0, 1, 127, 128, 254}) {
    for (float a : {1.0f, -1.75f, 1.41421354f}) {
      std::array<float, lanes> y;
      scale(F32x4::splat(a), I32x4::splat(n)).store(y.data());
      EXPECT_EQ(y[0], static_cast<float>(std::ldexp(static_cast<double>(a), n))) << a << " * 2^" << n;
    }
  }
}

}  // namespace
}  // namespace playground::test
