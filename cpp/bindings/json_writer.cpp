#include "cpp/bindings/json_writer.h"

#include <emscripten/val.h>

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
  json_ += emscripten::val(value).call<std::string>("toString");
  return *this;
}

JsonWriter& JsonWriter::boolean(bool value) {
  separate();
  json_ += value ? "true" : "false";
  return *this;
}

JsonWriter& JsonWriter::null() {
  separate();
  json_ += "null";
  return *this;
}

}  // namespace playground
