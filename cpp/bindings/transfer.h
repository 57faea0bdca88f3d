// How arrays and texts cross: only numbers go through the calls themselves. C++ owns these buffers; JavaScript fills an
// input before a call, and copies an output at once after it: growth of the memory detaches every view.
//
// A call that can fail leaves its error as the text, and the typed API above turns it into an exception. Whatever else
// a call needs checked is checked before it.
#pragma once

#include <string>
#include <vector>

#include "cpp/network/error.h"

namespace playground {

struct Transfer {
  std::vector<float> input;
  std::string input_text;
  std::vector<float> output;
  std::string output_text;
};

extern Transfer transfer;

// {code, path, message} as the output text.
void return_error(const Error& error);

}  // namespace playground
