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

struct Description {
  const char* id;
  const char* name_en;
  const char* name_zh;
  Kind kind;
  const char* formula;     // LaTeX of f
  const char* derivative;  // LaTeX of f'
};

// Value and slope at the same x.
struct Dual {
  F32x4 value;
  F32x4 slope;
};

}  // namespace playground
