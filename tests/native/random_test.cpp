// cpp/math/random.h: the published sequence, ranges, moments, and independence of streams.
#include "cpp/math/random.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace playground {
namespace {

TEST(Random, Pcg32GivesItsPublishedOutput) {
  // pcg-c-basic's pcg32-demo: seed 42, sequence 54.
  Pcg32 generator(42, 54);
  for (uint32_t expected : {0xa15c02b7u, 0x7b47f409u, 0xba1d3330u, 0x83d2f293u, 0xbfa4784bu, 0xcbed606eu}) {
    EXPECT_EQ(generator.next(), expected);
  }
}

// The first draws of the product's own streams, so that no later change moves every seed's network unnoticed.
TEST(Random, SeedsAndStreamsKeepTheirMeaning) {
  Random weights(1, Stream::weights);
  EXPECT_EQ(weights.next(), 0x76acecfau);
  Random dataset(1, Stream::dataset);
  EXPECT_EQ(dataset.next(), 0x836e7e47u);
  Random layer(1, Stream::weights, 3);
  EXPECT_EQ(layer.normal(), 0x1.8d0b5b23056e7p-2);
}

// Its mean is Euler's constant, its variance pi^2 / 6; 100,000 draws stay within 5 standard errors.
TEST(Random, GumbelHasItsMoments) {
  Random random(7, Stream::activation_noise);
  constexpr int n = 100000;
  double sum = 0.0, squares = 0.0;
  for (int i = 0; i < n; ++i) {
    const double g = random.gumbel();
    ASSERT_TRUE(std::isfinite(g));
    sum += g;
    squares += g * g;
  }
  const double mean = sum / n;
  const double variance = std::pow(std::acos(-1.0), 2) / 6.0;
  EXPECT_NEAR(mean, 0.57721566490153286, 5.0 * std::sqrt(variance / n));
  EXPECT_NEAR(squares / n - mean * mean, variance, 5.0 * variance * std::sqrt((5.4 - 1.0) / n));
}

TEST(Random, UniformsFillTheirInterval) {
  Random random(7, Stream::dataset);
  double sum = 0.0;
  float lowest = 1.0f, highest = 0.0f;
  for (int i = 0; i < 100000; ++i) {
    const float u = random.uniform();
    lowest = std::min(lowest, u);
    highest = std::max(highest, u);
    sum += u;
    const double d = random.uniform_double();
    ASSERT_TRUE(d >= 0.0 && d < 1.0);
  }
  EXPECT_GE(lowest, 0.0f);
  EXPECT_LT(lowest, 1e-4f);
  EXPECT_LT(highest, 1.0f);
  EXPECT_GT(highest, 1.0f - 1e-4f);
  EXPECT_NEAR(sum / 100000, 0.5, 0.005);
}

TEST(Random, BelowIsUnbiased) {
  Random random(3, Stream::order);
  // Three quarters of 2^32: a plain remainder would give the lower third twice the chance.
  const uint32_t n = 3u << 30;
  int low = 0;
  for (int i = 0; i < 30000; ++i) {
    const uint32_t drawn = random.below(n);
    ASSERT_LT(drawn, n);
    low += drawn < 1u << 30;
  }
  EXPECT_NEAR(low, 10000, 400);
  EXPECT_EQ(random.below(1), 0u);
}

TEST(Random, NormalHasTheMomentsOfANormal) {
  Random random(5, Stream::weights);
  const int n = 200000;
  double moments[4] = {};
  int beyond_two = 0;
  for (int i = 0; i < n; ++i) {
    const double z = random.normal();
    double power = 1.0;
    for (double& moment : moments) moment += (power *= z) / n;
    beyond_two += std::fabs(z) > 2.0;
  }
  EXPECT_NEAR(moments[0], 0.0, 0.01);
  EXPECT_NEAR(moments[1], 1.0, 0.02);
  EXPECT_NEAR(moments[2], 0.0, 0.04);
  EXPECT_NEAR(moments[3], 3.0, 0.12);
  EXPECT_NEAR(beyond_two / double(n), 0.0455, 0.002);
}

TEST(Random, StreamsIndicesAndSeedsAreIndependent) {
  const auto draws = [](uint64_t seed, Stream stream, uint32_t index) {
    Random random(seed, stream, index);
    std::vector<double> values(4000);
    for (double& value : values) value = random.uniform_double() - 0.5;
    return values;
  };
  const std::vector<std::vector<double>> all = {
      draws(1, Stream::dataset, 0), draws(1, Stream::split, 0),   draws(1, Stream::order, 0),
      draws(1, Stream::weights, 0), draws(1, Stream::weights, 1), draws(1, Stream::activation_noise, 0),
      draws(2, Stream::weights, 0), draws(0, Stream::dataset, 0), draws(uint64_t{1} << 32, Stream::weights, 0)};
  for (size_t a = 0; a < all.size(); ++a) {
    for (size_t b = a + 1; b < all.size(); ++b) {
      const double product = std::inner_product(all[a].begin(), all[a].end(), all[b].begin(), 0.0);
      // Correlation of 4000 pairs: standard deviation 0.016.
      EXPECT_NEAR(12.0 * product / 4000, 0.0, 0.07) << a << " and " << b;
    }
  }
}

TEST(Random, ShuffleReachesEveryOrderEquallyOften) {
  Random random(11, Stream::order);
  int counts[27] = {};
  for (int i = 0; i < 12000; ++i) {
    std::vector<uint32_t> items = {0, 1, 2};
    shuffle(random, items);
    ++counts[items[0] * 9 + items[1] * 3 + items[2]];
  }
  int reached = 0;
  for (int count : counts) {
    if (count == 0) continue;
    ++reached;
    EXPECT_NEAR(count, 2000, 200);
  }
  EXPECT_EQ(reached, 6);
}

}  // namespace
}  // namespace playground
