// A user's own function as instructions over a stack of blocks of numbers: value, and the derivative by x or by one of
// the parameters, carried along with it (forward mode).
//
// What it works with is what the catalogue's kernels are made of, so that its bits are the same everywhere; errors are
// those of each step, gathered up: no bound is promised. Where f has two slopes it takes what PyTorch takes: |x|' = 0
// at 0, half of each operand at a tie of min and max, the branch taken at a choice. NaN gives NaN.
#pragma once

#include <span>
#include <vector>

#include "cpp/expression/tree.h"

namespace playground {

class Tape {
 public:
  explicit Tape(const Expression& expression);

  // parameters: one number each. x, value, slope: n floats; value may be x.
  void value(const float* parameters, const float* x, float* value, size_t n) const;
  void value_and_slope(const float* parameters, const float* x, float* value, float* slope, size_t n) const;
  void parameter_slopes(const float* parameters, const float* x, float* const* slopes, size_t n) const;

  struct Instruction {
    Operation operation;
    float number = 0.0f;
    int parameter = 0;
    int exponent = 0;                             // of a power whose exponent is a whole number
    bool whole = false;                           // which then it is, and no operand
    const ElementWiseKernels* kernels = nullptr;  // of call
    std::vector<float> arguments{};
  };

 private:
  void add(const Node& node);

  std::vector<Instruction> instructions_;
  size_t parameters_;
};

}  // namespace playground
