// Saving and loading: training goes on to the bit, and nothing but the whole file with the same data is accepted.
#include <gtest/gtest.h>

#include <cmath>

#include "cpp/network/file.h"
#include "tests/native/support.h"

namespace playground::test {
namespace {

const std::string layers =
    R"({"type":"dense","units":7},{"type":"activation","id":"prelu","learned":["a"],"channels":7},)"
    R"({"type":"batch_norm"},{"type":"maxout","units":5,"pieces":3},{"type":"activation","id":"rrelu"},)"
    R"({"type":"dropout","rate":0.2},{"type":"dense","units":6},{"type":"activation","id":"tanh"},)"
    R"({"type":"dense","units":1})";

std::string spec_json(const std::string& optimizer, const std::string& rest = "") {
  return R"({"inputs":2,"layers":[)" + layers + R"(],"loss":"binary_cross_entropy","batch_size":9,"optimizer":)" +
         optimizer + R"(,"shuffle":true,"seed":4,"dataset":{"name":"moons","size":70})" + rest + "}";
}

const std::string adam = R"({"type":"adam","learning_rate":0.01})";

std::unique_ptr<Network> taken(Result<std::unique_ptr<Network>> network) {
  EXPECT_TRUE(network) << network.error().message;
  return std::move(*network);
}

std::unique_ptr<Network> network_of(const std::string& json) {
  auto spec = read_spec(json);
  EXPECT_TRUE(spec) << spec.error().message;
  Dataset data = make_dataset(*spec->dataset);
  return taken(Network::make(std::move(*spec), std::move(data)));
}

Result<std::unique_ptr<Network>> loaded(const std::string& file) {
  const auto json = saved_spec(file);
  if (!json) return json.error();
  auto spec = read_spec(*Result<std::string_view>(json));
  EXPECT_TRUE(spec) << spec.error().message;
  Dataset data = make_dataset(*spec->dataset);
  return load(file, std::move(*spec), std::move(data));
}

std::vector<float> trained(Network& network, int steps) {
  std::vector<float> losses(steps);
  network.train(steps, losses.data());
  return losses;
}

void expect_same(Network& a, Network& b) {
  EXPECT_EQ(a.step(), b.step());
  EXPECT_EQ(a.diverged_at(), b.diverged_at());
  ASSERT_EQ(a.arena().tensors().size(), b.arena().tensors().size());
  for (size_t k = 0; k < a.arena().tensors().size(); ++k) {
    for (Arena::Part part : {Arena::values, Arena::gradients}) {
      EXPECT_EQ(tensor_values(a, static_cast<int>(k), part), tensor_values(b, static_cast<int>(k), part))
          << a.arena().tensors()[k].key;
    }
  }
  EXPECT_TRUE(std::equal(a.gradient_norms().begin(), a.gradient_norms().end(), b.gradient_norms().begin()));
}

TEST(File, TrainingGoesOnToTheBit) {
  for (const std::string& json :
       {spec_json(adam), spec_json(R"({"type":"sgd","learning_rate":0.05})"),
        spec_json(R"({"type":"rmsprop","learning_rate":0.002,"centered":true,"momentum":0.5})"),
        spec_json(adam, R"(,"schedule":{"type":"cosine","steps":150},"clip_norm":0.5,"l1":0.001)"),
        spec_json(R"({"type":"adagrad","learning_rate":0.02})",
                  R"(,"pretraining":{"method":"autoencoder","epochs":2})")}) {
    const auto network = network_of(json);
    trained(*network, 101);  // in the middle of an epoch
    const std::string file = save(*network);
    const auto copy = taken(loaded(file));
    expect_same(*network, *copy);
    EXPECT_EQ(trained(*network, 100), trained(*copy, 100));
    expect_same(*network, *copy);
    EXPECT_EQ(save(*network), save(*copy));
  }
}

TEST(File, KeepsChangedSettings) {
  const auto network = network_of(spec_json(adam));
  trained(*network, 10);
  EXPECT_FALSE(network->set_learning_rate(0.003));
  EXPECT_FALSE(network->set_batch_size(13));
  const auto copy = taken(loaded(save(*network)));
  EXPECT_EQ(copy->spec().optimizer.learning_rate, 0.003);
  EXPECT_EQ(trained(*network, 50), trained(*copy, 50));
}

TEST(File, KeepsDivergence) {
  const auto network = network_of(spec_json(adam));
  trained(*network, 5);
  ASSERT_FALSE(network->set_values(network->arena().find("8.weight"), std::vector<float>(6, 3e38f)));
  trained(*network, 5);
  ASSERT_GE(network->diverged_at(), 0);
  const auto copy = taken(loaded(save(*network)));
  EXPECT_EQ(copy->diverged_at(), network->diverged_at());
  EXPECT_TRUE(std::isnan(trained(*copy, 1)[0]));
}

std::string refusal(const std::string& file) {
  const auto network = loaded(file);
  return network ? "accepted" : network.error().code;
}

TEST(File, RefusesWhatIsNotWhole) {
  const auto network = network_of(spec_json(adam));
  trained(*network, 3);
  const std::string file = save(*network);
  for (size_t at = 0; at < file.size(); ++at) {
    std::string damaged = file;
    damaged[at] = static_cast<char>(damaged[at] ^ (1 << (at % 8)));
    ASSERT_EQ(refusal(damaged), at < 8 ? "foreign_file" : "damaged_file") << "byte " << at;
  }
  for (size_t length : {size_t{8}, size_t{15}, size_t{19}, file.size() / 2, file.size() - 1}) {
    EXPECT_EQ(refusal(file.substr(0, length)), "damaged_file") << length;
  }
  EXPECT_EQ(refusal(file + '\0'), "damaged_file");
  EXPECT_EQ(refusal(""), "foreign_file");
  EXPECT_EQ(refusal("{\"inputs\":2}"), "foreign_file");
}

TEST(File, RefusesOtherData) {
  const auto network = network_of(spec_json(adam));
  const std::string file = save(*network);
  auto spec = read_spec(spec_json(adam));
  Dataset data = make_dataset(*spec->dataset);
  data.x[17] += 1e-6f;
  const auto copy = load(file, std::move(*spec), std::move(data));
  ASSERT_FALSE(copy);
  EXPECT_EQ(copy.error().code, "data");
}

// The file is the same on every machine: these are its first bytes and its size.
TEST(File, IsLittleEndian) {
  const auto network = network_of(spec_json(adam));
  const std::string file = save(*network);
  EXPECT_EQ(file.substr(0, 12), std::string("APLAYNET\1\0\0\0", 12));
  const auto byte = [&](size_t at) { return static_cast<size_t>(static_cast<unsigned char>(file[at])); };
  EXPECT_EQ(byte(12) + 256 * byte(13) + 65536 * byte(14), file.size());
  EXPECT_EQ(byte(16) + 256 * byte(17), spec_json(adam).size());
}

}  // namespace
}  // namespace playground::test
