// cpp/analysis: measured properties against what is known of each function.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "cpp/analysis/properties.h"
#include "cpp/catalogue/catalogue.h"

namespace playground {
namespace {

constexpr float infinity = std::numeric_limits<float>::infinity();
constexpr Saturation none = Saturation::none, soft = Saturation::soft, hard = Saturation::hard;

std::vector<float> defaults(const CatalogueEntry& entry) {
  std::vector<float> values;
  for (const Parameter& parameter : entry.parameters) values.push_back(parameter.initial);
  return values;
}

Properties properties_of(const std::string& id) {
  const CatalogueEntry* entry = find_activation(id);
  EXPECT_NE(entry, nullptr) << id;
  return measure(*entry, defaults(*entry));
}

Properties properties_of(const std::string& id, float parameter) {
  return measure(*find_activation(id), std::vector<float>{parameter});
}

std::string text(const std::vector<Jump>& jumps) {
  std::string all;
  for (const Jump& jump : jumps) {
    char one[120];
    std::snprintf(one, sizeof one, "%g: %g %g %g; ", jump.x, jump.left, jump.at, jump.right);
    all += one;
  }
  return all;
}

// One row of analysis_reference.inc.
struct Known {
  const char* id;
  double slope_bound;
  Saturation left, right;
  const char* value_jumps;
  const char* slope_jumps;
  double lowest;
  bool lowest_attained;
  double highest;
  bool highest_attained;
  Continuity continuity;
  Monotonicity monotonicity;
  Symmetry symmetry;
  bool zero_at_origin;
  double mean_value, mean_square, mean_square_slope;
};

const Known known[] = {
#include "tests/native/analysis_reference.inc"
};

const Known* find_known(std::string_view id) {
  for (const Known& fact : known) {
    if (id == fact.id) return &fact;
  }
  return nullptr;
}

bool close(float found, double expected) {
  return found == expected || std::fabs(found - expected) < 1e-6 * std::max(1.0, std::fabs(expected));
}

TEST(Properties, AgreeWithTheReferenceAtDefaults) {
  int compared = 0;
  for (const CatalogueEntry& entry : catalogue()) {
    if (!entry.element_wise()) continue;
    SCOPED_TRACE(entry.id());
    const Known* stated = find_known(entry.id());
    if (stated == nullptr) continue;  // a function of one's own, outside the reference
    ++compared;
    const Known& fact = *stated;
    const Properties found = measure(entry, defaults(entry));
    EXPECT_TRUE(close(found.slope_bound, fact.slope_bound)) << found.slope_bound;
    EXPECT_EQ(found.left, fact.left);
    EXPECT_EQ(found.right, fact.right);
    EXPECT_EQ(text(found.value_jumps), fact.value_jumps);
    EXPECT_EQ(text(found.slope_jumps), fact.slope_jumps);
    EXPECT_TRUE(close(found.lowest, fact.lowest)) << found.lowest;
    EXPECT_TRUE(close(found.highest, fact.highest)) << found.highest;
    EXPECT_EQ(found.lowest_attained, fact.lowest_attained);
    EXPECT_EQ(found.highest_attained, fact.highest_attained);
    EXPECT_EQ(found.bounded(), std::isfinite(fact.lowest) && std::isfinite(fact.highest));
    EXPECT_EQ(found.continuity, fact.continuity);
    EXPECT_EQ(found.monotonicity, fact.monotonicity);
    EXPECT_EQ(found.symmetry, fact.symmetry);
    EXPECT_EQ(found.zero_at_origin, fact.zero_at_origin);
    EXPECT_NEAR(found.mean_value, fact.mean_value, 2e-7 * std::max(1.0, fact.mean_value));
    EXPECT_NEAR(found.mean_square, fact.mean_square, 2e-7 * std::max(1.0, fact.mean_square));
    EXPECT_NEAR(found.forward_gain(), 1.0 / std::sqrt(fact.mean_square), 1e-6 * found.forward_gain());
    EXPECT_NEAR(found.mean_square_slope, fact.mean_square_slope, 2e-7 * std::max(1.0, fact.mean_square_slope));
    EXPECT_EQ(std::isfinite(found.left_end), fact.left != none);
    EXPECT_EQ(std::isfinite(found.right_end), fact.right != none);
  }
  EXPECT_EQ(compared, static_cast<int>(std::size(known)));
}

TEST(Properties, EndsLieWhereTheSlopeIsFlat) {
  // sigmoid' = s (1 - s) = 0.05 at s = (1 - sqrt(0.8)) / 2.
  const double s = 0.5 * (1.0 - std::sqrt(0.8));
  EXPECT_NEAR(properties_of("sigmoid").left_end, std::log(s / (1.0 - s)), 1e-5);
  EXPECT_NEAR(properties_of("sigmoid").right_end, -std::log(s / (1.0 - s)), 1e-5);
  // tanh' = 1 - t^2 = 0.05.
  EXPECT_NEAR(properties_of("tanh").left_end, -std::atanh(std::sqrt(0.95)), 1e-5);
  EXPECT_NEAR(properties_of("tanh").right_end, std::atanh(std::sqrt(0.95)), 1e-5);
  EXPECT_EQ(properties_of("relu").left_end, 0.0f);
  EXPECT_EQ(properties_of("relu").right_end, infinity);
  // alpha e^x = 0.05.
  EXPECT_NEAR(properties_of("elu").left_end, std::log(0.05), 1e-5);
  EXPECT_NEAR(properties_of("elu", 0.5f).left_end, std::log(0.1), 1e-5);
  // A left branch that is flat throughout saturates up to its kink.
  EXPECT_EQ(properties_of("elu", 0.04f).left_end, 0.0f);
  EXPECT_EQ(properties_of("identity").left_end, -infinity);
  // Non-monotonic tails: the outermost place at which |f'| reaches 0.05, on the way down.
  for (const char* id : {"gelu", "silu"}) {
    const Properties found = properties_of(id);
    const CatalogueEntry& entry = *find_activation(id);
    const auto slope = [&](float x) {
      float value, result;
      entry.kernels->value_and_slope(nullptr, &x, &value, &result, 1);
      return result;
    };
    EXPECT_NEAR(slope(found.left_end), -0.05, 1e-6) << id;
    EXPECT_LT(slope(found.left_end + 0.01f), -0.05) << id;
    for (float x = found.left_end; x > -200.0f; x -= 0.01f) ASSERT_LT(std::fabs(slope(x)), 0.05f) << id << ' ' << x;
  }
}

TEST(Properties, FollowTheParameters) {
  for (float theta : {0.5f, -0.3f, 0.1f, 1.0f / 3.0f}) {
    const Properties step = properties_of("binary_step", theta);
    ASSERT_EQ(step.value_jumps.size(), 1u) << theta;
    EXPECT_EQ(step.value_jumps[0].x, theta);
    EXPECT_EQ(step.value_jumps[0].left, 0.0f);
    EXPECT_EQ(step.value_jumps[0].at, 1.0f);
    EXPECT_EQ(step.value_jumps[0].right, 1.0f);
    EXPECT_EQ(step.left_end, theta);
    EXPECT_EQ(step.right_end, theta);
    EXPECT_TRUE(step.slope_jumps.empty());
    EXPECT_NEAR(step.mean_value, 0.5 * std::erfc(theta / std::sqrt(2.0)), 1e-7);
  }
  EXPECT_EQ(text(properties_of("elu", 0.5f).slope_jumps), "0: 0.5 0.5 1; ");
  EXPECT_EQ(text(properties_of("elu", 0.999f).slope_jumps), "0: 0.999 0.999 1; ");
  EXPECT_EQ(properties_of("elu", 0.5f).continuity, Continuity::c0);
  EXPECT_EQ(properties_of("elu", 2.0f).slope_bound, 2.0f);
  EXPECT_NEAR(properties_of("elu", 0.5f).lowest, -0.5f, 1e-6f);
  EXPECT_FALSE(properties_of("elu", 0.5f).lowest_attained);
}

TEST(Properties, SparsityIsTheMassOfExactZeros) {
  const auto below = [](double x) { return 0.5 * std::erfc(-x / std::sqrt(2.0)); };
  EXPECT_NEAR(properties_of("relu").sparsity, 0.5, 1e-7);
  EXPECT_NEAR(properties_of("binary_step", 0.3f).sparsity, below(0.3f), 1e-7);
  EXPECT_NEAR(properties_of("prelu", 0.0f).sparsity, 0.5, 1e-7);
  EXPECT_LT(properties_of("leaky_relu").sparsity, 1e-30);
  EXPECT_EQ(properties_of("sigmoid").sparsity, 0.0);
}

TEST(Properties, SmallConstantSlopeIsNoSaturation) {
  for (float slope : {0.04f, 0.01f, 1e-6f, -0.04f}) {
    const Properties found = properties_of("prelu", slope);
    EXPECT_EQ(found.left, none) << slope;
    EXPECT_EQ(found.left_end, -infinity) << slope;
    EXPECT_EQ(found.monotonicity, slope > 0 ? Monotonicity::strictly_increasing : Monotonicity::none) << slope;
  }
  const Properties leaky = properties_of("leaky_relu", 0.04f);
  EXPECT_EQ(leaky.left, none);
  EXPECT_EQ(leaky.left_end, -infinity);
}

TEST(Properties, OfPreluChangeWithItsSlope) {
  const Properties as_relu = properties_of("prelu", 0.0f);
  EXPECT_EQ(as_relu.left, hard);
  EXPECT_EQ(as_relu.left_end, 0.0f);
  EXPECT_EQ(as_relu.lowest, 0.0f);
  EXPECT_TRUE(as_relu.lowest_attained);
  EXPECT_EQ(as_relu.monotonicity, Monotonicity::weakly_increasing);
  const Properties as_identity = properties_of("prelu", 1.0f);
  EXPECT_TRUE(as_identity.slope_jumps.empty());
  EXPECT_EQ(as_identity.continuity, Continuity::smooth);
  EXPECT_EQ(as_identity.symmetry, Symmetry::odd);
  const Properties as_modulus = properties_of("prelu", -1.0f);
  EXPECT_EQ(as_modulus.symmetry, Symmetry::even);
  EXPECT_EQ(as_modulus.monotonicity, Monotonicity::none);
  EXPECT_EQ(as_modulus.lowest, 0.0f);
  EXPECT_FALSE(std::signbit(as_modulus.lowest));
  EXPECT_EQ(text(as_modulus.slope_jumps), "0: -1 -1 1; ");
  EXPECT_EQ(properties_of("prelu", -2.0f).slope_bound, 2.0f);
}

}  // namespace
}  // namespace playground
