// The types that cross to JavaScript: numbers and truth values.
//
// Embind's own list of them (its library's bind.cpp) registers strings, wide strings, memory views and values as well,
// and brings their glue and a printf: 5 KB gz of 60. CMakeLists.txt takes this file in its place where it knows the
// Emscripten.
#include <emscripten/bind.h>
#include <emscripten/emscripten.h>

#include <climits>

extern "C" {

EMSCRIPTEN_KEEPALIVE const char* __getTypeName(const void*) { return nullptr; }

EMSCRIPTEN_KEEPALIVE __attribute__((constructor)) void __embind_register_native_and_builtin_types() {
  using namespace emscripten::internal;
  _embind_register_void(TypeID<void>::get(), "void");
  _embind_register_bool(TypeID<bool>::get(), "bool", sizeof(bool), true, false);
  _embind_register_integer(TypeID<int>::get(), "int", sizeof(int), INT_MIN, INT_MAX);
  _embind_register_integer(TypeID<unsigned long>::get(), "unsigned long", sizeof(long), 0, ULONG_MAX);
  _embind_register_float(TypeID<double>::get(), "double", sizeof(double));
}
}
