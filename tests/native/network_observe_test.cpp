// Observed training against plain counting in double precision, and against training that nobody looks at.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "tests/native/support.h"

namespace playground::test {
namespace {

constexpr int rows = 15;
constexpr int batch = 5;  // not a multiple of a vector
constexpr int units = 3;

std::unique_ptr<Network> network_of(const std::string& layers, const std::string& more = "") {
  auto spec = read_spec(R"({"inputs":2,"layers":[)" + layers +
                        R"(,{"type":"dense","units":1}],"loss":"mean_squared_error","batch_size":5,"seed":4,)" +
                        R"("optimizer":{"type":"adam","learning_rate":0.05})" + more + "}");
  EXPECT_TRUE(spec) << spec.error().message;
  Dataset data;
  data.inputs = 2;
  data.outputs = 1;
  data.rows = data.train_rows = rows;
  Random random(3, Stream::dataset);
  for (int i = 0; i < 2 * rows; ++i) data.x.push_back(4.0f * random.uniform() - 2.0f);
  for (int row = 0; row < rows; ++row) data.y.push_back(data.x[2 * row] > 0.0f ? 1.0f : -1.0f);
  auto network = Network::make(std::move(*spec), std::move(data));
  EXPECT_TRUE(network) << network.error().message;
  return std::move(*network);
}

const char* const tanh_layers = R"({"type":"dense","units":3},{"type":"activation","id":"tanh"})";

// What one observed layer should report, in double precision.
struct Count {
  std::vector<double> inputs, activations, slopes, gradients, weight_gradients;

