// What an activation says about itself: the vocabulary of cpp/activations. The contract is
// cpp/activations/README.md.
#pragma once

#include <array>
#include <cstddef>
#include <span>

#include "cpp/simd/f32x4.h"

namespace playground {

// How a function meets its input; each kind is a concept of its own in catalogue/concepts.h.
enum class Kind {
  elementwise,         // y_i = f(x_i; fixed parameters)
  parametric_learned,  // element-wise, with parameters that training may change
  stochastic,          // element-wise, with a parameter that is drawn anew for every element in training
  pooled,              // several inputs become one
};

struct Parameter {
  const char* name;
  const char* latex;
  float initial;  // default
  float minimum;  // smallest and largest value accepted, both ends included
  float maximum;
  bool learned = false;
  bool integer = false;
  // Stochastic kinds: in training drawn from U(noise_low, noise_high) for every element, unless the value is given.
  float noise_low = 0.0f;
  float noise_high = 0.0f;
};

// The largest error of the kernels against the exact function, in float32 steps from the correctly rounded result,
// over every float32 input and every accepted parameter. The tests test these very numbers.
struct Bound {
  int value_ulp = 0;
  int slope_ulp = 0;
  // Where f or f' crosses zero at an x that is no float32, steps mean nothing: for x strictly between these two, an
  // error up to the floor counts as met. Nowhere by default; the tails do not need it.
  float floor_from = 0.0f;
  float floor_to = 0.0f;

  constexpr double value_floor(float x) const { return floor_from < x && x < floor_to ? 0x1p-24 : 0.0; }
  constexpr double slope_floor(float x) const { return floor_from < x && x < floor_to ? 0x1p-23 : 0.0; }
};

struct Description {
  const char* id;
  const char* name_en;
  const char* name_zh;
  Kind kind;
  const char* formula;     // LaTeX of f
  const char* derivative;  // LaTeX of f'
  Bound bound = {};        // element-wise kinds
};

// Value and slope at the same x.
struct Dual {
  F32x4 value;
  F32x4 slope;
};

}  // namespace playground
