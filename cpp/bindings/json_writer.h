// Writes the small JSON texts that cross to JavaScript; numbers as JavaScript writes them, in
// the shortest form that reads back to the same bits.
#pragma once

#include <string>
#include <string_view>

namespace playground {

class JsonWriter {
 public:
  // Writes over what the text held.
  explicit JsonWriter(std::string& text) : json_(text) { json_.clear(); }

  JsonWriter& open(char bracket);   // { or [
  JsonWriter& close(char bracket);  // } or ]
  JsonWriter& key(std::string_view name);
  JsonWriter& text(std::string_view value);
  JsonWriter& number(double value);  // NaN and infinities become the texts "NaN", "Infinity", "-Infinity"
  JsonWriter& boolean(bool value);

 private:
  void separate();

  std::string& json_;
  bool first_ = true;
};

}  // namespace playground
