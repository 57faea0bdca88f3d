// Bad input: an error that names the field, what was found and what is valid.
#include <gtest/gtest.h>

#include "tests/native/support.h"

namespace playground::test {
namespace {

std::string with(const std::string& from, const std::string& to) {
  std::string json = R"({"inputs":2,"layers":[{"type":"dense","units":8},{"type":"activation","id":"leaky_relu",)"
                     R"("parameters":{"negative_slope":0.2}},{"type":"dense","units":1}],"loss":"mean_squared_error",)"
                     R"("optimizer":{"type":"sgd","learning_rate":0.1},"batch_size":16,"dataset":{"name":"xor"}})";
  const size_t at = json.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return json.replace(at, from.size(), to);
}

void expect_error(const std::string& json, const std::string& code, const std::string& path,
                  const std::vector<std::string>& named) {
  const auto spec = read_spec(json);
  ASSERT_FALSE(spec) << json;
  EXPECT_EQ(spec.error().code, code) << spec.error().message;
  EXPECT_EQ(spec.error().path, path) << spec.error().message;
  for (const std::string& word : named) {
    EXPECT_NE(spec.error().message.find(word), std::string::npos) << spec.error().message;
  }
}

TEST(Spec, AcceptsAGoodOne) {
  const auto spec = read_spec(with("xor", "moons"));
  EXPECT_TRUE(spec) << spec.error().message;
}

TEST(Spec, NamesWhatIsValid) {
  expect_error(with("leaky_relu", "leaky"), "unknown_activation", "layers[1].id", {"\"leaky\"", "relu", "gelu"});
  expect_error(with("negative_slope", "slope"), "unknown_field", "layers[1].parameters.slope", {"negative_slope"});
  expect_error(with("0.2", "-1e9"), "out_of_range", "layers[1].parameters.negative_slope", {"1000000000"});
  expect_error(with("0.2", "\"NaN\""), "out_of_range", "layers[1].parameters.negative_slope", {"NaN"});
  expect_error(with("\"units\":8", "\"units\":0"), "out_of_range", "layers[0].units", {"1", "4096", "not 0"});
  expect_error(with("\"units\":8", "\"units\":2.5"), "out_of_range", "layers[0].units", {"whole", "2.5"});
  expect_error(with("\"units\":8", "\"units\":\"8\""), "out_of_range", "layers[0].units", {"8"});
  expect_error(with("\"units\":8", "\"pieces\":8"), "unknown_field", "layers[0].pieces", {"units"});
  expect_error(with(",\"units\":8", ""), "missing_field", "layers[0].units", {"missing"});
  expect_error(with("mean_squared_error", "mse"), "unknown_value", "loss", {"mse", "binary_cross_entropy"});
  expect_error(with("\"learning_rate\":0.1", "\"learning_rate\":\"Infinity\""), "out_of_range",
               "optimizer.learning_rate", {"Infinity"});
  expect_error(with("\"sgd\"", "\"sdg\""), "unknown_value", "optimizer.type", {"sgd", "adam"});
  expect_error(with("\"batch_size\":16", "\"batch_size\":-3"), "out_of_range", "batch_size", {"-3", "65536"});
  expect_error(with("xor", "mnist"), "unknown_value", "dataset.name", {"mnist", "spiral", "digits"});
  expect_error(with("\"name\":\"xor\"", "\"name\":\"xor\",\"noise\":7"), "out_of_range", "dataset.noise", {"7"});
  expect_error(with("\"type\":\"dense\",\"units\":8", "\"type\":\"dens\",\"units\":8"), "unknown_value",
               "layers[0].type", {"dense", "maxout"});
  expect_error(with("\"inputs\":2", "\"input\":2"), "unknown_field", "input", {"inputs"});
  expect_error("{", "syntax", "", {"JSON"});
  expect_error("[]", "wrong_type", "", {"object"});
  expect_error(with("\"layers\":[", "\"layers\":[1,"), "wrong_type", "layers[0]", {"object"});
}

TEST(Spec, LearnedParametersAndChannels) {
  const std::string prelu = R"("prelu","learned":["a"],"channels":)";
  EXPECT_TRUE(read_spec(with(R"("leaky_relu","parameters":{"negative_slope":0.2})", prelu + "8")));
  expect_error(with(R"("leaky_relu","parameters":{"negative_slope":0.2})", prelu + "3"), "out_of_range",
               "layers[1].channels", {"1", "8", "3"});
  expect_error(with(R"("parameters")", R"("learned":["negative_slope"],"parameters")"), "unknown_parameter",
               "layers[1].learned", {"none"});
}

TEST(Spec, DataMustFit) {
  auto spec = read_spec(with("\"inputs\":2", "\"inputs\":3"));
  ASSERT_TRUE(spec);
  const DatasetOptions options = *spec->dataset;
  const auto network = Network::make(std::move(*spec), make_dataset(options));
  ASSERT_FALSE(network);
  EXPECT_EQ(network.error().path, "inputs");

  spec = read_spec(with("mean_squared_error", "softmax_cross_entropy"));
  const auto one_output = Network::make(std::move(*spec), make_dataset(options));
  ASSERT_FALSE(one_output);
  EXPECT_NE(one_output.error().message.find("labels are 0 to 0"), std::string::npos) << one_output.error().message;
}

}  // namespace
}  // namespace playground::test
