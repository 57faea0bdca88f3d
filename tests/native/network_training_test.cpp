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

// Not inlined: g++ would see free() meet operator new and warn.
[[gnu::noinline]] void* operator new(size_t size) {
  ++allocations;
  if (void* memory = std::malloc(size)) return memory;
  std::abort();
}
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, size_t) noexcept { std::free(memory); }

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
    R"({"type":"dense","units":7},{"type":"activation","id":"gelu"},{"type":"activation","id":"crelu"},)"
    R"({"type":"activation","id":"glu"},{"type":"activation","id":"gumbel_softmax"})";

// The same with every optimiser that keeps something, a schedule, clipping and layers that act in training only.
std::string regularised(const std::string& optimizer) {
  std::string json = spec_of(varied + R"(,{"type":"batch_norm"},{"type":"dropout","rate":0.3})",
                             R"(,"clip_norm":1,"schedule":{"type":"cosine","steps":1000})");
  const std::string adam = R"("adam","learning_rate":0.01)";
  return json.replace(json.find(adam), adam.size(), optimizer);
}

TEST(Training, AStepAllocatesNothing) {
  for (const std::string& json :
       {spec_of(varied), regularised(R"("rmsprop","learning_rate":0.001,"centered":true,"momentum":0.5)"),
        regularised(R"("adagrad","learning_rate":0.01)"), regularised(R"("adamw","learning_rate":0.01)")}) {
    const auto network = network_of(json);
    std::vector<float> losses(100);
    network->train(1, losses.data());
    const size_t before = allocations;
    network->train(100, losses.data());
    EXPECT_EQ(allocations, before);
    EXPECT_LT(network->diverged_at(), 0);
  }
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

// Evaluation passes everything on; training zeroes a share of the values and keeps their mean.
TEST(Training, DropoutActsInTrainingOnly) {
  const auto with = [](const std::string& layer) {
    auto network = network_of(spec_of(R"({"type":"dense","units":4000})" + layer));
    const int bias = network->arena().find("0.bias");
    EXPECT_FALSE(network->set_values(network->arena().find("0.weight"), std::vector<float>(8000, 0.0f)));
    EXPECT_FALSE(network->set_values(bias, std::vector<float>(4000, 1.0f)));
    return network;
  };
  const auto dropped = with(R"(,{"type":"dropout","rate":0.75})");
  const auto plain = with("");
  const std::vector<float> x{0.5f, -1.0f};
  float a, b;
  dropped->predict(x.data(), 1, &a);
  plain->predict(x.data(), 1, &b);
  EXPECT_EQ(a, b);
  dropped->train(1, &a);
  plain->train(1, &b);
  EXPECT_NE(a, b);
}

// With weights of zero above it, every unit's weight gets sum(error of the row * what came through).
TEST(Training, DropoutKeepsTheMean) {
  const auto network = network_of(spec_of(R"({"type":"dense","units":4000},{"type":"dropout","rate":0.75})"));
  const auto set = [&](const char* key, size_t n, float value) {
    EXPECT_FALSE(network->set_values(network->arena().find(key), std::vector<float>(n, value)));
  };
  set("0.weight", 8000, 0.0f);
  set("0.bias", 4000, 1.0f);
  set("2.weight", 4000, 0.0f);
  set("2.bias", 1, 5.0f);  // errors of one sign mostly
  float loss;
  network->train(1, &loss);
  double sum = 0.0;
  int zeros = 0;
  for (float g : tensor_values(*network, network->arena().find("2.weight"), Arena::gradients)) {
    sum += g;
    zeros += g == 0.0f;
  }
  const float error = tensor_values(*network, network->arena().find("2.bias"), Arena::gradients)[0];
  EXPECT_NEAR(sum / 4000 / error, 1.0, 0.1);
  // All ten rows dropped: 0.75^10 = 5.6 % of 4000 units.
  EXPECT_NEAR(zeros, 225, 60);
}

TEST(Training, BatchNormNeedsTwoRows) {
  const auto network = network_of(spec_of(R"({"type":"dense","units":4,"bias":false},{"type":"batch_norm"})"));
  const auto error = network->set_batch_size(1);
  ASSERT_TRUE(error);
  EXPECT_EQ(error->path, "batch_size");
  EXPECT_EQ(network->spec().batch_size, 10);
  EXPECT_FALSE(network->set_batch_size(2));
  const int variance = network->arena().find("1.running_var");
  EXPECT_TRUE(network->set_values(variance, std::vector<float>{1.0f, 1.0f, -0.5f, 1.0f}));
  EXPECT_FALSE(network->set_values(variance, std::vector<float>{1.0f, 1.0f, 0.0f, 1.0f}));
}

// A batch of all rows, momentum 1: the running statistics become the batch's, and evaluation agrees with training but
// for the factor n / (n - 1) of the variance.
TEST(Training, BatchNormEvaluatesWithItsRunningStatistics) {
  auto spec = read_spec(R"({"inputs":1,"layers":[{"type":"batch_norm","momentum":1}],"loss":"mean_squared_error",)"
                        R"("batch_size":4,"optimizer":{"type":"sgd","learning_rate":0}})");
  ASSERT_TRUE(spec) << spec.error().message;
  Dataset data;
  data.inputs = data.outputs = 1;
  data.rows = data.train_rows = 4;
  data.x = {1.0f, 2.0f, 3.0f, 6.0f};
  data.y = {0.0f, 0.0f, 0.0f, 0.0f};
  auto network = Network::make(std::move(*spec), data);
  ASSERT_TRUE(network) << network.error().message;
  float loss;
  (*network)->train(1, &loss);
  EXPECT_NEAR(loss, 1.0f, 1e-4);  // normalised values have mean square 1
  EXPECT_FLOAT_EQ(tensor_values(**network, (*network)->arena().find("0.running_mean"))[0], 3.0f);
  EXPECT_FLOAT_EQ(tensor_values(**network, (*network)->arena().find("0.running_var"))[0], 14.0f / 3.0f);
  float answer;
  (*network)->predict(data.x.data() + 3, 1, &answer);
  EXPECT_NEAR(answer, 3.0 / std::sqrt(14.0 / 3.0), 1e-4);
}

}  // namespace
}  // namespace playground::test
