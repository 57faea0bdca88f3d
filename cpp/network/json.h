// Reading values out of JSON text, with errors that name the field.
//
// A value is the text from its first character on: nothing is copied and no tree is built. A library's parser would be
// a tenth of the WebAssembly module, its table of powers of ten included; a spec is short, and to find a field by
// reading over the others is cheap.
#pragma once

#include "cpp/network/spec.h"

namespace playground {

enum class JsonType { null, boolean, number, text, array, object };

// Made by read_json: the text is known to be right.
struct Json {
  std::string_view text;  // from the value's first character to the end of the document; empty: no value

  explicit operator bool() const { return !text.empty(); }
  JsonType type() const;
  bool is(JsonType wanted) const { return *this && type() == wanted; }
  double to_number() const;
  bool to_boolean() const { return text[0] == 't'; }
  // As written between the quotes, with its escapes: no name that is valid here has one.
  std::string_view to_text() const;
};

// The value that the text is. None where it is not JSON: `broken` is then the place of the first wrong character.
Json read_json(std::string_view text, size_t& broken);

// Goes through an array or an object.
class JsonItems {
 public:
  explicit JsonItems(Json container) : rest_(container.text.substr(1)), keyed_(container.type() == JsonType::object) {}

  // False at the end.
  bool next();
  std::string_view key() const { return key_; }
  Json value() const { return value_; }

 private:
  std::string_view rest_;
  bool keyed_;
  std::string_view key_;
  Json value_;
};

// Names as a message lists them; those for which `name` is null are left out.
template <class Entries, class Name>
std::string names_of(const Entries& entries, Name&& name) {
  std::string names;
  for (const auto& entry : entries) {
    const char* text = name(entry);
    if (!text) continue;
    if (!names.empty()) names += ", ";
    names += text;
  }
  return names.empty() ? "none" : names;
}

// Looks fields up in one object and keeps the first error of the whole document. Lists of names are written as a
// message lists them: "scheme, scale, gain".
class ObjectReader {
 public:
  // path: of the object itself, "" at the root.
  ObjectReader(Json object, std::string path, std::optional<Error>& error);
  // The same, with every key that may stand there.
  ObjectReader(Json object, std::string path, std::optional<Error>& error, std::string_view known)
      : ObjectReader(object, std::move(path), error) {
    allow(known);
  }

  // Any other key is an error: for objects whose keys depend on what one of them says.
  void allow(std::string_view known);

  bool failed() const { return error_.has_value(); }
  bool has(std::string_view key) const { return static_cast<bool>(find(key)); }
  std::string path(std::string_view key) const;

  double number(std::string_view key, Range range);
  double number_or(std::string_view key, Range range, double otherwise);
  double whole(std::string_view key, Range range);
  int integer(std::string_view key, Range range) { return static_cast<int>(whole(key, range)); }
  int integer_or(std::string_view key, Range range, int otherwise);
  bool boolean_or(std::string_view key, bool otherwise);
  std::string_view text(std::string_view key);
  // The index of the text among the names.
  int choice(std::string_view key, std::string_view names);
  // Whether the field is this very text.
  bool says(std::string_view key, std::string_view word) const;
  // No value, with an error, where the field is missing or of another type; without an error where it may be absent.
  Json required(std::string_view key, JsonType type);
  Json if_any(std::string_view key, JsonType type);

  // The message is the field's path followed by the complaint.
  void fail(const char* code, std::string_view key, std::initializer_list<std::string_view> complaint);

 private:
  Json find(std::string_view key) const;
  void fail_type(std::string_view key, std::string_view expected, Json found);

  Json object_;
  std::string path_;
  std::optional<Error>& error_;
};

}  // namespace playground
