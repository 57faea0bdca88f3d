#include "cpp/bindings/transfer.h"

#include <emscripten/bind.h>

#include "cpp/bindings/json_writer.h"

namespace playground {

Transfer transfer;

void return_error(const Error& error) {
  JsonWriter json(transfer.output_text);
  json.open('{')
      .key("code")
      .text(error.code)
      .key("path")
      .text(error.path)
      .key("message")
      .text(error.message)
      .close('}');
}

namespace {

// Places for what is to come, and the places and sizes of what has come.
uintptr_t input(int floats) {
  transfer.input.resize(static_cast<size_t>(floats));
  return reinterpret_cast<uintptr_t>(transfer.input.data());
}
uintptr_t input_text(int bytes) {
  transfer.input_text.resize(static_cast<size_t>(bytes));
  return reinterpret_cast<uintptr_t>(transfer.input_text.data());
}
uintptr_t output() { return reinterpret_cast<uintptr_t>(transfer.output.data()); }
int output_size() { return static_cast<int>(transfer.output.size()); }
uintptr_t output_text() { return reinterpret_cast<uintptr_t>(transfer.output_text.data()); }
int output_text_size() { return static_cast<int>(transfer.output_text.size()); }

}  // namespace

EMSCRIPTEN_BINDINGS(transfer) {
  emscripten::function("input", &input);
  emscripten::function("inputText", &input_text);
  emscripten::function("output", &output);
  emscripten::function("outputSize", &output_size);
  emscripten::function("outputText", &output_text);
  emscripten::function("outputTextSize", &output_text_size);
}

}  // namespace playground
