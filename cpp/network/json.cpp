#include "cpp/network/json.h"

#include <cmath>

#include "cpp/math/decimal.h"

namespace playground {
namespace {

const char* type_of(const Json& value) {
  static constexpr const char* names[] = {"null",     "a boolean", "a boolean", "an object",
                                          "an array", "a text",    "a number"};
  return names[value.GetType()];
}

std::string_view text_of(const Json& value) { return {value.GetString(), value.GetStringLength()}; }

// The place of a name in a list such as "sgd, adam"; -1 where it is not there.
int place_in(std::string_view names, std::string_view name) {
  for (int place = 0; !names.empty(); ++place) {
    const size_t end = names.find(", ");
    if (names.substr(0, end) == name) return place;
    if (end == std::string_view::npos) break;
    names.remove_prefix(end + 2);
  }
  return -1;
}

std::string range_text(Range range) {
  return "a number from " + decimal(range.minimum) + " to " + decimal(range.maximum);
}

}  // namespace

Error out_of_range(std::string path, double found, Range range) {
  return complain("out_of_range", std::move(path), {" must be ", range_text(range), ", not ", decimal(found)});
}

ObjectReader::ObjectReader(const Json& object, std::string path, std::optional<Error>& error, std::string_view known)
    : object_(object), path_(std::move(path)), error_(error) {
  if (!object.IsObject()) {
    if (!error_)
      error_ =
          complain("wrong_type", path_, {path_.empty() ? "the spec" : "", " must be an object, not ", type_of(object)});
    return;
  }
  for (const auto& member : object.GetObject()) {
    const std::string_view key = text_of(member.name);
    if (place_in(known, key) < 0) {
      fail("unknown_field", key, {" is not a field; valid here: ", known.empty() ? "none" : known});
    }
  }
}

std::string ObjectReader::path(std::string_view key) const {
  std::string path = path_;
  if (!path.empty()) path += '.';
  return path += key;
}

void ObjectReader::fail(const char* code, std::string_view key, std::initializer_list<std::string_view> complaint) {
  if (!error_) error_ = complain(code, path(key), complaint);
}

const Json* ObjectReader::find(std::string_view key) const {
  if (!object_.IsObject()) return nullptr;
  for (const auto& member : object_.GetObject()) {
    if (text_of(member.name) == key) return &member.value;
  }
  return nullptr;
}

void ObjectReader::fail_type(std::string_view key, std::string_view expected, const Json* found) {
  if (!found) return fail("missing_field", key, {" is missing; it must be ", expected});
  fail("wrong_type", key, {" must be ", expected, ", not ", type_of(*found)});
}

const Json* ObjectReader::typed(std::string_view key, const char* article, rapidjson::Type type, bool required) {
  const Json* value = find(key);
  if (value ? value->GetType() == type : !required) return value;
  fail_type(key, article, value);
  return nullptr;
}

double ObjectReader::number(std::string_view key, Range range) {
  const Json* value = find(key);
  if (!value) {
    fail_type(key, range_text(range), nullptr);
    return range.minimum;
  }
  if (value->IsNumber()) {
    const double found = value->GetDouble();
    if (found >= range.minimum && found <= range.maximum) return found;
    if (!error_) error_ = out_of_range(path(key), found, range);
  } else if (value->IsString()) {
    // JSON has no NaN or infinity: the bindings send them as these words.
    fail("out_of_range", key, {" must be ", range_text(range), ", not ", text_of(*value)});
  } else {
    fail_type(key, range_text(range), value);
  }
  return range.minimum;
}

double ObjectReader::number_or(std::string_view key, Range range, double otherwise) {
  return has(key) ? number(key, range) : otherwise;
}

int ObjectReader::integer(std::string_view key, Range range) {
  const double value = number(key, range);
  if (value != std::floor(value)) {
    fail("out_of_range", key, {" must be a whole number, not ", decimal(value)});
  }
  return static_cast<int>(value);
}

int ObjectReader::integer_or(std::string_view key, Range range, int otherwise) {
  return has(key) ? integer(key, range) : otherwise;
}

bool ObjectReader::boolean_or(std::string_view key, bool otherwise) {
  const Json* value = find(key);
  if (!value) return otherwise;
  if (!value->IsBool()) fail_type(key, "true or false", value);
  return value->IsTrue();
}

std::string_view ObjectReader::text(std::string_view key) {
  const Json* value = typed(key, "a text", rapidjson::kStringType, true);
  return value ? text_of(*value) : std::string_view();
}

int ObjectReader::choice(std::string_view key, std::string_view names) {
  const std::string_view found = text(key);
  const int place = place_in(names, found);
  if (place < 0) fail("unknown_value", key, {" is \"", found, "\"; valid: ", names});
  return place;
}

}  // namespace playground
