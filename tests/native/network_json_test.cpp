// The reader of specs against RapidJSON: what is JSON, where it breaks, and which number is written.
#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "cpp/math/random.h"
#include "cpp/network/json.h"
#include "tests/native/support.h"

namespace playground::test {
namespace {

bool accepts(const std::string& text) {
  size_t broken = 0;
  return static_cast<bool>(read_json(text, broken));
}

bool library_accepts(const std::string& text) {
  rapidjson::Document document;
  document.Parse(text.data(), text.size());
  return !document.HasParseError();
}

TEST(JsonReader, AcceptsWhatIsJson) {
  for (const char* text : {"{}",
                           " [ ] ",
                           "[1,-2.5e+3,0,-0,1E-7]",
                           R"({"a":{"b":[true,false,null,"x\"\\\u00e9"]}})",
                           "\"\xE5\x9C\x86\"",
                           "1",
                           "",
                           " ",
                           "{",
                           "[",
                           "[1,]",
                           "{,}",
                           "{\"a\"}",
                           "{\"a\":}",
                           "{\"a\":1,}",
                           "[1 2]",
                           "01",
                           "-",
                           "1.",
                           ".5",
                           "1e",
                           "+1",
                           "nul",
                           "truefalse",
                           "\"",
                           "\"\\x\"",
                           "\"\n\"",
                           "[}",
                           "{]",
                           "NaN",
                           "'a'",
                           "1 1",
                           "[\"\\\"]"}) {
    EXPECT_EQ(accepts(text), library_accepts(text)) << text;
  }
  EXPECT_FALSE(accepts(std::string(100000, '[')));
}

// Every deletion, doubling and replacement of one character of a good text.
TEST(JsonReader, AgreesOnDamagedTexts) {
  const std::string good = R"({"inputs": 2, "layers": [{"a": -1.5e-3, "b": "x\"y"}, [], true], "c": {"d": null}})";
  ASSERT_TRUE(accepts(good));
  for (size_t i = 0; i < good.size(); ++i) {
    const auto compare = [&](std::string_view put) {
      std::string text = good;
      text.replace(i, 1, put);
      EXPECT_EQ(accepts(text), library_accepts(text)) << text;
    };
    compare("");
    compare(std::string(2, good[i]));
    for (char c : std::string_view("{}[]\",:\\ \n019.-+eEtfnux")) compare(std::string(1, c));
  }
}

TEST(JsonReader, FindsTheBreak) {
  size_t broken = 0;
  EXPECT_FALSE(read_json(R"({"a":1,"b":tru})", broken));
  EXPECT_EQ(broken, 11u);
}

TEST(JsonReader, ReadsNumbersToTheLastBit) {
  // Shortest decimals of floats, as JavaScript writes what a slider sets: at most 9 digits.
  Random random(1, Stream::dataset);
  for (int i = 0; i < 100000; ++i) {
    const float number = static_cast<float>((random.uniform_double() - 0.5) * std::pow(10.0, random.below(16)) * 1e-6);
    char text[32];
    std::snprintf(text, sizeof text, "%.9g", number);
    EXPECT_EQ(playground::Json{text}.to_number(), std::strtod(text, nullptr)) << text;
  }
  for (const char* text : {"0", "-0", "1", "0.1", "1e-8", "0.001", "1e6", "4294967295", "0.999999", "1e22", "1e-22"}) {
    EXPECT_EQ(playground::Json{text}.to_number(), std::strtod(text, nullptr)) << text;
  }
  EXPECT_NEAR(playground::Json{"12345678901234567890123e-22"}.to_number(), 1.2345678901234568, 1e-15);
  EXPECT_EQ(playground::Json{"0e999999999999999999999"}.to_number(), 0.0);
  EXPECT_EQ(playground::Json{"1e-999999999999999999999"}.to_number(), 0.0);
  EXPECT_GT(playground::Json{"1e999999999999999999999"}.to_number(), 1e308);
}

}  // namespace
}  // namespace playground::test
