#include "cpp/bindings/transfer.h"

#include <emscripten/bind.h>

#include "cpp/bindings/json_writer.h"

namespace playground {
namespace {

std::string last_error;

emscripten::val input_view(int floats) {
  input_floats().resize(static_cast<size_t>(floats));
  return view_of(input_floats());
}

// {code, path, message} of the last failed call, and forgets it; "" where none failed.
std::string take_error() { return std::exchange(last_error, {}); }

}  // namespace

emscripten::val view_of(const std::vector<float>& values) {
  return emscripten::val(emscripten::typed_memory_view(values.size(), values.data()));
}

std::vector<float>& input_floats() {
  static std::vector<float> floats;
  return floats;
}

std::vector<float>& output_floats() {
  static std::vector<float> floats;
  return floats;
}

void set_error(const Error& error) {
  JsonWriter json;
  json.open('{').key("code").text(error.code).key("path").text(error.path).key("message").text(error.message).close('}');
  last_error = json.result();
}

EMSCRIPTEN_BINDINGS(transfer) {
  emscripten::function("input", &input_view);
  emscripten::function("takeError", &take_error);
}

}  // namespace playground
