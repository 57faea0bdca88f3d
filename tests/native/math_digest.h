// Digests of kernel outputs: the same bits from every compiler, natively and in WebAssembly. The expected values stand
// in tests/reference/digests.txt, one "name digest" a line.
#pragma once

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <fstream>
#include <map>
#include <span>
#include <string>

#include "tests/native/math_accuracy.h"

namespace playground::test {

// FNV-1a over the bytes of the bit patterns, lowest first. Every NaN counts as one: payloads differ between machines.
class BitDigest {
 public:
  void add(std::span<const float> values) {
    for (float value : values) {
      const uint32_t bits = std::isnan(value) ? 0x7fc00000u : bits_of_float(value);
      for (int shift = 0; shift < 32; shift += 8) hash_ = (hash_ ^ ((bits >> shift) & 0xffu)) * 0x100000001b3ull;
    }
  }
  std::string hex() const {
    char text[17];
    std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(hash_));
    return text;
  }

 private:
  uint64_t hash_ = 0xcbf29ce484222325ull;
};

inline constexpr uint32_t digest_stride = 65521;

inline void expect_digest(const std::string& name, const BitDigest& digest) {
  static const std::map<std::string, std::string> table = [] {
    std::map<std::string, std::string> entries;
    std::ifstream file(PLAYGROUND_TEST_DATA "/reference/digests.txt");
    for (std::string entry, hex; file >> entry >> hex;) entries[entry] = hex;
    return entries;
  }();
  const std::string line = "\n  " + name + " " + digest.hex() + "\n";
  const auto found = table.find(name);
  if (found == table.end()) GTEST_SKIP() << "not yet held to: tests/reference/digests.txt lacks the line" << line;
  EXPECT_EQ(digest.hex(), found->second)
      << "tests/reference/digests.txt should have the line" << line
      << "if these outputs are meant to differ from the last commit's, and every build agrees on it.";
}

}  // namespace playground::test
