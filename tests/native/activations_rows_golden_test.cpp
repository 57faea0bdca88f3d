// Every function of rows against its golden file (tests/reference/README.md): values, vector-Jacobian and
// Jacobian-vector products to 20 digits.
#include <rapidjson/document.h>

#include <fstream>
#include <iterator>

#include "tests/native/activations_rows.h"

namespace playground::test {
namespace {

using Json = rapidjson::Value;
using Exacts = std::vector<long double>;

// Numbers stand as texts; nested arrays are flattened.
Exacts exacts(const Json& json) {
  if (json.IsString()) return {std::strtold(json.GetString(), nullptr)};
  if (json.IsNumber()) return {json.GetDouble()};
  Exacts flat;
  for (const Json& entry : json.GetArray()) {
    for (long double number : exacts(entry)) flat.push_back(number);
  }
  return flat;
}

std::vector<float> floats_of(const Json& json) {
  const Exacts numbers = exacts(json);
  return {numbers.begin(), numbers.end()};
}

// A row of values beside a row of gates.
template <class Number>
std::vector<Number> joined(std::vector<Number> first, const std::vector<Number>& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

// [height][width] as it would stand along the other axis.
template <class Number>
std::vector<Number> transposed(const std::vector<Number>& matrix, size_t width) {
  std::vector<Number> turned;
  for (size_t c = 0; c < width; ++c) {
    for (size_t k = c; k < matrix.size(); k += width) turned.push_back(matrix[k]);
  }
  return turned;
}

struct Case {
  std::vector<float> parameters;
  Rows rows;
  Exacts value, vector_jacobian, jacobian_vector;
};

class GoldenRows : public RowFunctionTest {
 protected:
  void SetUp() override {
    std::ifstream file(PLAYGROUND_TEST_DATA "/reference/golden/" + id() + ".json");
    document_.Parse(std::string(std::istreambuf_iterator<char>(file), {}).c_str());
    if (document_.HasParseError()) GTEST_SKIP() << id() << " has no golden file, only its oracle";
  }

  Case read(const Json& json) const {
    Case read{parameter_sets()[0], {}, exacts(json["y"]), {}, exacts(json["jvp"])};
    for (size_t k = 0; k < read.parameters.size(); ++k) {
      const char* name = GetParam().parameters[k].name;
      if (json.HasMember(name)) read.parameters[k] = json[name].GetFloat();
    }
    read.rows.cotangent = floats_of(json["cotangent"]);
    if (json.HasMember("gumbel_noise")) read.rows.noise = floats_of(json["gumbel_noise"]);
    if (json.HasMember("gate")) {
      read.rows.x = joined(floats_of(json["value"]), floats_of(json["gate"]));
      read.rows.tangent = joined(floats_of(json["tangent_value"]), floats_of(json["tangent_gate"]));
      read.vector_jacobian = joined(exacts(json["vjp_value"]), exacts(json["vjp_gate"]));
    } else {
      read.rows.x = floats_of(json["x"]);
      read.rows.tangent = floats_of(json["tangent"]);
      read.vector_jacobian = exacts(json["vjp"]);
    }
    const size_t width = json["shape"].Size() == 2 ? json["shape"][1].GetUint() : read.rows.x.size();
    read.rows.columns = width;
    if (json.HasMember("axis") && json["axis"].GetInt() == 0) turn(read, width);
    return read;
  }

  static void turn(Case& read, size_t width) {
    read.rows.columns = read.rows.x.size() / width;
    for (auto* array : {&read.rows.x, &read.rows.tangent, &read.rows.cotangent}) *array = transposed(*array, width);
    for (auto* array : {&read.value, &read.vector_jacobian, &read.jacobian_vector}) *array = transposed(*array, width);
  }

  void check(const Case& read) {
    const RowsOutput found = at(read.parameters).evaluate(read.rows);
    ASSERT_EQ(found.value.size(), read.value.size());
    ASSERT_EQ(found.vector_jacobian.size(), read.vector_jacobian.size());
    ASSERT_EQ(found.jacobian_vector.size(), read.jacobian_vector.size());
    const size_t n = read.rows.columns;
    const size_t outputs = read.value.size() / read.rows.rows();
    for (size_t r = 0; r < read.rows.rows(); ++r) {
      const ExactRow oracle = at(read.parameters).exact(read.rows, r);
      for (size_t k = r * outputs; k < (r + 1) * outputs; ++k) {
        values_.add(static_cast<float>(k), error_of(found.value[k], read.value[k]));
        products_.add(static_cast<float>(k), error_of(found.jacobian_vector[k], read.jacobian_vector[k]),
                      oracle.jacobian_vector.floor[k - r * outputs]);
      }
      for (size_t k = r * n; k < (r + 1) * n; ++k) {
        products_.add(static_cast<float>(k), error_of(found.vector_jacobian[k], read.vector_jacobian[k]),
                      oracle.vector_jacobian.floor[k - r * n]);
      }
    }
  }

  rapidjson::Document document_;
  Worst values_, products_;
};

TEST_P(GoldenRows, IsWithinItsBound) {
  int cases = 0;
  for (const Json& json : document_["cases"].GetArray()) {
    if (json.HasMember("points")) continue;
    SCOPED_TRACE(json["name"].GetString());
    check(read(json));
    ++cases;
    ASSERT_LE(values_.error.steps, bound().value_ulp) << "element " << values_.at;
    ASSERT_LE(products_.error.steps, bound().slope_ulp) << "element " << products_.at;
    ASSERT_EQ(values_.specials + products_.specials, 0);
  }
  EXPECT_GE(cases, 3);
  print(values_, id() + " value");
  print(products_, id() + " products");
}

INSTANTIATE_TEST_SUITE_P(Activations, GoldenRows, testing::ValuesIn(row_entries()), test_name);

// One unit of affine pieces of one input.
TEST(MaxoutPieces, MatchTheirGoldenPoints) {
  std::ifstream file(PLAYGROUND_TEST_DATA "/reference/golden/maxout.json");
  rapidjson::Document document;
  document.Parse(std::string(std::istreambuf_iterator<char>(file), {}).c_str());
  int points = 0;
  for (const Json& json : document["cases"].GetArray()) {
    if (!json.HasMember("points")) continue;
    const std::vector<float> weights = floats_of(json["W"]), bias = floats_of(json["b"]);
    const AffineRows pieces{weights.data(), bias.data(), 1, weights.size()};
    const std::array<float, 1> k{static_cast<float>(weights.size())};
    for (const Json& point : json["points"].GetArray()) {
      const float x = floats_of(point["x"])[0], one = 1.0f;
      std::vector<float> z(weights.size()), by_piece(weights.size());
      pieces.apply(&x, 1, true, z.data());
      float y, slope;
      evaluate_rows({find_activation("maxout")->rows, k.data(), z.data(), 1, weights.size(), nullptr, &one},
                    {&y, by_piece.data()});
      pieces.apply_transposed(by_piece.data(), 1, &slope);
      EXPECT_EQ(error_of(y, exacts(point["y"])[0]).steps, 0) << "x = " << x;
      EXPECT_EQ(slope, floats_of(point["dy_dx"])[0]) << "x = " << x;
      EXPECT_EQ(by_piece[point["argmax"].GetUint()], 1.0f) << "x = " << x;
      ++points;
    }
  }
  EXPECT_GE(points, 15);
}

}  // namespace
}  // namespace playground::test
