// Gradients of every layer and loss against central differences of an independent network in double precision,
// written from the definitions and from the functions' own double-precision oracles.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "tests/native/support.h"

namespace playground::test {
namespace {

using Vector = std::vector<double>;
using Weights = std::vector<Vector>;  // in the order of the arena's tensors, unpadded

// Mean loss over the first `rows` rows of the data.
class DoubleNetwork {
 public:
  // With the noise of the network's first training step: redrawn in the order that activation_layer.cpp states.
  explicit DoubleNetwork(Network& network) : network_(network) {
    Random random(network.spec().seed, Stream::activation_noise);
    const std::vector<int> widths = network.spec().widths();
    stride_ = padded(network.spec().batch_size);
    noise_.resize(widths.size());
    for (size_t l = 0; l < widths.size(); ++l) {
      const LayerSpec& layer = network.spec().layers[l];
      if (!layer.sampled) continue;
      for (const Parameter& parameter : layer.activation->parameters) {
        if (parameter.noise == Noise::none) continue;
        for (int i = 0; i < widths[l] * stride_; ++i) {
          const double drawn =
              parameter.noise == Noise::uniform
                  ? parameter.noise_low + (parameter.noise_high - parameter.noise_low) * random.uniform()
                  : static_cast<float>(random.normal());
          noise_[l].push_back(parameter.noise == Noise::half_normal ? std::fabs(drawn) : drawn);
        }
      }
    }
  }

  double loss(const Weights& weights, int rows) const {
    const Dataset& data = network_.data();
    double total = 0.0;
    for (int row = 0; row < rows; ++row) {
      const Vector output = forward(weights, row);
      total += row_loss(output, data, row);
    }
    return total / rows;
  }

 private:
  const Vector& tensor(const Weights& weights, int layer, const char* name) const {
    return weights[network_.arena().find(std::to_string(layer) + "." + name)];
  }

  Vector forward(const Weights& weights, int row) const {
    const Dataset& data = network_.data();
    Vector signal(data.x.begin() + row * data.inputs, data.x.begin() + (row + 1) * data.inputs);
    for (int l = 0; l < static_cast<int>(network_.spec().layers.size()); ++l) {
      const LayerSpec& layer = network_.spec().layers[l];
      if (layer.element_wise()) {
        signal = activate(weights, l, layer, signal, row);
        continue;
      }
      if (layer.type == LayerType::activation) {
        signal = activate_row(layer, signal);
        continue;
      }
      const int pieces = layer.type == LayerType::maxout ? layer.pieces : 1;
      const Vector& weight = tensor(weights, l, "weight");
      Vector next(layer.units, -INFINITY);
      for (int r = 0; r < layer.units * pieces; ++r) {
        double z = layer.bias ? tensor(weights, l, "bias")[r] : 0.0;
        for (size_t i = 0; i < signal.size(); ++i) z += weight[r * signal.size() + i] * signal[i];
        next[r / pieces] = std::max(next[r / pieces], z);
      }
      signal = next;
    }
    return signal;
  }

  Vector activate(const Weights& weights, int l, const LayerSpec& layer, Vector signal, int row) const {
    for (size_t u = 0; u < signal.size(); ++u) {
      Vector parameters(layer.parameters.begin(), layer.parameters.end());
      for (size_t k = 0; k < parameters.size(); ++k) {
        const Parameter& parameter = layer.activation->parameters[k];
        if (layer.sampled && parameter.noise != Noise::none) parameters[k] = noise_[l][u * stride_ + row];
        if (!layer.learned[k]) continue;
        parameters[k] = tensor(weights, l, parameter.name)[layer.channels == 1 ? 0 : u];
      }
      signal[u] = layer.activation->oracle()->value(signal[u], parameters.data());
    }
    return signal;
  }

  Vector activate_row(const LayerSpec& layer, const Vector& signal) const {
    Vector next(layer.width(static_cast<int>(signal.size())));
    const Vector parameters(layer.parameters.begin(), layer.parameters.end());
    layer.activation->row_oracle()->value(signal, parameters.data(), next.data());
    return next;
  }

  double row_loss(const Vector& output, const Dataset& data, int row) const {
    if (network_.spec().loss == Loss::softmax_cross_entropy) {
      double sum = 0.0;
      for (double o : output) sum += std::exp(o);
      return std::log(sum) - output[data.labels[row]];
    }
    double total = 0.0;
    for (size_t o = 0; o < output.size(); ++o) {
      const double y = data.y[row * output.size() + o];
      total += network_.spec().loss == Loss::mean_squared_error
                   ? (output[o] - y) * (output[o] - y)
                   : std::max(output[o], 0.0) - output[o] * y + std::log1p(std::exp(-std::fabs(output[o])));
    }
    return total / static_cast<double>(output.size());
  }

