// Probes against plain counting in double precision, from weights set by hand.
#include <gtest/gtest.h>

#include <cmath>

#include "tests/native/support.h"

namespace playground::test {
namespace {

Dataset line(const std::vector<float>& x) {
  Dataset data;
  data.inputs = data.outputs = 1;
  data.rows = data.train_rows = static_cast<int>(x.size());
  data.x = x;
  data.y.assign(x.size(), 1.0f);
  return data;
}

std::unique_ptr<Network> chain(const std::string& layer, const std::vector<float>& x) {
  auto spec = read_spec(R"({"inputs":1,"layers":[)" + layer +
                        R"(,{"type":"dense","units":1}],"loss":"mean_squared_error","batch_size":4,)" +
                        R"("optimizer":{"type":"sgd","learning_rate":0.1}})");
  EXPECT_TRUE(spec) << spec.error().message;
  auto network = Network::make(std::move(*spec), line(x));
  EXPECT_TRUE(network) << network.error().message;
  return std::move(*network);
}

void set(Network& network, const char* key, const std::vector<float>& values) {
  const auto error = network.set_values(network.arena().find(key), values);
  ASSERT_FALSE(error) << error->message;
}

const std::vector<float> inputs{-7.0f, -2.0f, -1.0f, 0.25f, 1.0f, 3.0f, 8.0f, 9.0f};

// Unit 0 passes x on, unit 1 is dead on all rows, unit 2 sees -x.
std::unique_ptr<Network> three_relu_units() {
  auto network = chain(R"({"type":"dense","units":3},{"type":"activation","id":"relu"})", inputs);
  set(*network, "0.weight", {1.0f, 0.0f, -1.0f});
  set(*network, "0.bias", {0.0f, -1.0f, 0.0f});
  set(*network, "2.weight", {2.0f, 5.0f, -1.0f});
  return network;
}

TEST(Probe, CountsReluUnits) {
  const auto network = three_relu_units();
  const Probe probe = network->probe({-5.0f, 5.0f, 10, 0});
  ASSERT_EQ(probe.layers.size(), 1u);
  const LayerProbe& layer = probe.layers[0];
  EXPECT_EQ(layer.layer, 1);
  EXPECT_NEAR(layer.dead, 1.0 / 3.0, 1e-6);
  // x < 0: 3 of 8 in unit 0, all 8 in unit 1, 5 of 8 in unit 2.
  EXPECT_NEAR(layer.saturated_left, 16.0 / 24.0, 1e-6);
  EXPECT_EQ(layer.saturated_right, 0.0f);
  EXPECT_NEAR(layer.mean_slope, 8.0 / 24.0, 1e-6);
  EXPECT_NEAR(layer.inputs.below, 3.0 / 24.0, 1e-6);
  EXPECT_NEAR(layer.inputs.above, 3.0 / 24.0, 1e-6);
  ASSERT_EQ(layer.inputs.bins.size(), 10u);
  float total = layer.inputs.below + layer.inputs.above;
  for (float bin : layer.inputs.bins) total += bin;
  EXPECT_NEAR(total, 1.0, 1e-6);
  // [-1, 0): -1 twice (x = -1, -x = -1), -0.25, and unit 1's eight.
  EXPECT_NEAR(layer.inputs.bins[4], 11.0 / 24.0, 1e-6);
  double sum = 0.0, squares = 0.0;
  for (float x : inputs) {
    for (double a : {std::max(x, 0.0f), std::max(-x, 0.0f)}) {
      sum += a;
      squares += a * a;
    }
  }
  EXPECT_NEAR(layer.mean, sum / 24, 1e-5);
  EXPECT_NEAR(layer.variance, squares / 24 - (sum / 24) * (sum / 24), 1e-4);
}

TEST(Probe, GradientNormIsOfTheMeanLossByPreActivations) {
  const auto network = three_relu_units();
  const Arena& arena = network->arena();
  const auto before = tensor_values(arena, 0, Arena::gradients);
  const Probe probe = network->probe({});
  EXPECT_EQ(tensor_values(arena, 0, Arena::gradients), before);
  double norm = 0.0;
  double by_weight[2] = {0.0, 0.0};
  double loss = 0.0;
  for (float x : inputs) {
    const double error = 2.0 * std::max(x, 0.0f) - std::max(-x, 0.0f) - 1.0;
    loss += error * error / 8.0;
    const double back = 2.0 * error / 8.0;
    if (x > 0) norm += std::pow(back * 2.0, 2);
    if (x < 0) norm += std::pow(back * -1.0, 2);
    by_weight[x < 0] += back * (x > 0 ? 2.0 : -1.0) * x;
  }
  EXPECT_NEAR(probe.layers[0].gradient_norm, std::sqrt(norm), 1e-5 * std::sqrt(norm));
  // Unit 0 sees x > 0, unit 2 x < 0, and unit 1 nothing.
  EXPECT_NEAR(probe.layers[0].weight_gradient_norm, std::hypot(by_weight[0], by_weight[1]),
              1e-5 * std::hypot(by_weight[0], by_weight[1]));
  EXPECT_NEAR(probe.train.loss, loss, 1e-5 * loss);
  EXPECT_EQ(probe.train.accuracy, -1.0f);
}

TEST(Probe, SaturationEndsAreTheFunctionsOwn) {
  const auto network = chain(R"({"type":"dense","units":1},{"type":"activation","id":"tanh"})", inputs);
  set(*network, "0.weight", {1.0f});
  const Probe probe = network->probe({});
  // 1 - tanh(2.18)^2 = 0.05.
  EXPECT_NEAR(probe.layers[0].saturated_left, 1.0 / 8.0, 1e-6);
  EXPECT_NEAR(probe.layers[0].saturated_right, 3.0 / 8.0, 1e-6);
  EXPECT_EQ(probe.layers[0].dead, 0.0f);
}

TEST(Probe, OfGatedLayersTheGatesAreCounted) {
  // Values at 3.5 and 4.5, gates at -1.5 and x.
  const auto network = chain(R"({"type":"dense","units":4},{"type":"activation","id":"glu"})", inputs);
  set(*network, "0.weight", {0.0f, 0.0f, 0.0f, 1.0f});
  set(*network, "0.bias", {3.5f, 4.5f, -1.5f, 0.0f});
  const LayerProbe layer = network->probe({-5.0f, 5.0f, 10, 0}).layers[0];
  EXPECT_NEAR(layer.inputs.below, 1.0 / 16.0, 1e-6);
  EXPECT_NEAR(layer.inputs.above, 2.0 / 16.0, 1e-6);
  const std::vector<float> expected{0, 0, 0, 9, 1, 1, 1, 0, 1, 0};
  for (size_t bin = 0; bin < expected.size(); ++bin)
    EXPECT_NEAR(layer.inputs.bins[bin], expected[bin] / 16, 1e-6) << bin;
}

// Two pieces of one input meet: on the line through the mean they are the pieces themselves.
TEST(Probe, MaxoutPiecesOnTheirLine) {
  const auto network = chain(R"({"type":"maxout","units":1,"pieces":2})", inputs);
  set(*network, "0.weight", {-0.5f, 2.0f});
  set(*network, "0.bias", {1.0f, 0.0f});
  const Probe probe = network->probe({-20.0f, 20.0f, 40, 0});
  const LayerProbe& layer = probe.layers[0];
  double mean = 0.0;
  for (float x : inputs) mean += x / 8.0;
  ASSERT_EQ(layer.pieces.slopes.size(), 2u);
  // The direction is +1: from piece 0 to piece 1 the weight grows.
  EXPECT_FLOAT_EQ(layer.pieces.slopes[0], -0.5f);
  EXPECT_FLOAT_EQ(layer.pieces.slopes[1], 2.0f);
  EXPECT_NEAR(layer.pieces.intercepts[0], 1.0 - 0.5 * mean, 1e-5);
  EXPECT_NEAR(layer.pieces.intercepts[1], 2.0 * mean, 1e-5);
  // Piece 0 wins where 1 - x / 2 > 2 x, that is x < 0.4: four rows of slope 0.5, four of slope 2.
  EXPECT_NEAR(layer.mean_slope, (4 * 0.5 + 4 * 2.0) / 8.0, 1e-5);
  double above = 0.0;
  for (int bin = 20; bin < 40; ++bin) above += layer.inputs.bins[bin];
  int expected = 0;
  for (float x : inputs) expected += x >= mean;
  EXPECT_NEAR(above, expected / 8.0, 1e-6);
}

}  // namespace
}  // namespace playground::test
