// What several tests share: reading the data folder, JSON, digests.
#pragma once

#include <rapidjson/document.h>

#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "cpp/network/network.h"

namespace playground::test {

// The tests read their data with a library; the engine reads its spec with cpp/network/json.h.
using Json = rapidjson::Value;

// Relative to tests/.
inline std::string read_file(const std::string& path) {
  std::ifstream file(PLAYGROUND_TEST_DATA "/" + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline std::vector<std::string> files_in(const std::string& folder, const std::string& extension) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(PLAYGROUND_TEST_DATA "/" + folder)) {
    if (entry.path().extension() == extension) names.push_back(entry.path().stem().string());
  }
  return names;
}

inline std::vector<double> numbers(const Json& json) {
  if (json.IsNumber()) return {json.GetDouble()};
  std::vector<double> flat;
  for (const Json& entry : json.GetArray()) {
    for (double number : numbers(entry)) flat.push_back(number);
  }
  return flat;
}

inline std::vector<float> floats(const Json& json) {
  const std::vector<double> values = numbers(json);
  return {values.begin(), values.end()};
}

// FNV-1a over the 32-bit patterns.
class Digest {
 public:
  void add(std::span<const float> values) {
    for (float value : values) {
      uint32_t bits;
      std::memcpy(&bits, &value, sizeof bits);
      hash_ = (hash_ ^ bits) * 16777619u;
    }
  }
  std::string hex() const {
    char text[9];
    std::snprintf(text, sizeof text, "%08x", hash_);
    return text;
  }

 private:
  uint32_t hash_ = 2166136261u;
};

inline std::vector<float> tensor_values(const Arena& arena, int tensor, Arena::Part part = Arena::values) {
  std::vector<float> values(arena.tensors()[tensor].size());
  arena.read(tensor, part, values.data());
  return values;
}

inline std::vector<float> tensor_values(Network& network, int tensor, Arena::Part part = Arena::values) {
  return tensor_values(network.arena(), tensor, part);
}

}  // namespace playground::test