  // Of the batch that the network trains next: rows first, first + 1, ...
  void add(Network& network, int first) {
    const Dataset& data = network.data();
    const auto w = tensor_values(network, network.arena().find("0.weight"));
    const auto b = tensor_values(network, network.arena().find("0.bias"));
    const auto v = tensor_values(network, network.arena().find("2.weight"));
    const float c = tensor_values(network, network.arena().find("2.bias"))[0];
    std::vector<double> sums(2 * units, 0.0);
    double squares = 0.0;
    for (int row = first; row < first + batch; ++row) {
      const float* x = data.x.data() + 2 * row;
      double z[units], output = c;
      for (int u = 0; u < units; ++u) {
        z[u] = static_cast<double>(w[2 * u]) * x[0] + static_cast<double>(w[2 * u + 1]) * x[1] + b[u];
        output += v[u] * std::tanh(z[u]);
      }
      for (int u = 0; u < units; ++u) {
        const double slope = 1.0 - std::tanh(z[u]) * std::tanh(z[u]);
        const double gradient = 2.0 * (output - data.y[row]) / batch * v[u] * slope;
        inputs.push_back(z[u]);
        activations.push_back(std::tanh(z[u]));
        slopes.push_back(slope);
        squares += gradient * gradient;
        for (int i = 0; i < 2; ++i) sums[2 * u + i] += gradient * x[i];
      }
    }
    gradients.push_back(squares);
    weight_gradients.push_back(0.0);
    for (double sum : sums) weight_gradients.back() += sum * sum;
  }
};

double mean(const std::vector<double>& values) {
  double sum = 0.0;
  for (double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

template <class Condition>
double share(const std::vector<double>& values, Condition&& condition) {
  const auto count = std::count_if(values.begin(), values.end(), condition);
  return static_cast<double>(count) / static_cast<double>(values.size());
}

void expect_shares(const HistogramShares& shares, const std::vector<double>& values, double low, double high) {
  const size_t bins = shares.bins.size();
  const double width = (high - low) / static_cast<double>(bins);
  for (size_t bin = 0; bin < bins; ++bin) {
    const double begin = low + width * static_cast<double>(bin);
    const double expected = share(values, [&](double x) { return x >= begin && x < begin + width; });
    EXPECT_NEAR(shares.bins[bin], expected, 1e-6) << "bin " << bin;
  }
  EXPECT_NEAR(shares.below, share(values, [&](double x) { return x < low; }), 1e-6);
  EXPECT_NEAR(shares.above, share(values, [&](double x) { return x >= high; }), 1e-6);
}

class ObserverOfBins : public testing::TestWithParam<int> {};

TEST_P(ObserverOfBins, EqualsPlainCountingOfItsBatches) {
  const auto network = network_of(tanh_layers, R"(,"shuffle":false)");
  network->observe(2, {-1.5f, 1.0f, GetParam(), 0, -0.75f, 0.5f});
  for (int window = 0; window < 2; ++window) {
    Count count;
    for (int step = 0; step < 6; ++step) {
      if (network->step() % 2 == 0) count.add(*network, static_cast<int>(network->step()) % 3 * batch);
      float loss;
      network->train(1, &loss);
    }
    const Observation observation = network->observed();
    EXPECT_EQ(observation.batches, 3u);
    EXPECT_EQ(observation.samples, 3u * batch);
    ASSERT_EQ(observation.layers.size(), 1u);
    const LayerProbe& layer = observation.layers[0];
    EXPECT_EQ(layer.layer, 1);
    expect_shares(layer.inputs, count.inputs, -1.5, 1.0);
    expect_shares(layer.activations, count.activations, -0.75, 0.5);
    const double expected = mean(count.activations);
    double variance = 0.0;
    for (double value : count.activations) variance += std::pow(value - expected, 2) / (9.0 * batch);
    EXPECT_NEAR(layer.mean, expected, 1e-6);
    EXPECT_NEAR(layer.variance, variance, 1e-6);
    EXPECT_NEAR(layer.skew, expected / std::sqrt(variance), 1e-5);
    EXPECT_NEAR(layer.mean_slope, mean(count.slopes), 1e-6);
    EXPECT_NEAR(layer.gradient_norm / std::sqrt(mean(count.gradients)), 1.0, 1e-5);
    EXPECT_NEAR(layer.weight_gradient_norm / std::sqrt(mean(count.weight_gradients)), 1.0, 1e-5);
    // 1 - tanh(2.18)^2 = 0.05.
    EXPECT_NEAR(layer.saturated_left, share(count.inputs, [](double x) { return x < -2.1783; }), 1e-6);
    EXPECT_NEAR(layer.saturated_right, share(count.inputs, [](double x) { return x > 2.1783; }), 1e-6);
    EXPECT_EQ(layer.dead, 0.0f);
  }
}

// Few enough to be counted in pairs, the most that are, and more.
INSTANTIATE_TEST_SUITE_P(Histograms, ObserverOfBins, testing::Values(1, 7, 126, 127, 500));

TEST(Observer, CountsUnitsThatAreDeadInAllItsBatches) {
  const auto network = network_of(R"({"type":"dense","units":4},{"type":"activation","id":"relu"})");
  ASSERT_FALSE(network->set_values(network->arena().find("0.bias"), std::vector{-99.0f, 9.0f, -99.0f, -99.0f}));
  network->observe(1, {});
  std::vector<float> losses(3);
  network->train(3, losses.data());
  EXPECT_EQ(network->observed().layers[0].dead, 0.75f);
}

TEST(Observer, MovesNoBitOfTraining) {
  const std::string layers =
      R"({"type":"dense","units":7},{"type":"batch_norm"},{"type":"activation","id":"prelu","learned":["a"]},)"
      R"({"type":"dropout","rate":0.25},{"type":"maxout","units":6,"pieces":2},)"
      R"({"type":"activation","id":"rrelu"},{"type":"activation","id":"softmax"})";
  std::vector<float> seen[2];
  for (int every : {0, 1}) {
    const auto network = network_of(layers, R"(,"clip_norm":0.5)");
    network->observe(every, {});
    std::vector<float> losses(40);
    network->train(40, losses.data());
    EXPECT_EQ(network->diverged_at(), -1);
    EXPECT_EQ(network->observed().batches, 40u * every);
    seen[every] = losses;
    for (size_t k = 0; k < network->arena().tensors().size(); ++k) {
      for (Arena::Part part : {Arena::values, Arena::gradients}) {
        const auto values = tensor_values(*network, static_cast<int>(k), part);
        seen[every].insert(seen[every].end(), values.begin(), values.end());
      }
    }
    const auto norms = network->gradient_norms();
    seen[every].insert(seen[every].end(), norms.begin(), norms.end());
  }
  EXPECT_EQ(seen[0], seen[1]);
}

TEST(Observer, SeesNothingBeforeItsFirstStepAndAfterItsLast) {
  const auto network = network_of(tanh_layers);
  std::vector<float> losses(9);
  EXPECT_EQ(network->observed().layers.size(), 0u);
  network->observe(4, {});
  network->train(9, losses.data());  // steps 0, 4 and 8
  EXPECT_EQ(network->observed().batches, 3u);
  network->train(3, losses.data());  // 9, 10 and 11
  EXPECT_EQ(network->observed().batches, 0u);
  network->observe(0, {});
  network->train(9, losses.data());
  EXPECT_EQ(network->observed().layers.size(), 0u);
}

}  // namespace
}  // namespace playground::test
