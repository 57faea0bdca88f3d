#include "cpp/network/json.h"

#include <cmath>

#include "cpp/math/decimal.h"

namespace playground {
namespace {

constexpr int deepest_nesting = 64;

constexpr char lower(char letter) { return static_cast<char>(letter | 0x20); }

// Reads over JSON; where it returns false, rest begins with what does not belong there.
struct Scanner {
  std::string_view rest;

  char peek() const { return rest.empty() ? '\0' : rest[0]; }

  bool take(char wanted) {
    if (peek() != wanted) return false;
    rest.remove_prefix(1);
    return true;
  }

  void space() {
    while (peek() == ' ' || peek() == '\n' || peek() == '\r' || peek() == '\t') rest.remove_prefix(1);
  }

  bool word(std::string_view wanted) {
    if (rest.substr(0, wanted.size()) != wanted) return false;
    rest.remove_prefix(wanted.size());
    return true;
  }

  // After the backslash; stops before the last character of the escape.
  bool escape() {
    if (take('u')) {
      for (int k = 0; k < 4; ++k) {
        if (!is_digit(peek()) && !(lower(peek()) >= 'a' && lower(peek()) <= 'f')) return false;
        if (k < 3) rest.remove_prefix(1);
      }
      return true;
    }
    return !rest.empty() && std::string_view("\"\\/bfnrt").find(peek()) != std::string_view::npos;
  }

  bool text() {
    if (!take('"')) return false;
    while (!take('"')) {
      if (static_cast<unsigned char>(peek()) < ' ') return false;  // the end too
      if (take('\\') && !escape()) return false;
      rest.remove_prefix(1);
    }
    return true;
  }

  // As near to what is written as from_decimal comes.
  bool number(double& value) {
    const bool negative = take('-');
    uint64_t significand = 0;
    int exponent = 0;
    if (!take('0') && !take_digits(rest, significand, exponent)) return false;
    if (take('.')) {
      const size_t before = rest.size();
      if (!take_digits(rest, significand, exponent)) return false;
      exponent -= static_cast<int>(before - rest.size());
    }
    if (take('e') || take('E')) {
      const bool down = take('-');
      if (!down) take('+');
      uint64_t written = 0;
      int surplus = 0;
      if (!take_digits(rest, written, surplus)) return false;
      const int shift = written < 1000 ? static_cast<int>(written) : 1000;  // beyond the range of double
      exponent += down ? -shift : shift;
    }
    value = from_decimal(significand, exponent);
    if (negative) value = -value;
    return true;
  }

  bool value(int depth) {
    double unused;
    switch (peek()) {
      case '{':
      case '[':
        return depth < deepest_nesting && container(depth + 1);
      case '"':
        return text();
      case 't':
        return word("true");
      case 'f':
        return word("false");
      case 'n':
        return word("null");
      default:
        return number(unused);
    }
  }