  Network& network_;
  int stride_;
  std::vector<Vector> noise_;  // per layer: unit by unit, one draw per sample of the padded batch
};

Dataset random_data(int inputs, int outputs, int rows, bool labels) {
  Random random(7, Stream::dataset);
  Dataset data;
  data.inputs = inputs;
  data.outputs = labels ? 0 : outputs;
  data.rows = data.train_rows = rows;
  for (int i = 0; i < rows * inputs; ++i) data.x.push_back(static_cast<float>(random.normal()));
  for (int row = 0; row < rows; ++row) {
    if (labels) data.labels.push_back(static_cast<int32_t>(random.below(outputs)));
    for (int o = 0; !labels && o < outputs; ++o) data.y.push_back(static_cast<float>(random.below(2)));
  }
  return data;
}

// The batch is every row once, so that the trained batch is the whole data.
void expect_gradients(const std::string& layers, const std::string& loss, int inputs, int outputs, int rows,
                      const std::string& rest = "") {
  const std::string json = R"({"inputs":)" + std::to_string(inputs) + R"(,"layers":[)" + layers + R"(],"loss":")" +
                           loss + R"(","batch_size":)" + std::to_string(rows) +
                           R"(,"optimizer":{"type":"sgd","learning_rate":0.0},"seed":3)" + rest + "}";
  auto spec = read_spec(json);
  ASSERT_TRUE(spec) << spec.error().message;
  auto made = Network::make(std::move(*spec), random_data(inputs, outputs, rows, loss == "softmax_cross_entropy"));
  ASSERT_TRUE(made) << made.error().message;
  Network& network = **made;

  // Biases start at zero, where a unit whose inputs are all cut off would stand exactly on ReLU's kink.
  Random random(5, Stream::weights);
  for (size_t k = 0; k < network.arena().tensors().size(); ++k) {
    if (network.arena().tensors()[k].key.find("bias") == std::string::npos) continue;
    std::vector<float> values = tensor_values(network, static_cast<int>(k));
    for (float& value : values) value = static_cast<float>(0.3 * random.normal());
    ASSERT_FALSE(network.set_values(static_cast<int>(k), values));
  }

  Weights weights;
  for (size_t k = 0; k < network.arena().tensors().size(); ++k) {
    const std::vector<float> values = tensor_values(network, static_cast<int>(k));
    weights.emplace_back(values.begin(), values.end());
  }
  float trained_loss = 0.0f;
  network.train(1, &trained_loss);
  const DoubleNetwork reference(network);
  EXPECT_NEAR(trained_loss, reference.loss(weights, rows), 1e-6 * std::max(1.0f, trained_loss));

  for (size_t k = 0; k < weights.size(); ++k) {
    const std::vector<float> gradient = tensor_values(network, static_cast<int>(k), Arena::gradients);
    double norm = 0.0;
    for (float g : gradient) norm = std::max(norm, std::fabs(static_cast<double>(g)));
    EXPECT_GT(norm, 0.0) << network.arena().tensors()[k].key << " is not trained";
    for (size_t i = 0; i < gradient.size(); ++i) {
      const double at = weights[k][i];
      // Kinks stand between two differences with probability of about 1e-7 a weight.
      const double h = 1e-6 * std::max(1.0, std::fabs(at));
      weights[k][i] = at + h;
      const double up = reference.loss(weights, rows);
      weights[k][i] = at - h;
      const double down = reference.loss(weights, rows);
      weights[k][i] = at;
      EXPECT_NEAR(gradient[i], (up - down) / (2 * h), 2e-5 * norm + 2e-8)
          << network.arena().tensors()[k].key << "[" << i << "]";
    }
  }
}

// Takes signals out to where the noisy functions saturate and have noise, and thresholds are passed.
const char* const wide_weights = R"(,"initialization":{"scheme":"normal","scale":3.0})";

std::string dense(int units) { return R"({"type":"dense","units":)" + std::to_string(units) + "}"; }

// The default, but where that leaves nothing to compare: at SIREN's 30 the loss is too steep for float32, at SMU's 1e6
// too flat in mu.
float gentle_value(const std::string& id, const Parameter& parameter) {
  return id == "siren" || (id == "smu" && std::string(parameter.name) == "mu") ? 1.0f : parameter.initial;
}

class LayerGradient : public testing::TestWithParam<std::string> {};

