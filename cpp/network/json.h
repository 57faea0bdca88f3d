// Reading values out of JSON with errors that name the field. The parser itself is RapidJSON.
#pragma once

#include <vector>

#include "cpp/network/spec.h"

#include <rapidjson/document.h>

namespace playground {

using Json = rapidjson::Value;
using Names = std::vector<std::string_view>;

// Looks fields up in one object and keeps the first error of the whole document.
class ObjectReader {
 public:
  // path: of the object itself, "" at the root; known: every key that may stand there.
  ObjectReader(const Json& object, std::string path, std::optional<Error>& error,
               const Names& known);

  bool failed() const { return error_.has_value(); }
  bool has(std::string_view key) const { return find(key) != nullptr; }
  std::string path(std::string_view key) const;

  double number(std::string_view key, Range range, std::optional<double> otherwise = std::nullopt);
  int integer(std::string_view key, Range range, std::optional<int> otherwise = std::nullopt);
  bool boolean(std::string_view key, bool otherwise);
  std::string_view text(std::string_view key);
  // The index of the text among the names; the error lists them.
  int choice(std::string_view key, const Names& names,
             std::optional<int> otherwise = std::nullopt);
  // Null, with an error, where the field is missing or of another type.
  const Json* array(std::string_view key);
  const Json* object(std::string_view key);

  // Found value, or null; no error.
  const Json* find(std::string_view key) const;
  void fail(std::string code, std::string path, std::string message);

 private:
  const Json* required(std::string_view key, const char* type);

  const Json& object_;
  std::string path_;
  std::optional<Error>& error_;
};

}  // namespace playground
