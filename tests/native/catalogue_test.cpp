// The catalogue as a whole: what every entry must say about itself, whatever it is.
#include "cpp/catalogue/catalogue.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>

#include "cpp/activations/maxout.h"

namespace playground {
namespace {

// tests/../cpp/activations: a header that the generated list left out would otherwise go unseen.
TEST(Catalogue, HoldsEveryHeaderUnderItsFileName) {
  std::set<std::string> files, ids;
  for (const auto& file : std::filesystem::directory_iterator(PLAYGROUND_TEST_DATA "/../cpp/activations")) {
    if (file.path().extension() == ".h") files.insert(file.path().stem().string());
  }
  for (const CatalogueEntry& entry : catalogue()) ids.insert(std::string(entry.id()));
  EXPECT_EQ(ids, files);
  EXPECT_EQ(ids.size(), catalogue().size());
}

TEST(Catalogue, FindsById) {
  for (const CatalogueEntry& entry : catalogue()) EXPECT_EQ(find_activation(entry.id()), &entry);
  EXPECT_EQ(find_activation("relu7"), nullptr);
  EXPECT_EQ(find_activation(""), nullptr);
  EXPECT_NE(known_ids().find(", relu, "), std::string::npos) << known_ids();
}

TEST(Catalogue, DescriptionsAndParametersAreComplete) {
  for (const CatalogueEntry& entry : catalogue()) {
    SCOPED_TRACE(entry.id());
    const Description& description = *entry.description;
    for (const char* text : {description.name_en, description.name_zh, description.formula, description.derivative}) {
      ASSERT_NE(text, nullptr);
      EXPECT_STRNE(text, "");
    }
    for (const Parameter& parameter : entry.parameters) {
      SCOPED_TRACE(parameter.name);
      EXPECT_STRNE(parameter.latex, "");
      EXPECT_LT(parameter.minimum, parameter.maximum);
      EXPECT_LE(parameter.minimum, parameter.initial);
      EXPECT_LE(parameter.initial, parameter.maximum);
      if (parameter.noise != Noise::none) {
        EXPECT_LT(parameter.noise_low, parameter.noise_high);
        EXPECT_GE(parameter.noise_low, parameter.minimum);
        EXPECT_LE(parameter.noise_high, parameter.maximum);
      }
    }
  }
}

TEST(Catalogue, KindsHaveTheirKernels) {
  for (const CatalogueEntry& entry : catalogue()) {
    SCOPED_TRACE(entry.id());
    const Kind kind = entry.description->kind;
    const bool rows = kind == Kind::row_wise || kind == Kind::gated || kind == Kind::pooled;
    EXPECT_NE(entry.element_wise(), entry.rows != nullptr);
    EXPECT_TRUE(kind == Kind::stochastic || (entry.rows != nullptr) == rows);
    EXPECT_EQ(entry.oracle() != nullptr, entry.element_wise());
    EXPECT_EQ(entry.row_oracle() != nullptr, entry.rows != nullptr);
    EXPECT_TRUE(!entry.rows || entry.rows->noisy == (kind == Kind::stochastic));
    if (!entry.element_wise()) continue;
    EXPECT_EQ(entry.kernels->slope_each_kernel != nullptr, kind == Kind::stochastic);
    const bool learns =
        std::any_of(entry.parameters.begin(), entry.parameters.end(), [](const Parameter& p) { return p.learned; });
    EXPECT_TRUE(learns || kind != Kind::parametric_learned);
    EXPECT_EQ(entry.kernels->has_parameter_slopes(), learns);
    EXPECT_EQ(entry.kernels->parameter_slope_each_kernel != nullptr, learns && kind == Kind::stochastic);
    EXPECT_EQ(entry.oracle()->parameter_slope != nullptr, learns);
  }
}

TEST(Maxout, TheFirstOfEqualPiecesStaysAndNanWins) {
  const float nan = std::numeric_limits<float>::quiet_NaN();
  const auto replaces = [](float best, float candidate) {
    return Maxout{}.replaces(F32x4::splat(best), F32x4::splat(candidate)).any();
  };
  EXPECT_TRUE(replaces(1.0f, 2.0f));
  EXPECT_FALSE(replaces(2.0f, 1.0f));
  EXPECT_FALSE(replaces(1.0f, 1.0f));
  EXPECT_FALSE(replaces(-0.0f, 0.0f));
  EXPECT_TRUE(replaces(1.0f, nan));
  EXPECT_FALSE(replaces(nan, 1.0f));
  EXPECT_FALSE(replaces(nan, nan));
}

}  // namespace
}  // namespace playground
