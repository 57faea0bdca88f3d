// Numbers and texts as little-endian bytes, out and in.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace playground {

class ByteWriter {
 public:
  void number(uint64_t value, int bytes) {
    for (int k = 0; k < bytes; ++k) data.push_back(static_cast<char>(value >> (8 * k)));
  }
  void real(double value) {
    uint64_t bits;
    std::memcpy(&bits, &value, sizeof bits);
    number(bits, 8);
  }
  void real(float value) {
    uint32_t bits;
    std::memcpy(&bits, &value, sizeof bits);
    number(bits, 4);
  }
  void text(std::string_view value) {
    number(value.size(), 4);
    data += value;
  }

  std::string data;
};

// Beyond the end it reads zeros and remembers.
class ByteReader {
 public:
  explicit ByteReader(std::string_view data) : rest_(data) {}

  bool failed() const { return failed_; }
  bool at_end() const { return rest_.empty() && !failed_; }

  uint64_t number(int bytes) {
    const std::string_view taken = take(static_cast<size_t>(bytes));
    uint64_t value = 0;
    for (size_t k = 0; k < taken.size(); ++k) value |= uint64_t{static_cast<unsigned char>(taken[k])} << (8 * k);
    return value;
  }
  double real64() {
    const uint64_t bits = number(8);
    double value;
    std::memcpy(&value, &bits, sizeof value);
    return value;
  }
  float real32() {
    const auto bits = static_cast<uint32_t>(number(4));
    float value;
    std::memcpy(&value, &bits, sizeof value);
    return value;
  }
  std::string_view text() { return take(number(4)); }

 private:
  std::string_view take(uint64_t bytes) {
    if (bytes > rest_.size()) {
      failed_ = true;
      rest_ = {};
      return {};
    }
    const std::string_view taken = rest_.substr(0, bytes);
    rest_.remove_prefix(bytes);
    return taken;
  }

  std::string_view rest_;
  bool failed_ = false;
};

}  // namespace playground
