// Training runs of PyTorch (tests/parity): same initial weights, data and batch order must give the same losses,
// first gradients, final weights and predictions, within each case's own tolerance.
#include <gtest/gtest.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cmath>

#include "tests/native/support.h"

namespace playground::test {
namespace {

std::string written(const Json& json) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  json.Accept(writer);
  return buffer.GetString();
}

double largest(const std::vector<double>& values) {
  double result = 0.0;
  for (double value : values) result = std::max(result, std::fabs(value));
  return result;
}

double deviation(const std::vector<float>& found, const std::vector<double>& expected, double scale) {
  EXPECT_EQ(found.size(), expected.size());
  double worst = 0.0;
  for (size_t i = 0; i < expected.size(); ++i) {
    // NaN must not pass: it compares false.
    const double difference = std::fabs(found[i] - expected[i]);
    worst = difference <= worst ? worst : difference;
  }
  return worst / scale;
}

Dataset data_of(const Json& json, int inputs) {
  Dataset data;
  data.inputs = inputs;
  data.x = floats(json["x"]);
  data.rows = data.train_rows = static_cast<int>(data.x.size()) / inputs;
  if (json.HasMember("labels")) {
    for (float label : floats(json["labels"])) data.labels.push_back(static_cast<int32_t>(label));
  } else {
    data.y = floats(json["y"]);
    data.outputs = static_cast<int>(data.y.size()) / data.rows;
  }
  return data;
}

class Parity : public testing::TestWithParam<std::string> {
 protected:
  void SetUp() override {
    document_.Parse(read_file("parity/" + GetParam() + ".json").c_str());
    ASSERT_FALSE(document_.HasParseError());
    for (const Json& layer : document_["spec"]["layers"].GetArray()) {
      if (!layer.HasMember("id") || find_activation(layer["id"].GetString())) continue;
      GTEST_SKIP() << "activation " << layer["id"].GetString() << " is not in the catalogue";
    }
    auto spec = read_spec(written(document_["spec"]));
    ASSERT_TRUE(spec) << spec.error().message;
    const int inputs = spec->inputs;
    auto network = Network::make(std::move(*spec), data_of(document_["data"], inputs));
    ASSERT_TRUE(network) << network.error().message;
    network_ = std::move(*network);
    const Json& initial = document_["initial"];
    for (const auto& member : initial.GetObject()) {
      const int tensor = network_->arena().find(member.name.GetString());
      ASSERT_GE(tensor, 0) << member.name.GetString();
      const auto error = network_->set_values(tensor, floats(member.value));
      ASSERT_FALSE(error) << error->message;
    }
  }

  // Deviation of a group of tensors as the cases define it.
  double tensors_deviation(const Json& expected, Arena::Part part) {
    double section = 0.0;
    for (const auto& member : expected.GetObject()) section = std::max(section, largest(numbers(member.value)));
    double worst = 0.0;
    for (const auto& member : expected.GetObject()) {
      const std::vector<double> values = numbers(member.value);
      const int tensor = network_->arena().find(member.name.GetString());
      EXPECT_GE(tensor, 0) << member.name.GetString();
      worst = std::max(
          worst, deviation(tensor_values(*network_, tensor, part), values, std::max(largest(values), 1e-4 * section)));
    }
    return worst;
  }

  rapidjson::Document document_;
  std::unique_ptr<Network> network_;
};

TEST_P(Parity, MatchesPyTorch) {
  const Json& expected = document_["expected"];
  const double trajectory = document_["tolerance"]["trajectory"].GetDouble();
  const double gradients = document_["tolerance"]["gradients"].GetDouble();
  const int steps = document_["steps"].GetInt();

  std::vector<float> losses(steps);
  network_->train(1, losses.data());
  EXPECT_LE(tensors_deviation(expected["gradients_step0"], Arena::gradients), gradients);
  const std::vector<double> norms = numbers(expected["gradient_norms_step0"]);
  ASSERT_EQ(network_->gradient_norms().size(), norms.size());
  for (size_t k = 0; k < norms.size(); ++k) {
    EXPECT_NEAR(network_->gradient_norms()[k] / norms[k], 1.0, gradients) << "layer " << k;
  }

  network_->train(steps - 1, losses.data() + 1);
  const std::vector<double> loss = numbers(expected["loss"]);
  for (int k = 0; k < steps; ++k) {
    const double scale = std::max(std::fabs(loss[k]), 1e-3 * largest(loss));
    ASSERT_LE(std::fabs(losses[k] - loss[k]) / scale, trajectory) << "step " << k;
  }
  EXPECT_LE(tensors_deviation(expected["final"], Arena::values), trajectory);

  const std::vector<float> probe = floats(document_["probe_x"]);
  const int rows = static_cast<int>(probe.size()) / network_->spec().inputs;
  std::vector<float> predictions(static_cast<size_t>(rows) * network_->spec().outputs());
  network_->predict(probe.data(), rows, predictions.data());
  const std::vector<double> answers = numbers(expected["predictions"]);
  EXPECT_LE(deviation(predictions, answers, largest(answers)), trajectory);
}

INSTANTIATE_TEST_SUITE_P(Cases, Parity, testing::ValuesIn(files_in("parity", ".json")),
                         [](const auto& info) { return info.param; });

}  // namespace
}  // namespace playground::test
