// Steps of a narrow network, which take samples as rows, against the layers' own: a call's last step is always theirs,
// so steps asked for one by one never are narrow ones.
#include <gtest/gtest.h>

#include "tests/native/support.h"

namespace playground::test {
namespace {

struct Case {
  std::string inputs;
  std::string layers;
  std::string loss;
  int batch;
  int classes;  // 0: a number is learned
};

std::unique_ptr<Network> network_of(const Case& c) {
  const std::string json = R"({"inputs":)" + c.inputs + R"(,"layers":[)" + c.layers + R"(],"loss":")" + c.loss +
                           R"(","batch_size":)" + std::to_string(c.batch) +
                           R"(,"shuffle":true,"optimizer":{"type":"sgd","learning_rate":0.05,"momentum":0.5}})";
  auto spec = read_spec(json);
  EXPECT_TRUE(spec) << spec.error().message << json;
  Dataset data;
  data.inputs = spec->inputs;
  data.rows = data.train_rows = 50;
  data.outputs = c.classes ? 0 : spec->outputs();
  Random random(7, Stream::dataset);
  for (int k = 0; k < data.rows * data.inputs; ++k) data.x.push_back(random.normal());
  for (int k = 0; k < data.rows * data.outputs; ++k) data.y.push_back(random.normal());
  for (int row = 0; c.classes && row < data.rows; ++row) data.labels.push_back(row % c.classes);
  return std::move(*Network::make(std::move(*spec), std::move(data)));
}

std::string dense(int units, bool bias = true) {
  return R"({"type":"dense","units":)" + std::to_string(units) + R"(,"bias":)" + (bias ? "true}" : "false}");
}
std::string function(const std::string& id) { return R"({"type":"activation","id":")" + id + R"("})"; }

TEST(Narrow, GivesTheBitsOfTheLayers) {
  const std::string tanh = function("tanh");
  const std::string sigmoid = function("sigmoid");  // not zero where padding is
  const std::vector<Case> cases{
      {"2", dense(8) + "," + tanh + "," + dense(8) + "," + tanh + "," + dense(1), "mean_squared_error", 10, 0},
      {"2", dense(4) + "," + tanh + "," + dense(1), "mean_squared_error", 1, 0},
      {"1", dense(5) + "," + sigmoid + "," + dense(7, false) + "," + sigmoid + "," + dense(2), "huber", 3, 0},
      {"7", dense(6, false) + "," + function("relu") + "," + dense(1) + "," + sigmoid, "mean_squared_error", 64, 0},
      {"8", dense(8) + "," + dense(8) + "," + function("gelu") + "," + dense(5), "softmax_cross_entropy", 13, 5},
      {"3", dense(7) + "," + sigmoid + "," + dense(3) + "," + sigmoid, "mean_squared_error", 10, 0},
      {"4", dense(1), "mean_squared_error", 6, 0},
  };
  for (const Case& c : cases) {
    const auto together = network_of(c);
    const auto single = network_of(c);
    std::vector<float> a(60), b(60);
    together->train(60, a.data());
    for (float& loss : b) single->train(1, &loss);
    EXPECT_EQ(a, b) << c.layers;
    EXPECT_LT(together->diverged_at(), 0);
    for (size_t k = 0; k < together->arena().tensors().size(); ++k) {
      const int tensor = static_cast<int>(k);
      EXPECT_EQ(tensor_values(*together, tensor), tensor_values(*single, tensor)) << c.layers << " tensor " << k;
    }
    // What stands beside the tensors stays zero.
    float beside = 0.0f;
    for (const Tensor& t : together->arena().tensors()) {
      const Matrix m{together->arena().part(Arena::values) + t.offset, t.rows, t.stride()};
      for (int r = 0; r < m.rows; ++r) {
        for (int i = t.columns; i < m.stride; ++i) beside += std::abs(m.row(r)[i]);
      }
    }
    EXPECT_EQ(beside, 0.0f) << c.layers;
  }
}

// Both kinds of steps are there to be compared: widths at the limits, and layers that narrow steps do not know.
TEST(Narrow, TakesWhatItIsFasterFor) {
  const auto taken = [](const std::string& inputs, const std::string& layers) {
    auto spec =
        read_spec(R"({"inputs":)" + inputs + R"(,"layers":[)" + layers +
                  R"(],"loss":"mean_squared_error","batch_size":10,"optimizer":{"type":"sgd","learning_rate":0.1}})");
    EXPECT_TRUE(spec) << spec.error().message;
    Arena arena;
    int width = spec->inputs;
    int layer = 0;
    for (const LayerSpec& l : spec->layers) {
      if (l.type != LayerType::dense) continue;
      arena.add(std::to_string(layer) + ".weight", l.units, width, true);
      arena.add(std::to_string(layer++) + ".bias", 1, l.units, false);
      width = l.units;
    }
    arena.allocate(0);
    return make_narrow_step(*spec, arena) != nullptr;
  };
  const std::string tanh = "," + function("tanh") + ",";
  EXPECT_TRUE(taken("2", dense(8) + tanh + dense(1)));
  EXPECT_TRUE(taken("8", dense(4) + tanh + dense(8)));
  EXPECT_FALSE(taken("9", dense(8) + tanh + dense(1)));
  EXPECT_FALSE(taken("2", dense(9) + tanh + dense(1)));
  EXPECT_FALSE(taken("2", dense(8) + tanh + dense(9)));
  EXPECT_FALSE(taken("2", dense(3) + tanh + dense(8) + tanh + dense(1)));
  EXPECT_FALSE(taken("2", dense(8) + "," + function("elu") + "," + dense(1)));
  EXPECT_FALSE(taken("2", dense(8) + R"(,{"type":"dropout","rate":0.5},)" + dense(1)));
}

}  // namespace
}  // namespace playground::test
