// Errors are values: the engine is built without exceptions and never aborts on bad input.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace playground {

struct Error {
  std::string code;     // stable, for programs: "unknown_activation", "out_of_range", ...
  std::string path;     // the field, as one would write it in JavaScript: "layers[1].units"
  std::string message;  // what was wrong, where, and what is valid
};

// The message is the path followed by the parts of the complaint.
Error complain(const char* code, std::string path, std::initializer_list<std::string_view> complaint);

// Either a value or an error.
template <class T>
class Result {
 public:
  Result(T value) : value_(std::move(value)) {}
  Result(Error error) : error_(std::move(error)) {}

  explicit operator bool() const { return value_.has_value(); }
  T& operator*() { return *value_; }
  T* operator->() { return &*value_; }
  const Error& error() const { return error_; }

 private:
  std::optional<T> value_;
  Error error_;
};

}  // namespace playground
