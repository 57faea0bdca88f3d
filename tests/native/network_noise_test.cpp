// What stochastic functions draw in training, and what stands in for it in evaluation: a layer alone, over a workspace.
#include <gtest/gtest.h>

#include <cmath>

#include "tests/native/support.h"

namespace playground::test {
namespace {

// One stochastic activation over x at every unit and sample.
class LayerAlone {
 public:
  static constexpr int width = 40;
  static constexpr int columns = 501;  // no multiple of a vector

  explicit LayerAlone(const std::string& activation) {
    auto spec =
        read_spec(R"({"inputs":40,"layers":[{"type":"activation","id":)" + activation +
                  R"(}],"loss":"mean_squared_error","batch_size":1,"optimizer":{"type":"sgd","learning_rate":0.1}})");
    EXPECT_TRUE(spec) << spec.error().message;
    layer_ = make_activation(arena_, 0, width, spec->layers[0]);
    arena_.allocate(0);
    Random weights(0, Stream::weights);
    layer_->initialize(arena_, {}, weights);
    workspace_ = std::make_unique<Workspace>(width, std::vector{width}, std::vector{layer_->auxiliary_rows()},
                                             layer_->scratch_rows(), layer_->scratches(), columns);
  }

  std::vector<double> outputs(float x, Random* noise) {
    const Matrix& input = workspace_->input();
    std::fill_n(input.data, input.size(), x);
    layer_->forward({*workspace_, 0, noise, nullptr, true, Gradients::none});
    std::vector<double> values;
    for (int u = 0; u < width; ++u) {
      const float* row = workspace_->output(0).row(u);
      values.insert(values.end(), row, row + columns);
    }
    return values;
  }

 private:
  Arena arena_;
  std::unique_ptr<Layer> layer_;
  std::unique_ptr<Workspace> workspace_;
};

struct Moments {
  double mean = 0.0;
  double variance = 0.0;
};

Moments moments_of(const std::vector<double>& values) {
  Moments moments;
  for (double value : values) moments.mean += value / static_cast<double>(values.size());
  for (double value : values) {
    moments.variance += (value - moments.mean) * (value - moments.mean) / static_cast<double>(values.size());
  }
  return moments;
}

struct Law {
  std::string activation;
  float x;
  double offset, factor;  // f(x) = offset + factor * draw
  double mean, variance;  // of the draw
};

const double half_normal_mean = std::sqrt(2.0 / 3.141592653589793);
// s(p (h - x)) - 1/2 of the noisy hard tanh at x = 5 and p = 1.
const double centred = 1.0 / (1.0 + std::exp(4.0)) - 0.5;

const Law laws[] = {
    {R"("rrelu")", -1.0f, 0.0, -1.0, 11.0 / 48.0, 25.0 / 6912.0},  // (1/3 - 1/8)^2 / 12
    {R"("probact","parameters":{"sigma":2})", 0.5f, 0.5, 2.0, 0.0, 1.0},
    {R"("noisy_hard_tanh","learned":["p"])", 5.0f, 1.15 - 0.15 * 5.0, 0.5 * centred* centred, half_normal_mean,
     1.0 - half_normal_mean* half_normal_mean},
};

// 20,040 draws: the bounds are five standard errors, of the variance with a kurtosis of at most 4.
TEST(Noise, HasTheMeanAndVarianceOfItsLaw) {
  for (const Law& law : laws) {
    SCOPED_TRACE(law.activation);
    Random random(11, Stream::activation_noise);
    std::vector<double> draws = LayerAlone(law.activation).outputs(law.x, &random);
    for (double& value : draws) value = (value - law.offset) / law.factor;
    const Moments found = moments_of(draws);
    const double n = static_cast<double>(draws.size());
    EXPECT_NEAR(found.mean, law.mean, 5.0 * std::sqrt(law.variance / n));
    EXPECT_NEAR(found.variance, law.variance, 5.0 * law.variance * std::sqrt(3.0 / n));
  }
}

TEST(Noise, IsItsMeanInEvaluation) {
  for (const Law& law : laws) {
    SCOPED_TRACE(law.activation);
    LayerAlone layer(law.activation);
    for (double value : layer.outputs(law.x, nullptr)) ASSERT_NEAR(value, law.offset + law.factor * law.mean, 1e-6);
    Random random(11, Stream::activation_noise);
    layer.outputs(law.x, &random);
    for (double value : layer.outputs(law.x, nullptr)) ASSERT_NEAR(value, law.offset + law.factor * law.mean, 1e-6);
  }
}

TEST(Noise, IsNotDrawnWhereItIsGiven) {
  LayerAlone layer(R"("probact","parameters":{"eps":0.5,"sigma":3})");
  Random random(11, Stream::activation_noise);
  for (double value : layer.outputs(0.25f, &random)) ASSERT_EQ(value, 1.75);
  Random untouched(11, Stream::activation_noise);
  EXPECT_EQ(random.next(), untouched.next());
}

TEST(Noise, ComesFromTheSeedAlone) {
  const std::string activation = R"("noisy_hard_sigmoid")";
  Random first(3, Stream::activation_noise), again(3, Stream::activation_noise), other(4, Stream::activation_noise);
  LayerAlone layer(activation);
  const std::vector<double> drawn = layer.outputs(7.0f, &first);
  EXPECT_NE(layer.outputs(7.0f, &first), drawn);  // anew in every pass
  EXPECT_EQ(LayerAlone(activation).outputs(7.0f, &again), drawn);
  EXPECT_NE(LayerAlone(activation).outputs(7.0f, &other), drawn);
}

}  // namespace
}  // namespace playground::test