  bool container(int depth) {
    const bool keyed = take('{');
    const char end = keyed ? '}' : ']';
    if (!keyed) take('[');
    space();
    if (take(end)) return true;
    do {
      space();
      if (keyed) {
        if (!text()) return false;
        space();
        if (!take(':')) return false;
        space();
      }
      if (!value(depth)) return false;
      space();
    } while (take(','));
    return take(end);
  }
};

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

const char* name_of(JsonType type) {
  static constexpr const char* names[] = {"null", "a boolean", "a number", "a text", "an array", "an object"};
  return names[static_cast<int>(type)];
}

std::string range_text(Range range) {
  return "a number from " + decimal(range.minimum) + " to " + decimal(range.maximum);
}

}  // namespace

JsonType Json::type() const {
  switch (text[0]) {
    case '{':
      return JsonType::object;
    case '[':
      return JsonType::array;
    case '"':
      return JsonType::text;
    case 't':
    case 'f':
      return JsonType::boolean;
    case 'n':
      return JsonType::null;
    default:
      return JsonType::number;
  }
}

double Json::to_number() const {
  double value = 0.0;
  Scanner{text}.number(value);
  return value;
}

std::string_view Json::to_text() const {
  Scanner scanner{text};
  scanner.text();
  return text.substr(1, text.size() - scanner.rest.size() - 2);
}

Json read_json(std::string_view text, size_t& broken) {
  Scanner scanner{text};
  scanner.space();
  const Json document{scanner.rest};
  const bool good = scanner.value(0);
  if (good) scanner.space();
  broken = text.size() - scanner.rest.size();
  return good && scanner.rest.empty() ? document : Json{};
}

bool JsonItems::next() {
  Scanner scanner{rest_};
  scanner.space();
  if (scanner.take(',')) scanner.space();
  if (scanner.peek() == '}' || scanner.peek() == ']') return false;
  if (keyed_) {
    key_ = Json{scanner.rest}.to_text();
    scanner.text();
    scanner.space();
    scanner.take(':');
    scanner.space();
  }
  value_ = {scanner.rest};
  scanner.value(0);
  rest_ = scanner.rest;
  return true;
}

Error out_of_range(std::string path, double found, Range range) {
  return complain("out_of_range", std::move(path), {" must be ", range_text(range), ", not ", decimal(found)});
}

ObjectReader::ObjectReader(Json object, std::string path, std::optional<Error>& error)
    : object_(object), path_(std::move(path)), error_(error) {
  if (object.is(JsonType::object)) return;
  if (!error_) {
    const char* subject = path_.empty() ? "the spec" : "";
    error_ = complain("wrong_type", path_, {subject, " must be an object, not ", name_of(object.type())});
  }
  object_ = {};
}

void ObjectReader::allow(std::string_view known) {
  if (!object_) return;
  for (JsonItems items(object_); items.next();) {
    if (place_in(known, items.key()) < 0) {
      fail("unknown_field", items.key(), {" is not a field; valid here: ", known.empty() ? "none" : known});
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

Json ObjectReader::find(std::string_view key) const {
  if (!object_) return {};
  for (JsonItems items(object_); items.next();) {
    if (items.key() == key) return items.value();
  }
  return {};
}

void ObjectReader::fail_type(std::string_view key, std::string_view expected, Json found) {
  if (!found) return fail("missing_field", key, {" is missing; it must be ", expected});
  fail("wrong_type", key, {" must be ", expected, ", not ", name_of(found.type())});
}

Json ObjectReader::required(std::string_view key, JsonType type) {
  const Json value = find(key);
  if (value.is(type)) return value;
  fail_type(key, name_of(type), value);
  return {};
}

Json ObjectReader::if_any(std::string_view key, JsonType type) { return has(key) ? required(key, type) : Json{}; }

double ObjectReader::number(std::string_view key, Range range) {
  const Json value = find(key);
  if (value.is(JsonType::number)) {
    const double found = value.to_number();
    if (found >= range.minimum && found <= range.maximum) return found;
    if (!error_) error_ = out_of_range(path(key), found, range);
  } else if (value.is(JsonType::text)) {
    // JSON has no NaN or infinity: the bindings send them as these words.
    fail("out_of_range", key, {" must be ", range_text(range), ", not ", value.to_text()});
  } else {
    fail_type(key, range_text(range), value);
  }
  return range.minimum;
}

double ObjectReader::number_or(std::string_view key, Range range, double otherwise) {
  return has(key) ? number(key, range) : otherwise;
}

double ObjectReader::whole(std::string_view key, Range range) {
  const double value = number(key, range);
  if (value != std::floor(value)) {
    fail("out_of_range", key, {" must be a whole number, not ", decimal(value)});
  }
  return value;
}

int ObjectReader::integer_or(std::string_view key, Range range, int otherwise) {
  return has(key) ? integer(key, range) : otherwise;
}

bool ObjectReader::boolean_or(std::string_view key, bool otherwise) {
  const Json value = find(key);
  if (!value) return otherwise;
  if (!value.is(JsonType::boolean)) fail_type(key, "true or false", value);
  return value.to_boolean();
}

std::string_view ObjectReader::text(std::string_view key) {
  const Json value = required(key, JsonType::text);
  return value ? value.to_text() : std::string_view();
}

bool ObjectReader::says(std::string_view key, std::string_view word) const {
  const Json value = find(key);
  return value.is(JsonType::text) && value.to_text() == word;
}

int ObjectReader::choice(std::string_view key, std::string_view names) {
  const std::string_view found = text(key);
  const int place = place_in(names, found);
  if (place < 0) fail("unknown_value", key, {" is \"", found, "\"; valid: ", names});
  return place;
}

}  // namespace playground