TEST_P(LayerGradient, EveryActivation) {
  const CatalogueEntry& entry = *find_activation(GetParam());
  std::string learned;
  std::string values;
  for (const Parameter& parameter : entry.parameters) {
    const std::string name = std::string("\"") + parameter.name + "\"";
    if (parameter.learned) learned += (learned.empty() ? "" : ",") + name;
    values += (values.empty() ? "" : ",") + name + ":" + std::to_string(gentle_value(GetParam(), parameter));
  }
  const auto layer = [&](int channels) {
    return R"({"type":"activation","id":")" + GetParam() + R"(","parameters":{)" + values + "}" +
           (learned.empty() ? "" : R"(,"learned":[)" + learned + R"(],"channels":)" + std::to_string(channels)) + "}";
  };
  // A function with slope zero everywhere passes nothing on: it may only stand last.
  std::vector<double> defaults;
  for (const Parameter& parameter : entry.parameters) defaults.push_back(parameter.initial);
  const auto flat = [&](double x) { return entry.oracle()->slope(x, defaults.data()) == 0.0; };
  constexpr std::array places{-2.3, -0.7, -0.3, 0.3, 0.7, 2.3};
  if (std::all_of(places.begin(), places.end(), flat)) {
    GTEST_SKIP() << "no gradient passes through " << GetParam();
  }
  const bool wide = entry.description->kind == Kind::stochastic || (flat(-0.3) && flat(0.3));
  expect_gradients(dense(5) + "," + layer(5) + "," + dense(3) + "," + layer(1) + "," + dense(1), "binary_cross_entropy",
                   3, 1, 13, wide ? wide_weights : "");
}

std::vector<std::string> element_wise_ids() {
  std::vector<std::string> ids;
  for (const CatalogueEntry& entry : catalogue()) {
    if (entry.element_wise()) ids.emplace_back(entry.id());
  }
  return ids;
}

INSTANTIATE_TEST_SUITE_P(Catalogue, LayerGradient, testing::ValuesIn(element_wise_ids()),
                         [](const auto& info) { return info.param; });

// The noise is drawn in the forward pass, and what is learned is differentiated under it.
TEST(Gradient, OfParametersUnderDrawnNoise) {
  for (const char* activation : {R"("noisy_hard_tanh","learned":["p"])", R"("noisy_hard_sigmoid","learned":["p"])",
                                 R"("probact","learned":["sigma"])", R"("rrelu")"}) {
    const auto layer = [&](int channels) {
      const bool learned = std::string(activation).find("learned") != std::string::npos;
      return std::string(R"({"type":"activation","id":)") + activation +
             (learned ? R"(,"channels":)" + std::to_string(channels) : "") + "}";
    };
    SCOPED_TRACE(activation);
    expect_gradients(dense(5) + "," + layer(5) + "," + dense(3) + "," + layer(1) + "," + dense(1),
                     "binary_cross_entropy", 3, 1, 13, wide_weights);
  }
}

class RowLayerGradient : public testing::TestWithParam<std::string> {};

// Between dense layers of several widths, and as the last layer.
TEST_P(RowLayerGradient, EveryFunctionOfRows) {
  const std::string layer = R"({"type":"activation","id":")" + GetParam() + R"("})";
  const float alpha = 1.0f;
  const size_t outputs = find_activation(GetParam())->rows->outputs(&alpha, 4);
  expect_gradients(dense(6) + "," + layer + "," + dense(10) + "," + layer + "," + dense(1), "binary_cross_entropy", 3,
                   1, 13);
  expect_gradients(dense(4) + "," + layer, "mean_squared_error", 3, static_cast<int>(outputs), 7);
}

std::vector<std::string> ids_of_rows() {
  std::vector<std::string> ids;
  for (const CatalogueEntry& entry : catalogue()) {
    // Noise is drawn in training; hardmax passes nothing on.
    const bool layer = entry.rows && !entry.rows->noisy && entry.description->kind != Kind::pooled;
    if (layer && entry.id() != "hardmax") ids.emplace_back(entry.id());
  }
  return ids;
}

INSTANTIATE_TEST_SUITE_P(Catalogue, RowLayerGradient, testing::ValuesIn(ids_of_rows()),
                         [](const auto& info) { return info.param; });

TEST(Gradient, MaxoutOfTwoAndThreePieces) {
  expect_gradients(R"({"type":"maxout","units":4,"pieces":3},{"type":"maxout","units":3,"pieces":2},)" + dense(2),
                   "mean_squared_error", 2, 2, 9);
}

TEST(Gradient, WithoutBias) {
  expect_gradients(R"({"type":"dense","units":6,"bias":false},{"type":"activation","id":"tanh"},)" + dense(1),
                   "mean_squared_error", 3, 1, 8);
}

TEST(Gradient, SoftmaxCrossEntropyOfTenClasses) {
  expect_gradients(dense(7) + R"(,{"type":"activation","id":"tanh"},)" + dense(10), "softmax_cross_entropy", 5, 10, 21);
}

// Widths and batches around the size of a vector and of a tile.
TEST(Gradient, AwkwardSizes) {
  for (int width : {1, 2, 3, 5, 9, 17}) {
    for (int rows : {1, 4, 6, 12}) {
      expect_gradients(dense(width) + R"(,{"type":"activation","id":"tanh"},)" + dense(2), "mean_squared_error", 3, 2,
                       rows);
    }
  }
}

}  // namespace
}  // namespace playground::test
