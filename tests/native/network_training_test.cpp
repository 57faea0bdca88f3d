// What training promises besides its numbers: no allocation in a step, changes that keep the weights, divergence as a
// state, noise in training only.
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <limits>
#include <new>

#include "tests/native/support.h"

namespace {
size_t allocations = 0;
}

void* operator new(size_t size) {
  ++allocations;
  if (void* memory = std::malloc(size)) return memory;
  std::abort();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, size_t) noexcept { std::free(memory); }

namespace playground::test {
namespace {

std::string spec_of(const std::string& layers, const std::string& rest = "") {
  return R"({"inputs":2,"layers":[)" + layers +
         R"(,{"type":"dense","units":1}],"loss":"binary_cross_entropy","batch_size":10,)" +
         R"("optimizer":{"type":"adam","learning_rate":0.01},"shuffle":true,"dataset":{"name":"circle","size":60})" +
         rest + "}";
}

std::unique_ptr<Network> network_of(const std::string& json) {
  auto spec = read_spec(json);
  EXPECT_TRUE(spec) << spec.error().message;
  Dataset data = make_dataset(*spec->dataset);
  auto network = Network::make(std::move(*spec), std::move(data));
  EXPECT_TRUE(network) << network.error().message;
  return std::move(*network);
}

const std::string varied =
    R"({"type":"dense","units":8},{"type":"activation","id":"prelu","learned":["a"],"channels":8},)"
    R"({"type":"maxout","units":5,"pieces":3},{"type":"activation","id":"rrelu"},)"
    R"({"type":"dense","units":7},{"type":"activation","id":"gelu"})";

TEST(Training, AStepAllocatesNothing) {
  const auto network = network_of(spec_of(varied));
  std::vector<float> losses(100);
  network->train(1, losses.data());
  const size_t before = allocations;
  network->train(100, losses.data());
  EXPECT_EQ(allocations, before);
}

TEST(Training, InPiecesIsTheSameAsInOne) {
  const auto whole = network_of(spec_of(varied));
  const auto pieces = network_of(spec_of(varied));
  std::vector<float> a(50), b(50);
  whole->train(50, a.data());
  for (int k = 0; k < 50; k += 10) {
    pieces->train(10, b.data() + k);
    pieces->probe({});
    pieces->score(false);
  }
  EXPECT_EQ(a, b);
}

TEST(Training, SeedDecides) {
  std::vector<float> a(20), b(20), c(20);
  network_of(spec_of(varied, R"(,"seed":1)"))->train(20, a.data());
  network_of(spec_of(varied, R"(,"seed":1)"))->train(20, b.data());
  network_of(spec_of(varied, R"(,"seed":2)"))->train(20, c.data());
  EXPECT_EQ(a, b);
  EXPECT_NE(a, c);
}

// Lanes that differ in their activation only must start from the same numbers.
TEST(Training, SameInitialWeightsWhateverTheActivation) {
  const auto with = [](const std::string& layer) {
    return network_of(spec_of(R"({"type":"dense","units":6},)" + layer + R"(,{"type":"dense","units":6})"));
  };
  const auto relu = with(R"({"type":"activation","id":"relu"})");
  const auto prelu = with(R"({"type":"activation","id":"prelu","learned":["a"]})");
  for (const char* key : {"0.weight", "2.weight", "3.weight"}) {
    EXPECT_EQ(tensor_values(*relu, relu->arena().find(key)), tensor_values(*prelu, prelu->arena().find(key))) << key;
  }
  // A Maxout layer's first pieces are the dense layer's weights.
  const auto dense = network_of(spec_of(R"({"type":"dense","units":6})"));
  const auto maxout = network_of(spec_of(R"({"type":"maxout","units":6,"pieces":2})"));
  const Matrix plain = dense->arena().matrix(dense->arena().find("0.weight"), Arena::values);
  const Matrix pieces = maxout->arena().matrix(maxout->arena().find("0.weight"), Arena::values);
  for (int u = 0; u < 6; ++u) EXPECT_EQ(plain.row(u)[1] == pieces.row(2 * u)[1], true) << u;
}

TEST(Training, LearningRateAndBatchSizeKeepTheWeights) {
  const auto network = network_of(spec_of(varied));
  std::vector<float> losses(30);
  network->train(30, losses.data());
  const auto before = tensor_values(*network, 0);
  EXPECT_FALSE(network->set_learning_rate(0.001));
  EXPECT_FALSE(network->set_batch_size(7));
  EXPECT_EQ(tensor_values(*network, 0), before);
  network->train(30, losses.data());
  EXPECT_EQ(network->step(), 60u);
  EXPECT_NE(tensor_values(*network, 0), before);
  EXPECT_TRUE(network->set_learning_rate(-1.0));
  EXPECT_TRUE(network->set_learning_rate(std::numeric_limits<double>::quiet_NaN()));
  EXPECT_TRUE(network->set_batch_size(0));
}

TEST(Training, DivergenceIsAStateWithItsStep) {
  const std::string json = R"({"inputs":2,"layers":[{"type":"dense","units":8},{"type":"activation","id":"relu"},)"
                           R"({"type":"dense","units":1}],"loss":"mean_squared_error","batch_size":10,)"
                           R"("optimizer":{"type":"sgd","learning_rate":1000},"dataset":{"name":"circle","size":60}})";
  const auto network = network_of(json);
  std::vector<float> losses(200);
  network->train(200, losses.data());
  const int64_t at = network->diverged_at();
  ASSERT_GT(at, 0);
  ASSERT_LT(at, 200);
  for (int k = 0; k < at; ++k) EXPECT_TRUE(std::isfinite(losses[k])) << k;
  EXPECT_FALSE(std::isfinite(losses[at]));
  EXPECT_TRUE(std::isnan(losses[199]));
  EXPECT_LE(network->step(), static_cast<uint64_t>(at));
}

// Training samples its slope anew, evaluation uses the fixed one; giving the slope fixes it in both.
TEST(Training, RreluSamplesInTrainingOnly) {
  const auto with = [](const std::string& parameters) {
    return network_of(spec_of(R"({"type":"dense","units":8},{"type":"activation","id":"rrelu")" + parameters + "}"));
  };
  const auto sampled = with("");
  const auto fixed = with(R"(,"parameters":{"a":0.2291666716337204})");
  std::vector<float> x{-1.0f, 0.5f, 1.5f, -0.25f};
  std::vector<float> first(2), second(2);
  sampled->predict(x.data(), 2, first.data());
  fixed->predict(x.data(), 2, second.data());
  EXPECT_EQ(first, second);
  float a, b;
  sampled->train(1, &a);
  fixed->train(1, &b);
  EXPECT_NE(a, b);
  EXPECT_NEAR(a, b, 0.2);
}

}  // namespace
}  // namespace playground::test
