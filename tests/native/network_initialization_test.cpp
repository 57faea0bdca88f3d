// Initial weights: their statistics against torch.nn.init's (tests/parity/initialization), and the starts that are not
// drawn.
#include <gtest/gtest.h>

#include <cmath>

#include "tests/native/support.h"

namespace playground::test {
namespace {

std::string spec_json(const std::string& layers, const std::string& initialization, int inputs = 1) {
  return R"({"inputs":)" + std::to_string(inputs) + R"(,"layers":[)" + layers +
         R"(],"loss":"mean_squared_error","batch_size":4,"optimizer":{"type":"sgd","learning_rate":0.1})" +
         R"(,"initialization":)" + initialization + "}";
}

NetworkSpec spec_of(const std::string& layers, const std::string& initialization, int inputs = 1) {
  auto spec = read_spec(spec_json(layers, initialization, inputs));
  EXPECT_TRUE(spec) << spec.error().message;
  return std::move(*spec);
}

const std::string one_unit = R"({"type":"dense","units":1})";

// y = x^2 at 401 points of [-1, 1].
Dataset parabola(int inputs = 1) {
  Dataset data;
  data.inputs = inputs;
  data.outputs = 1;
  data.rows = data.train_rows = 401;
  for (int row = 0; row < 401; ++row) {
    const float x = static_cast<float>(row - 200) / 200.0f;
    data.x.insert(data.x.end(), inputs, x);
    data.y.push_back(x * x);
  }
  return data;
}

std::unique_ptr<Network> network_of(const std::string& layers, const std::string& initialization, int inputs = 1) {
  auto network = Network::make(spec_of(layers, initialization, inputs), parabola(inputs));
  EXPECT_TRUE(network) << network.error().message;
  return std::move(*network);
}

std::vector<double> drawn(const InitializationSpec& spec, int fan_in, int fan_out, uint32_t index) {
  std::vector<float> weights(static_cast<size_t>(fan_in) * fan_out);
  Random random(1, Stream::weights, index);
  draw_weights(spec, fan_in, fan_out, random, [&](int u) { return weights.data() + static_cast<size_t>(u) * fan_in; });
  return {weights.begin(), weights.end()};
}

struct Moments {
  double mean = 0, variance = 0, low = INFINITY, high = -INFINITY;
};

Moments moments_of(const std::vector<double>& numbers) {
  Moments m;
  for (double x : numbers) {
    m.mean += x / static_cast<double>(numbers.size());
    m.low = std::min(m.low, x);
    m.high = std::max(m.high, x);
  }
  for (double x : numbers) m.variance += (x - m.mean) * (x - m.mean) / static_cast<double>(numbers.size());
  return m;
}

void expect_statistics(const Json& row, const std::vector<double>& all, double sigmas) {
  const Moments m = moments_of(all);
  const double variance = row["variance"].GetDouble();
  const double n = static_cast<double>(all.size());
  if (std::string(row["entries"].GetString()) != "independent") {
    EXPECT_NEAR((m.variance + m.mean * m.mean) / variance, 1.0, 1e-5);
    return;
  }
  const double deviation = std::sqrt(variance);
  EXPECT_LE(std::fabs(m.mean), sigmas * deviation / std::sqrt(n));
  EXPECT_LE(std::fabs(m.variance / variance - 1.0), sigmas * std::sqrt((row["kurtosis"].GetDouble() - 1.0) / n));
  if (row["bound"].IsNull()) {
    EXPECT_GT(std::max(m.high, -m.low), 2.5 * deviation) << "truncated";
    return;
  }
  const double bound = row["bound"].GetDouble();
  for (double end : {m.high, -m.low}) {
    EXPECT_LE(end, bound * (1 + 1e-6));
    EXPECT_GE(end, 0.98 * bound);
  }
}

TEST(Initialization, StatisticsOfTorchInit) {
  rapidjson::Document document;
  document.Parse(read_file("parity/initialization/statistics.json").c_str());
  ASSERT_FALSE(document.HasParseError());
  const size_t wanted = document["minimum_n"].GetUint();
  for (const Json& row : document["cases"].GetArray()) {
    SCOPED_TRACE(row["id"].GetString());
    const NetworkSpec spec = spec_of(one_unit, std::string(R"({"scheme":")") + row["scheme"].GetString() +
                                                   R"(","gain":)" + std::to_string(row["gain"].GetDouble()) + "}");
    std::vector<double> all;
    for (uint32_t index = 0; all.size() < wanted; ++index) {
      const auto some = drawn(spec.initialization, row["fan_in"].GetInt(), row["fan_out"].GetInt(), index);
      all.insert(all.end(), some.begin(), some.end());
    }
    expect_statistics(row, all, document["sigmas"].GetDouble());
  }
}

TEST(Initialization, NormalAndUniformOfAScale) {
  const Moments normal =
      moments_of(drawn(spec_of(one_unit, R"({"scheme":"normal","scale":0.3})").initialization, 200, 200, 0));
  EXPECT_NEAR(normal.variance, 0.09, 0.09 * 5 * std::sqrt(2.0 / 40000));
  EXPECT_GT(normal.high, 0.75);
  const Moments uniform =
      moments_of(drawn(spec_of(one_unit, R"({"scheme":"uniform","scale":0.3})").initialization, 200, 200, 0));
  EXPECT_NEAR(uniform.variance, 0.03, 0.03 * 5 * std::sqrt(0.8 / 40000));
  EXPECT_LT(uniform.high, 0.3 + 1e-6);
}

TEST(Initialization, HeHasReluGainUnlessGiven) {
  for (const char* scheme : {"he_normal_fan_in", "he_normal_fan_out", "he_uniform_fan_in", "he_uniform_fan_out"}) {
    EXPECT_EQ(spec_of(one_unit, std::string(R"({"scheme":")") + scheme + "\"}").initialization.gain, std::sqrt(2.0));
  }
  EXPECT_EQ(spec_of(one_unit, R"({"scheme":"he_fan_in"})").initialization.gain, 1.0);
  EXPECT_EQ(spec_of(one_unit, R"({"scheme":"lecun_normal"})").initialization.gain, 1.0);
}

void expect_orthogonal(int fan_in, int fan_out, double gain) {
  InitializationSpec spec;
  spec.scheme = Scheme::orthogonal;
  spec.gain = gain;
  const auto w = drawn(spec, fan_in, fan_out, 3);
  const bool wide = fan_out <= fan_in;
  const int count = std::min(fan_in, fan_out);
  const int length = std::max(fan_in, fan_out);
  const auto at = [&](int vector, int i) { return wide ? w[vector * fan_in + i] : w[i * fan_in + vector]; };
  for (int a = 0; a < count; ++a) {
    for (int b = 0; b <= a; ++b) {
      double dot = 0.0;
      for (int i = 0; i < length; ++i) dot += at(a, i) * at(b, i);
      EXPECT_NEAR(dot, a == b ? gain * gain : 0.0, 1e-6 * gain * gain) << a << ", " << b;
    }
  }
}

TEST(Initialization, OrthogonalOnTheSmallerSide) {
  expect_orthogonal(16, 16, 1.0);
  expect_orthogonal(32, 8, 1.5);
  expect_orthogonal(5, 33, 1.0);
  expect_orthogonal(1, 1, 1.0);
}

double variance_of(Network& network, const char* key) {
  const auto values = tensor_values(network, network.arena().find(key));
  return moments_of({values.begin(), values.end()}).variance;
}

// 1 / E f(Z)^2: 2 for ReLU, 2.5366 for tanh; the layer that no function follows keeps gain 1.
TEST(Initialization, MeasuredGain) {
  const auto after = [](const std::string& layers) {
    return network_of(R"({"type":"dense","units":400},)" + layers + R"({"type":"dense","units":1})",
                      R"({"scheme":"lecun_normal","gain":"measured"})", 100);
  };
  const auto plain = after("");
  const double unit = variance_of(*plain, "0.weight");
  EXPECT_NEAR(unit, 0.01, 0.0005);
  const auto relu = after(R"({"type":"activation","id":"relu"},)");
  EXPECT_NEAR(variance_of(*relu, "0.weight") / unit, 2.0, 1e-4);
  EXPECT_NEAR(variance_of(*relu, "2.weight") * 400, 1.0, 0.4);
  const auto tanh = after(R"({"type":"batch_norm"},{"type":"dropout","rate":0.5},{"type":"activation","id":"tanh"},)");
  EXPECT_NEAR(variance_of(*tanh, "0.weight") / unit, 2.5366, 1e-3);
}

TEST(Initialization, ConstantBiasOfHiddenLayers) {
  const auto network = network_of(R"({"type":"dense","units":3},{"type":"activation","id":"relu"},)"
                                  R"({"type":"maxout","units":2,"pieces":2},{"type":"dense","units":1})",
                                  R"({"scheme":"he_fan_in","bias":-8})");
  const auto biases = [&](const char* key) { return tensor_values(*network, network->arena().find(key)); };
  EXPECT_EQ(biases("0.bias"), std::vector<float>(3, -8.0f));
  EXPECT_EQ(biases("2.bias"), std::vector<float>(4, -8.0f));
  EXPECT_EQ(biases("3.bias"), std::vector<float>(1, 0.0f));
  EXPECT_EQ(network->probe({}).layers[0].dead, 1.0f);
}

std::string maxout(int pieces, const std::string& target) {
  return R"({"type":"maxout","units":1,"pieces":)" + std::to_string(pieces) + R"(,"least_squares":{)" + target + "}}";
}

// The line that fits x^2 best on [m - r, m + r] has slope 2 m and root mean square error 2 r^2 / (3 sqrt 5).
TEST(Initialization, MaxoutFitsAParabolaPieceByPiece) {
  for (int pieces : {1, 2, 3, 4, 5, 8}) {
    const auto network = network_of(maxout(pieces, R"("target":"data")"), R"({"scheme":"xavier_normal"})");
    const auto slopes = tensor_values(*network, network->arena().find("0.weight"));
    const double r = 1.0 / pieces;
    for (int j = 0; j < pieces; ++j) EXPECT_NEAR(slopes[j], 2 * (-1 + r + 2 * r * j), 0.02) << j;
    std::vector<float> output(401);
    network->predict(network->data().x.data(), 401, output.data());
    double squares = 0.0;
    for (int row = 0; row < 401; ++row) squares += std::pow(output[row] - network->data().y[row], 2) / 401;
    const double expected = 2 * r * r / (3 * std::sqrt(5.0));
    EXPECT_NEAR(std::sqrt(squares), expected, 0.1 * expected) << pieces << " pieces";
    EXPECT_EQ(network->probe({}).layers.size(), 1u);
  }
}

// Two pieces of |x|-like ReLU on a symmetric interval are ReLU itself, along the direction that was drawn.
TEST(Initialization, MaxoutFitsAFunctionOfTheDrawnDirection) {
  const auto plain = network_of(R"({"type":"dense","units":1})", R"({"scheme":"xavier_normal"})", 3);
  const auto start = network_of(maxout(2, R"("target":"relu","low":-2,"high":2)"), R"({"scheme":"xavier_normal"})", 3);
  const auto direction = tensor_values(*plain, 0);
  const auto weights = tensor_values(*start, 0);
  for (int i = 0; i < 3; ++i) {
    EXPECT_NEAR(weights[i], 0.0, 1e-6);
    EXPECT_NEAR(weights[3 + i], direction[i], 1e-6);
  }
  for (float bias : tensor_values(*start, 1)) EXPECT_NEAR(bias, 0.0, 1e-6);
}

TEST(Initialization, LeastSquaresNamesWhatDoesNotFit) {
  const auto refused = [](const std::string& layers, const std::string& path, int inputs) {
    const auto spec = read_spec(spec_json(layers, R"({"scheme":"normal"})", inputs));
    ASSERT_FALSE(spec) << layers;
    EXPECT_EQ(spec.error().path, path) << spec.error().message;
  };
  refused(maxout(2, R"("target":"rleu")"), "layers[0].least_squares.target", 1);
  refused(maxout(2, R"("target":"data")"), "layers[0].least_squares.target", 2);
  refused(one_unit + "," + maxout(2, R"("target":"data")"), "layers[1].least_squares.target", 1);
  refused(maxout(2, R"("target":"data","low":0)"), "layers[0].least_squares.low", 1);
  refused(maxout(2, R"("target":"relu","low":1,"high":1)"), "layers[0].least_squares.high", 1);
  const auto network =
      Network::make(spec_of(R"({"type":"maxout","units":2,"pieces":2,"least_squares":{"target":"data"}},)" + one_unit,
                            R"({"scheme":"normal"})"),
                    parabola());
  ASSERT_FALSE(network);
  EXPECT_EQ(network.error().path, "layers[0].units");
}

}  // namespace
}  // namespace playground::test
