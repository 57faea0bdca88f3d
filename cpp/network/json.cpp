#include "cpp/network/json.h"

#include <cmath>

#include "cpp/math/decimal.h"
namespace playground {
namespace {

// JSON has no NaN or infinity: the bindings send them as these words, so that the message can say what was found.
const char* type_of(const Json& value) {
  if (value.IsNull()) return "null";
  if (value.IsBool()) return "a boolean";
  if (value.IsNumber()) return "a number";
  if (value.IsString()) return "a text";
  return value.IsArray() ? "an array" : "an object";
}

std::string list_of(const Names& names) {
  std::string list;
  for (std::string_view name : names) {
    if (!list.empty()) list += ", ";
    list += name;
  }
  return list.empty() ? "none" : list;
}

}  // namespace

Error out_of_range(std::string path, double found, Range range) {
  std::string message = path + " must be a number from " + decimal(range.minimum) + " to " + decimal(range.maximum) +
                        ", not " + decimal(found);
  return {"out_of_range", std::move(path), std::move(message)};
}

ObjectReader::ObjectReader(const Json& object, std::string path, std::optional<Error>& error,
                           const Names& known)
    : object_(object), path_(std::move(path)), error_(error) {
  if (!object.IsObject()) {
    fail("wrong_type", path_, (path_.empty() ? std::string("the spec") : path_) + " must be an object, not " + type_of(object));
    return;
  }
  for (const auto& member : object.GetObject()) {
    const std::string_view key(member.name.GetString(), member.name.GetStringLength());
    bool found = false;
    for (std::string_view name : known) found |= name == key;
    if (!found) {
      const std::string where = this->path(key);
      fail("unknown_field", where, where + " is not a field; valid here: " + list_of(known));
    }
  }
}

std::string ObjectReader::path(std::string_view key) const {
  std::string path = path_;
  if (!path.empty()) path += '.';
  return path += key;
}

void ObjectReader::fail(std::string code, std::string path, std::string message) {
  if (!error_) error_ = Error{std::move(code), std::move(path), std::move(message)};
}

const Json* ObjectReader::find(std::string_view key) const {
  if (!object_.IsObject()) return nullptr;
  const auto member = object_.FindMember(Json(rapidjson::StringRef(key.data(), static_cast<unsigned>(key.size()))));
  return member == object_.MemberEnd() ? nullptr : &member->value;
}

const Json* ObjectReader::required(std::string_view key, const char* type) {
  const Json* value = find(key);
  if (!value) fail("missing_field", path(key), path(key) + " is missing; it must be " + type);
  return value;
}

double ObjectReader::number(std::string_view key, Range range, std::optional<double> otherwise) {
  const Json* value = otherwise ? find(key) : required(key, "a number");
  if (!value) return otherwise.value_or(0.0);
  const bool word = value->IsString();  // "NaN", "Infinity"
  if (!value->IsNumber()) {
    const std::string found = word ? std::string(value->GetString()) : std::string(type_of(*value));
    fail(word ? "out_of_range" : "wrong_type", path(key),
         path(key) + " must be a number from " + decimal(range.minimum) + " to " + decimal(range.maximum) + ", not " +
             found);
    return range.minimum;
  }
  const double found = value->GetDouble();
  if (found >= range.minimum && found <= range.maximum) return found;
  Error error = out_of_range(path(key), found, range);
  fail(error.code, error.path, error.message);
  return range.minimum;
}

int ObjectReader::integer(std::string_view key, Range range, std::optional<int> otherwise) {
  const std::optional<double> fallback = otherwise ? std::optional<double>(*otherwise) : std::nullopt;
  const double value = number(key, range, fallback);
  if (value != std::floor(value)) {
    fail("out_of_range", path(key), path(key) + " must be a whole number, not " + decimal(value));
    return static_cast<int>(range.minimum);
  }
  return static_cast<int>(value);
}

bool ObjectReader::boolean(std::string_view key, bool otherwise) {
  const Json* value = find(key);
  if (!value) return otherwise;
  if (!value->IsBool()) fail("wrong_type", path(key), path(key) + " must be true or false, not " + type_of(*value));
  return value->IsTrue();
}

std::string_view ObjectReader::text(std::string_view key) {
  const Json* value = required(key, "a text");
  if (!value) return {};
  if (!value->IsString()) {
    fail("wrong_type", path(key), path(key) + " must be a text, not " + type_of(*value));
    return {};
  }
  return {value->GetString(), value->GetStringLength()};
}

int ObjectReader::choice(std::string_view key, const Names& names,
                         std::optional<int> otherwise) {
  if (otherwise && !find(key)) return *otherwise;
  const std::string_view found = text(key);
  int index = 0;
  for (std::string_view name : names) {
    if (name == found) return index;
    ++index;
  }
  fail("unknown_value", path(key), path(key) + " is \"" + std::string(found) + "\"; valid: " + list_of(names));
  return 0;
}

const Json* ObjectReader::array(std::string_view key) {
  const Json* value = required(key, "an array");
  if (value && !value->IsArray()) {
    fail("wrong_type", path(key), path(key) + " must be an array, not " + type_of(*value));
    return nullptr;
  }
  return value;
}

const Json* ObjectReader::object(std::string_view key) {
  const Json* value = required(key, "an object");
  if (value && !value->IsObject()) {
    fail("wrong_type", path(key), path(key) + " must be an object, not " + type_of(*value));
    return nullptr;
  }
  return value;
}

}  // namespace playground
