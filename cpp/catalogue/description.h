// What an activation says about itself: the vocabulary of cpp/activations. The contract is
// cpp/activations/README.md.
#pragma once

#include <array>
#include <cstddef>
#include <limits>
#include <span>

#include "cpp/simd/f32x4.h"

namespace playground {

// How a function meets its input; each kind is a concept of its own in catalogue/concepts.h.
enum class Kind {
  elementwise,         // y_i = f(x_i; fixed parameters)
  parametric_learned,  // element-wise, with parameters that training may change
  stochastic,          // element-wise or row-wise, with a parameter that is drawn anew for every element in training
  row_wise,            // a row becomes a row: softmax and its kin, CReLU
  gated,               // the second half of a row gates the first
  pooled,              // several inputs become one
};

// What a stochastic function draws its parameter from, in training and unless the value is given; in evaluation the
// parameter is the distribution's mean.
enum class Noise {
  none,
  uniform,      // U(noise_low, noise_high)
  normal,       // N(0, 1)
  half_normal,  // |N(0, 1)|
};

struct Parameter {
  const char* name;
  const char* latex;
  float initial;  // default
  float minimum;  // smallest and largest value accepted, both ends included
  float maximum;
  bool learned = false;
  bool integer = false;
  Noise noise = Noise::none;
  // Uniform: its ends. Else a band that holds 95 % of the draws, for figures.
  float noise_low = 0.0f;
  float noise_high = 0.0f;

  // What the parameter is in evaluation where training draws it.
  constexpr float noise_mean() const {
    switch (noise) {
      case Noise::uniform:
        return 0.5f * (noise_low + noise_high);
      case Noise::half_normal:
        return 0.797884561f;  // sqrt(2 / pi)
      default:
        return 0.0f;
    }
  }
};

// What no function exceeds: arrays of a value per parameter have this length.
inline constexpr size_t most_parameters = 10;

// The inputs strictly between two; none by default.
struct Stretch {
  float from = 0.0f;
  float to = 0.0f;

  constexpr bool holds(float x) const { return from < x && x < to; }
};
// Where the crossings lie all along the line, or where the parameters put them.
inline constexpr Stretch everywhere{-std::numeric_limits<float>::infinity(), std::numeric_limits<float>::infinity()};

// Where no error is promised: of a function that a user wrote.
inline constexpr int no_bound = std::numeric_limits<int>::max();

// The largest error of the kernels against the exact function, in float32 steps from the correctly rounded result,
// over every float32 input and every accepted parameter. The tests test these very numbers.
//
// Functions of rows: slope_ulp counts for both products with the Jacobian, where their terms do not cancel; else an
// error of slope_ulp 2^-24 of the terms' magnitudes, summed, counts as met. So does one subnormal step of a gate or of
// y times what it multiplies. The floor's stretch is that of a gate b, or of alpha b where it has an alpha.
struct Bound {
  int value_ulp = 0;
  int slope_ulp = 0;
  // Around a zero crossing of f or f' at an x that is no float32, steps mean nothing: within these stretches an error
  // up to the floor counts as met. The slopes by learned parameters count as slopes.
  Stretch value_floor_in{};
  Stretch slope_floor_in{};

  constexpr double value_floor(float x) const { return value_floor_in.holds(x) ? 0x1p-24 : 0.0; }
  constexpr double slope_floor(float x) const { return slope_floor_in.holds(x) ? 0x1p-23 : 0.0; }
};

// The function's name in each framework, as one writes it there; null where the framework does not have it.
struct Frameworks {
  const char* pytorch = nullptr;
  const char* keras = nullptr;
  const char* jax = nullptr;
  const char* tensorflow = nullptr;
  const char* onnx = nullptr;
};

struct Description {
  const char* id;
  const char* name_en;
  const char* name_zh;
  Kind kind;
  const char* formula;     // LaTeX of f
  const char* derivative;  // LaTeX of f'
  Bound bound = {};
  Frameworks frameworks = {};
  const char* aliases = "";  // other names that a search should find, in either language, separated by commas
  bool in_survey = false;    // named by the survey of activation functions that the product follows
};

// Value and slope at the same x.
struct Dual {
  F32x4 value;
  F32x4 slope;
};

// Of a gated function of value and gate: its slope by each.
struct GatedSlopes {
  F32x4 by_value;
  F32x4 by_gate;
};

}  // namespace playground
