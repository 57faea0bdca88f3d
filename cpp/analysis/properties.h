// What a function is like, measured from its own kernels: no property is typed in, and no function is known by name.
//
// A function is sampled densely on [-60, 60] and geometrically out to 1e30; where two neighbours disagree more than
// they should, the place is bisected down to adjacent floats. What is measured is therefore the function that trains,
// float32 rounding and conventions at kinks included. It refuses to be a proof: a feature narrower than 1/64 that is
// neither at a multiple of 1/64 nor at a parameter's value can be missed.
#pragma once

#include <span>
#include <vector>

#include "cpp/catalogue/catalogue.h"

namespace playground {

// How f' ends on one side. Soft: f' -> 0. Hard: f' is exactly 0 beyond some point. None: anything else, however small
// a constant f' may be.
enum class Saturation { none, soft, hard };

// The first of f, f', f'' and f''' that jumps; smooth: none of them does.
enum class Continuity { discontinuous, c0, c1, c2, smooth };

enum class Monotonicity { none, weakly_increasing, strictly_increasing, weakly_decreasing, strictly_decreasing };

enum class Symmetry { none, odd, even };

// A point at which f or f' has different limits from the left and from the right.
struct Jump {
  float x;
  float left;
  float at;  // the value taken at x itself
  float right;
};

struct Properties {
  float slope_bound;  // sup |f'|, +inf where it grows without end
  Saturation left;
  Saturation right;
  // |f'| < flat_slope for all x below left_end and above right_end, where that side saturates; else -inf and +inf.
  // Where |f'| never reaches flat_slope the ends meet: at the value jump or, without one, at the steepest point.
  float left_end;
  float right_end;
  std::vector<Jump> value_jumps;  // in increasing order of x
  std::vector<Jump> slope_jumps;

  // inf f and sup f; attained: some x has that value (an asymptote's limit is not attained).
  float lowest;
  float highest;
  bool lowest_attained;
  bool highest_attained;

  Continuity continuity;
  Monotonicity monotonicity;
  Symmetry symmetry;
  bool zero_at_origin;

  // Z ~ N(0, 1); the derivative is the one almost everywhere, jumps of f contribute nothing.
  double mean_value;         // E f(Z)
  double mean_square;        // E f(Z)^2
  double mean_square_slope;  // E f'(Z)^2
  double sparsity;           // P(f(Z) = 0), exact zeros

  bool bounded() const;
  // What weights have to be multiplied by, beyond 1 / sqrt(fan), so that layers of this function keep the variance of
  // signals (forward) or of gradients (backward): 1 / sqrt(E f^2) and 1 / sqrt(E f'^2); +inf where the moment is 0.
  double forward_gain() const;
  double backward_gain() const;
};

// Below this a slope counts as flat.
inline constexpr float flat_slope = 0.05f;

// Only where the function counts as flat: the two ends of Properties, at a fraction of the cost.
struct FlatEnds {
  float left;
  float right;
};
FlatEnds measure_flat_ends(const CatalogueEntry& entry, std::span<const float> parameters);

// The entry must be element-wise; one value per parameter.
Properties measure(const CatalogueEntry& entry, std::span<const float> parameters);
// The same for kernels of any other origin; only value_and_slope is called.
Properties measure(const ElementWiseKernels& kernels, std::span<const float> parameters);

}  // namespace playground
