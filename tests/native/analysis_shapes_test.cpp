// cpp/analysis on functions made for the purpose, in plain C++: what the catalogue's first functions do not show, and
// what must not be mistaken for a jump.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "cpp/analysis/properties.h"

namespace playground {
namespace {

constexpr float infinity = std::numeric_limits<float>::infinity();
constexpr Saturation none = Saturation::none, soft = Saturation::soft, hard = Saturation::hard;

struct Pair {
  double value, slope;
};

// f: x, parameter -> value and slope, in double, rounded to float as a good kernel rounds.
template <Pair (*f)(double x, double parameter)>
Properties measured(float parameter = 0.0f) {
  ElementWiseKernels kernels{};
  kernels.slope_kernel = [](const void*, const float* parameters, const float* x, float* value, float* slope,
                            size_t n) {
    for (size_t i = 0; i < n; ++i) {
      const Pair pair = f(x[i], parameters[0]);
      value[i] = static_cast<float>(pair.value);
      slope[i] = static_cast<float>(pair.slope);
    }
  };
  return measure(kernels, std::span(&parameter, 1));
}

Pair sign(double x, double) { return {double(x > 0) - double(x < 0), 0.0}; }
Pair constant(double, double) { return {2.0, 0.0}; }
Pair hard_sigmoid(double x, double) {
  return {std::fmin(1.0, std::fmax(0.0, x / 6.0 + 0.5)), x > -3.0 && x < 3.0 ? 1.0 / 6.0 : 0.0};
}
Pair hard_swish(double x, double) {
  if (x <= -3.0) return {0.0, 0.0};
  if (x >= 3.0) return {x, 1.0};
  return {x * (x + 3.0) / 6.0, x / 3.0 + 0.5};
}
Pair soft_shrink(double x, double lambda) {
  if (x > lambda) return {x - lambda, 1.0};
  if (x < -lambda) return {x + lambda, 1.0};
  return {0.0, 0.0};
}
Pair hard_shrink(double x, double lambda) { return std::fabs(x) > lambda ? Pair{x, 1.0} : Pair{0.0, 0.0}; }
Pair squared_relu(double x, double) { return x > 0.0 ? Pair{x * x, 2.0 * x} : Pair{0.0, 0.0}; }
Pair cubed_relu(double x, double) { return x > 0.0 ? Pair{x * x * x, 3.0 * x * x} : Pair{0.0, 0.0}; }
// A kink far smaller than what the slope does over one cell of the grid.
Pair bent_wave(double x, double at) {
  const double kink = x > at ? 0.002 : 0.0;
  return {std::sin(30.0 * x) / 30.0 + kink * (x - at), std::cos(30.0 * x) + kink};
}
Pair steep_tanh(double x, double gain) {
  const double t = std::tanh(gain * x);
  const double c = std::cosh(gain * x);
  return {t, gain / (c * c)};
}
Pair sine(double x, double frequency) { return {std::sin(frequency * x), frequency * std::cos(frequency * x)}; }
Pair gaussian(double x, double) { return {std::exp(-x * x), -2.0 * x * std::exp(-x * x)}; }
Pair softsign(double x, double) {
  const double scale = 1.0 + std::fabs(x);
  return {x / scale, 1.0 / (scale * scale)};
}
Pair symlog(double x, double) { return {std::copysign(std::log1p(std::fabs(x)), x), 1.0 / (1.0 + std::fabs(x))}; }
Pair exponential(double x, double) { return {std::exp(x), std::exp(x)}; }
Pair falling(double x, double) { return {1.0 / (1.0 + std::exp(x)), -0.25 / std::pow(std::cosh(0.5 * x), 2)}; }
Pair root(double x, double) {
  return {std::copysign(std::sqrt(std::fabs(x) + 1.0) - 1.0, x), 0.5 / std::sqrt(std::fabs(x) + 1.0)};
}
// Continuous, with a slope that falls from 1 to 0 within 1e-4.
Pair narrow_bend(double x, double width) {
  const double u = std::fmin(1.0, std::fmax(0.0, x / width));
  const double area = x < 0.0 ? x : x > width ? width / 2.0 : x - x * x / (2.0 * width);
  return {area, 1.0 - u};
}

TEST(Shapes, JumpsAreFoundWhereTheyAre) {
  const Properties of_sign = measured<sign>();
  ASSERT_EQ(of_sign.value_jumps.size(), 1u);
  EXPECT_EQ(of_sign.value_jumps[0].x, 0.0f);
  EXPECT_EQ(of_sign.value_jumps[0].left, -1.0f);
  EXPECT_EQ(of_sign.value_jumps[0].at, 0.0f);
  EXPECT_EQ(of_sign.value_jumps[0].right, 1.0f);
  EXPECT_EQ(of_sign.symmetry, Symmetry::odd);
  EXPECT_EQ(of_sign.left_end, 0.0f);
  for (float lambda : {0.5f, 0.1f, 0.003f}) {
    const Properties shrink = measured<hard_shrink>(lambda);
    ASSERT_EQ(shrink.value_jumps.size(), 2u) << lambda;
    EXPECT_EQ(shrink.value_jumps[0].x, -lambda);
    EXPECT_EQ(shrink.value_jumps[1].x, lambda);
    EXPECT_EQ(shrink.value_jumps[1].at, 0.0f);
    EXPECT_EQ(shrink.slope_jumps.size(), 2u) << lambda;
    EXPECT_EQ(shrink.continuity, Continuity::discontinuous);
    EXPECT_EQ(shrink.monotonicity, Monotonicity::weakly_increasing);
  }
  const Properties soft_one = measured<soft_shrink>(0.1f);
  EXPECT_TRUE(soft_one.value_jumps.empty());
  ASSERT_EQ(soft_one.slope_jumps.size(), 2u);
  const Properties bent = measured<bent_wave>(0.1f);
  ASSERT_EQ(bent.slope_jumps.size(), 1u);
  EXPECT_EQ(bent.slope_jumps[0].x, 0.1f);
  EXPECT_EQ(soft_one.slope_jumps[0].left, 1.0f);
  EXPECT_EQ(soft_one.slope_jumps[0].right, 0.0f);
  EXPECT_EQ(soft_one.continuity, Continuity::c0);
  EXPECT_EQ(soft_one.monotonicity, Monotonicity::weakly_increasing);
  EXPECT_EQ(soft_one.symmetry, Symmetry::odd);
}

TEST(Shapes, SteepAndWavyFunctionsHaveNoJumps) {
  for (float gain : {1.0f, 30.0f, 1000.0f, 1e5f}) {
    const Properties found = measured<steep_tanh>(gain);
    EXPECT_TRUE(found.value_jumps.empty() && found.slope_jumps.empty()) << gain;
    EXPECT_EQ(found.left, soft) << gain;
    EXPECT_NEAR(found.slope_bound, gain, 1e-5 * gain);
  }
  for (float frequency : {1.0f, 10.0f, 100.0f}) {
    const Properties found = measured<sine>(frequency);
    EXPECT_TRUE(found.value_jumps.empty() && found.slope_jumps.empty()) << frequency;
    EXPECT_EQ(found.left, none);
    EXPECT_EQ(found.right, none);
    EXPECT_NEAR(found.highest, 1.0f, 1e-5f);
    EXPECT_TRUE(found.highest_attained);
    EXPECT_EQ(found.monotonicity, Monotonicity::none);
  }
  for (const Properties& found : {measured<gaussian>(), measured<exponential>(), measured<softsign>(),
                                  measured<squared_relu>(), measured<narrow_bend>(1e-4f), measured<root>()}) {
    EXPECT_TRUE(found.value_jumps.empty());
    EXPECT_TRUE(found.slope_jumps.empty());
  }
}

TEST(Shapes, HardAndSoftAreToldApart) {
  const Properties clipped = measured<hard_sigmoid>();
  EXPECT_EQ(clipped.left, hard);
  EXPECT_EQ(clipped.right, hard);
  EXPECT_EQ(clipped.left_end, -3.0f);
  EXPECT_EQ(clipped.right_end, 3.0f);
  EXPECT_TRUE(clipped.lowest_attained && clipped.highest_attained && clipped.bounded());
  const Properties swish = measured<hard_swish>();
  EXPECT_EQ(swish.left, hard);
  EXPECT_EQ(swish.left_end, -3.0f);
  EXPECT_EQ(swish.right, none);
  EXPECT_NEAR(swish.lowest, -0.375f, 1e-6f);
  EXPECT_FLOAT_EQ(swish.slope_bound, 1.5f);
  EXPECT_EQ(swish.slope_jumps.size(), 2u);
  // Comes down to zero smoothly, over an ordinary distance: the slopes just inside are small and yet not underflow.
  EXPECT_EQ(measured<squared_relu>().left, hard);
  EXPECT_EQ(measured<cubed_relu>().left, hard);
  EXPECT_EQ(measured<gaussian>().left, soft);
  EXPECT_EQ(measured<gaussian>().right, soft);
  EXPECT_EQ(measured<softsign>().left, soft);
  EXPECT_EQ(measured<symlog>().right, soft);
  EXPECT_EQ(measured<root>().right, soft);
  EXPECT_EQ(measured<exponential>().left, soft);
  EXPECT_EQ(measured<exponential>().right, none);
  EXPECT_EQ(measured<constant>().left, hard);
}

TEST(Shapes, RangesAndDirections) {
  const Properties bell = measured<gaussian>();
  EXPECT_EQ(bell.highest, 1.0f);
  EXPECT_TRUE(bell.highest_attained);
  EXPECT_EQ(bell.lowest, 0.0f);
  EXPECT_FALSE(bell.lowest_attained);
  EXPECT_EQ(bell.symmetry, Symmetry::even);
  EXPECT_NEAR(bell.mean_value, 1.0 / std::sqrt(3.0), 1e-7);
  const Properties slow = measured<softsign>();
  EXPECT_EQ(slow.highest, 1.0f);
  EXPECT_FALSE(slow.highest_attained);
  EXPECT_EQ(slow.monotonicity, Monotonicity::strictly_increasing);
  EXPECT_EQ(measured<symlog>().highest, infinity);
  EXPECT_EQ(measured<symlog>().lowest, -infinity);
  EXPECT_EQ(measured<exponential>().slope_bound, infinity);
  EXPECT_EQ(measured<squared_relu>().slope_bound, infinity);
  EXPECT_EQ(measured<squared_relu>().monotonicity, Monotonicity::weakly_increasing);
  EXPECT_NEAR(measured<squared_relu>().mean_square_slope, 2.0, 1e-6);
  EXPECT_EQ(measured<falling>().monotonicity, Monotonicity::strictly_decreasing);
  EXPECT_EQ(measured<constant>().monotonicity, Monotonicity::weakly_increasing);
  EXPECT_EQ(measured<constant>().lowest, measured<constant>().highest);
}

}  // namespace
}  // namespace playground
