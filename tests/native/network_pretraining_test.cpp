// Greedy layer-wise pre-training: every hidden dense layer gets better at representing what lies below it, the same
// way every time, and nothing else is touched.
#include <gtest/gtest.h>

#include <sstream>

#include "cpp/datasets/table.h"
#include "tests/native/support.h"

namespace playground::test {
namespace {

// The page's own digits: 64 pixels and the class in every line.
Dataset digits(int most, float split) {
  std::istringstream lines(read_file("../web/assets/digits.csv"));
  std::vector<float> pixels;
  std::vector<int32_t> labels;
  std::string line;
  while (std::getline(lines, line) && static_cast<int>(labels.size()) < most) {
    if (line.empty() || line[0] < '0' || line[0] > '9') continue;
    std::istringstream cells(line);
    std::vector<float> numbers;
    for (std::string cell; std::getline(cells, cell, ',');) numbers.push_back(std::stof(cell));
    if (numbers.size() != 65) continue;
    labels.push_back(static_cast<int32_t>(numbers.back()));
    pixels.insert(pixels.end(), numbers.begin(), numbers.end() - 1);
  }
  EXPECT_GT(labels.size(), 100u);
  return make_table(Table{pixels, labels}, split, 1);
}

std::string spec_json(const std::string& activation, const std::string& pretraining, int depth = 3) {
  std::string hidden;
  for (int l = 0; l < depth; ++l) {
    hidden += R"({"type":"dense","units":24},{"type":"activation","id":")" + activation + R"("},)";
  }
  return R"({"inputs":64,"layers":[)" + hidden +
         R"({"type":"dense","units":10}],"loss":"softmax_cross_entropy","batch_size":64,)" +
         R"("optimizer":{"type":"sgd","learning_rate":0.1,"momentum":0.9},"shuffle":true)" + pretraining + "}";
}

std::unique_ptr<Network> network_of(const std::string& activation, const std::string& pretraining, int depth = 3) {
  auto spec = read_spec(spec_json(activation, pretraining, depth));
  EXPECT_TRUE(spec) << spec.error().message;
  auto network = Network::make(std::move(*spec), digits(600, 1.0f));
  EXPECT_TRUE(network) << network.error().message;
  return std::move(*network);
}

void expect_pretrained(const std::string& activation, const std::string& pretraining, double improvement) {
  const auto plain = network_of(activation, "");
  const auto network = network_of(activation, pretraining);
  ASSERT_EQ(network->pretraining().size(), 3u);
  for (size_t k = 0; k < 3; ++k) {
    const Reconstruction& layer = network->pretraining()[k];
    EXPECT_EQ(layer.layer, static_cast<int>(2 * k));
    ASSERT_EQ(layer.errors.size(), 9u);
    EXPECT_LT(layer.errors.back(), improvement * layer.errors.front()) << "layer " << layer.layer;
    EXPECT_LT(layer.errors.back(), 1.02 * layer.errors[4]);
  }
  EXPECT_EQ(network->step(), 0u);
  for (const char* key : {"0.weight", "2.weight", "4.weight"}) {
    EXPECT_NE(tensor_values(*network, network->arena().find(key)), tensor_values(*plain, plain->arena().find(key)));
  }
  for (const char* key : {"6.weight", "6.bias"}) {
    EXPECT_EQ(tensor_values(*network, network->arena().find(key)), tensor_values(*plain, plain->arena().find(key)));
  }
  const auto again = network_of(activation, pretraining);
  for (size_t k = 0; k < network->arena().tensors().size(); ++k) {
    EXPECT_EQ(tensor_values(*network, static_cast<int>(k)), tensor_values(*again, static_cast<int>(k)));
  }
}

TEST(Pretraining, Autoencoder) {
  expect_pretrained("tanh", R"(,"pretraining":{"method":"autoencoder","epochs":8})", 0.7);
}

TEST(Pretraining, Rbm) {
  expect_pretrained("sigmoid", R"(,"pretraining":{"method":"rbm","epochs":8,"learning_rate":0.3})", 0.9);
}

// Five sigmoid layers from Xavier's weights hardly move in these steps; pre-trained ones learn.
TEST(Pretraining, HelpsDeepSigmoids) {
  const auto accuracy = [](const std::string& pretraining) {
    const auto network = network_of("sigmoid", pretraining, 5);
    std::vector<float> losses(300);
    network->train(300, losses.data());
    return network->score(true).accuracy;
  };
  EXPECT_LT(accuracy(""), 0.4f);
  EXPECT_GT(accuracy(R"(,"pretraining":{"method":"rbm","epochs":40,"learning_rate":0.3})"), 0.8f);
  EXPECT_GT(accuracy(R"(,"pretraining":{"method":"autoencoder","epochs":40})"), 0.7f);
}

TEST(Pretraining, SaysWhatDoesNotFit) {
  const auto refused = [](const std::string& activation, const std::string& pretraining, const std::string& path) {
    const auto spec = read_spec(spec_json(activation, pretraining));
    ASSERT_FALSE(spec) << pretraining;
    EXPECT_EQ(spec.error().path, path) << spec.error().message;
  };
  refused("relu", R"(,"pretraining":{"method":"rbm","epochs":1})", "pretraining.method");
  refused("relu", R"(,"pretraining":{"method":"dbn","epochs":1})", "pretraining.method");
  refused("relu", R"(,"pretraining":{"method":"autoencoder"})", "pretraining.epochs");
  refused("relu", R"(,"pretraining":{"method":"autoencoder","epochs":1,"tied":true})", "pretraining.tied");
  auto spec = read_spec(
      spec_json("relu", R"(,"pretraining":{"method":"autoencoder","epochs":20,"learning_rate":1e5,"batch_size":16})"));
  ASSERT_TRUE(spec) << spec.error().message;
  const auto network = Network::make(std::move(*spec), digits(200, 1.0f));
  ASSERT_FALSE(network);
  EXPECT_EQ(network.error().path, "pretraining.learning_rate") << network.error().message;
}

}  // namespace
}  // namespace playground::test
