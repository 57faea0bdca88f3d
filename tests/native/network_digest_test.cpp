// 1,000 training steps, bit for bit: every spec of tests/digests/training.json has one digest of losses and final
// weights, here with g++ and clang and in WebAssembly, and in tests/web in Chromium and Firefox.
#include <gtest/gtest.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "tests/native/support.h"

namespace playground::test {
namespace {

TEST(Digest, ThousandStepsGiveTheSameBitsEverywhere) {
  rapidjson::Document document;
  document.Parse(read_file("digests/training.json").c_str());
  ASSERT_FALSE(document.HasParseError());
  ASSERT_GE(document.GetArray().Size(), 5u);
  for (const Json& entry : document.GetArray()) {
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
    entry["spec"].Accept(writer);
    auto spec = read_spec(buffer.GetString());
    ASSERT_TRUE(spec) << spec.error().message;
    Dataset data = make_dataset(*spec->dataset);
    auto network = Network::make(std::move(*spec), std::move(data));
    ASSERT_TRUE(network) << network.error().message;
    std::vector<float> losses(1000);
    (*network)->train(1000, losses.data());
    EXPECT_LT((*network)->diverged_at(), 0);
    EXPECT_LT(losses.back(), losses.front());
    Digest digest;
    digest.add(losses);
    for (size_t k = 0; k < (*network)->arena().tensors().size(); ++k) {
      digest.add(tensor_values(**network, static_cast<int>(k)));
    }
    EXPECT_EQ(digest.hex(), entry["digest"].GetString()) << entry["name"].GetString();
  }
}

}  // namespace
}  // namespace playground::test
