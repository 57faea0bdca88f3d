#include "cpp/bindings/json_writer.h"

#include <emscripten.h>

// The digits of a finite number as JavaScript writes them; returns how many characters they are, at most 24.
EM_JS(int, write_digits, (double value, char* target), {
  const digits = String(value);
  for (let i = 0; i < digits.length; ++i) HEAPU8[target + i] = digits.charCodeAt(i);
  return digits.length;
});

namespace playground {

void JsonWriter::separate() {
  if (!first_) json_ += ',';
  first_ = false;
}

JsonWriter& JsonWriter::open(char bracket) {
  separate();
  json_ += bracket;
  first_ = true;
  return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
  json_ += bracket;
  first_ = false;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  text(name);
  json_ += ':';
  first_ = true;
  return *this;
}

JsonWriter& JsonWriter::text(std::string_view value) {
  separate();
  json_ += '"';
  for (char c : value) {
    if (c == '"' || c == '\\') json_ += '\\';
    json_ += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
  json_ += '"';
  return *this;
}

JsonWriter& JsonWriter::number(double value) {
  if (value != value) return text("NaN");
  if (value - value != 0.0) return text(value > 0 ? "Infinity" : "-Infinity");
  separate();
  char digits[24];
  json_.append(digits, static_cast<size_t>(write_digits(value, digits)));
  return *this;
}

JsonWriter& JsonWriter::boolean(bool value) {
  separate();
  json_ += value ? "true" : "false";
  return *this;
}

}  // namespace playground
