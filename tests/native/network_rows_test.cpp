// Layers of functions of rows: widths, errors, noise, probes. Their gradients stand in network_gradient_test.cpp.
#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "tests/native/support.h"

namespace playground::test {
namespace {

std::string spec_text(const std::string& layers, const std::string& loss = "mean_squared_error") {
  return R"({"inputs":2,"layers":[)" + layers + R"(],"loss":")" + loss +
         R"(","optimizer":{"type":"sgd","learning_rate":0.1},"batch_size":5,"seed":4})";
}

std::string activation(const std::string& id) { return R"({"type":"activation","id":")" + id + "\"}"; }
std::string dense(int units) { return R"({"type":"dense","units":)" + std::to_string(units) + "}"; }

// Points of a plane, with as many targets as the layers give.
std::unique_ptr<Network> network_of(const std::string& layers) {
  auto spec = read_spec(spec_text(layers));
  EXPECT_TRUE(spec) << spec.error().message;
  Dataset data;
  data.inputs = 2;
  data.outputs = spec->outputs();
  data.rows = data.train_rows = 10;
  Random random(3, Stream::dataset);
  for (int i = 0; i < data.rows * 2; ++i) data.x.push_back(static_cast<float>(random.normal()));
  data.y.assign(static_cast<size_t>(data.rows) * data.outputs, 0.5f);
  auto network = Network::make(std::move(*spec), std::move(data));
  EXPECT_TRUE(network) << network.error().message;
  return std::move(*network);
}

void expect_error(const std::string& layers, const std::string& code, const std::string& path,
                  const std::vector<std::string>& named) {
  const auto spec = read_spec(spec_text(layers));
  ASSERT_FALSE(spec) << layers;
  EXPECT_EQ(spec.error().code, code) << spec.error().message;
  EXPECT_EQ(spec.error().path, path) << spec.error().message;
  for (const std::string& word : named) {
    EXPECT_NE(spec.error().message.find(word), std::string::npos) << spec.error().message;
  }
}

TEST(RowLayers, ChangeTheWidth) {
  auto spec = read_spec(
      spec_text(dense(6) + "," + activation("crelu") + "," + activation("glu") + "," + activation("softmax")));
  ASSERT_TRUE(spec) << spec.error().message;
  EXPECT_EQ(spec->widths(), (std::vector<int>{6, 12, 6, 6}));
  EXPECT_EQ(spec->outputs(), 6);
}

TEST(RowLayers, NameWhatWidthIsValid) {
  expect_error(dense(7) + "," + activation("swiglu"), "shape", "layers[1].id", {"swiglu", "multiple of 2", "has 7"});
  expect_error(dense(4096) + "," + activation("crelu"), "out_of_range", "layers[1].id", {"crelu", "8192", "4096"});
  expect_error(dense(8) + "," + activation("maxout"), "unknown_activation", "layers[1].id", {"maxout", "softmax"});
  expect_error(dense(8) + R"(,{"type":"activation","id":"glu","learned":["alpha"]})", "unknown_parameter",
               "layers[1].learned", {"alpha", "none"});
  expect_error(dense(8) + R"(,{"type":"activation","id":"gumbel_softmax","parameters":{"tau":0}})", "out_of_range",
               "layers[1].parameters.tau", {"0"});
}

TEST(RowLayers, GumbelNoiseIsDrawnInTrainingOnly) {
  const auto trained_loss = [](const std::string& id, int steps) {
    const auto network = network_of(dense(3) + "," + activation(id));
    std::vector<float> losses(steps);
    network->train(steps, losses.data());
    return losses;
  };
  EXPECT_EQ(trained_loss("gumbel_softmax", 4), trained_loss("gumbel_softmax", 4)) << "one seed, the same draws";
  EXPECT_NE(trained_loss("gumbel_softmax", 1), trained_loss("softmax", 1));

  const auto noisy = network_of(dense(3) + "," + activation("gumbel_softmax"));
  const auto plain = network_of(dense(3) + "," + activation("softmax"));
  const std::array<float, 4> x{0.3f, -1.0f, 2.0f, 0.7f};
  std::array<float, 6> with_noise, without;
  noisy->predict(x.data(), 2, with_noise.data());
  plain->predict(x.data(), 2, without.data());
  // softmax divides by tau = 1, exactly.
  EXPECT_EQ(with_noise, without);
}

TEST(RowLayers, NothingPassesThroughHardmax) {
  const auto network = network_of(dense(3) + "," + activation("hardmax"));
  float loss;
  network->train(1, &loss);
  for (float gradient : tensor_values(*network, 0, Arena::gradients)) EXPECT_EQ(gradient, 0.0f);
}

TEST(RowLayers, ProbesCountTheirInputsAndClaimNoSlope) {
  const auto network = network_of(dense(4) + "," + activation("crelu") + "," + dense(1));
  const Probe probe = network->probe({-100.0f, 100.0f, 2, 0});
  ASSERT_EQ(probe.layers.size(), 1u);
  const LayerProbe& layer = probe.layers[0];
  EXPECT_FLOAT_EQ(layer.inputs.bins[0] + layer.inputs.bins[1], 1.0f);
  for (float none : {layer.mean_slope, layer.saturated_left, layer.saturated_right, layer.dead}) {
    EXPECT_TRUE(std::isnan(none));
  }
  EXPECT_GT(layer.variance, 0.0f);
  EXPECT_GT(layer.gradient_norm, 0.0f);
}

// Softmax of the inputs themselves: there is no layer below that would hold the gradient.
TEST(RowLayers, AFirstLayerKeepsItsGradientForTheProbe) {
  const auto first = network_of(activation("softmax") + "," + dense(1));
  float loss;
  first->train(1, &loss);
  EXPECT_TRUE(std::isfinite(loss));

  // The same behind a dense layer that is the identity.
  const auto second = network_of(dense(2) + "," + activation("softmax") + "," + dense(1));
  const auto set = [&](const char* key, const std::vector<float>& values) {
    ASSERT_FALSE(second->set_values(second->arena().find(key), values));
  };
  set("0.weight", {1.0f, 0.0f, 0.0f, 1.0f});
  set("2.weight", tensor_values(*first, first->arena().find("1.weight")));
  set("2.bias", tensor_values(*first, first->arena().find("1.bias")));
  const float norm = first->probe({}).layers[0].gradient_norm;
  EXPECT_GT(norm, 0.0f);
  EXPECT_EQ(norm, second->probe({}).layers[0].gradient_norm);
}

}  // namespace
}  // namespace playground::test
