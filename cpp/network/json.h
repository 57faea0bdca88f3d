// Reading values out of JSON with errors that name the field. The parser itself is RapidJSON.
#pragma once

#include <rapidjson/document.h>

#include "cpp/network/spec.h"

namespace playground {

using Json = rapidjson::Value;

// Looks fields up in one object and keeps the first error of the whole document. Lists of names are written as a
// message lists them: "scheme, scale, gain".
class ObjectReader {
 public:
  // path: of the object itself, "" at the root; known: every key that may stand there.
  ObjectReader(const Json& object, std::string path, std::optional<Error>& error, std::string_view known);

  bool failed() const { return error_.has_value(); }
  bool has(std::string_view key) const { return find(key) != nullptr; }
  std::string path(std::string_view key) const;

  double number(std::string_view key, Range range);
  double number_or(std::string_view key, Range range, double otherwise);
  int integer(std::string_view key, Range range);
  int integer_or(std::string_view key, Range range, int otherwise);
  bool boolean_or(std::string_view key, bool otherwise);
  std::string_view text(std::string_view key);
  // The index of the text among the names.
  int choice(std::string_view key, std::string_view names);
  // Null, with an error, where the field is missing or of another type; without an error where it may be absent.
  const Json* array(std::string_view key) { return typed(key, "an array", rapidjson::kArrayType, true); }
  const Json* object(std::string_view key) { return typed(key, "an object", rapidjson::kObjectType, true); }
  const Json* object_if_any(std::string_view key) { return typed(key, "an object", rapidjson::kObjectType, false); }
  const Json* array_if_any(std::string_view key) { return typed(key, "an array", rapidjson::kArrayType, false); }

  // The message is the field's path followed by the complaint.
  void fail(const char* code, std::string_view key, std::initializer_list<std::string_view> complaint);

 private:
  const Json* find(std::string_view key) const;
  const Json* typed(std::string_view key, const char* article, rapidjson::Type type, bool required);
  void fail_type(std::string_view key, std::string_view expected, const Json* found);

  const Json& object_;
  std::string path_;
  std::optional<Error>& error_;
};

}  // namespace playground
