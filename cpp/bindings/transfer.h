// How arrays cross: C++ owns the buffers, JavaScript sees views of them and copies at once (growth detaches a view).
//
// Calls that can fail return null or nothing and leave their error here; the typed API above turns it into an
// exception. Whatever a call needs checked is checked before it: Embind lets wrong values through.
#pragma once

#include <emscripten/val.h>

#include <cstdint>
#include <string>
#include <vector>

#include "cpp/network/error.h"

namespace playground {

emscripten::val view_of(const std::vector<float>& values);

// Scratch that JavaScript fills before a call. Grows, never shrinks.
std::vector<float>& input_floats();
std::vector<float>& output_floats();

void set_error(const Error& error);

}  // namespace playground
