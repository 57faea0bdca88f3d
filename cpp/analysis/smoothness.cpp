// Where f'' or f''' jumps. Both are one-sided differences of f' on either side of a point, at three step widths h, h/2
// and h/4: what the two sides differ by stays the same at a jump, shrinks fourfold where the function is smooth, and
// grows where it bends within less than h. It counts beyond five times what the rounding of f' can make of it.
#include "cpp/analysis/smoothness.h"

#include <algorithm>

namespace playground::analysis {
namespace {

// Error of a slope kernel, relative to the largest slope nearby: 4 steps.
constexpr float rounding = 5e-7f;
constexpr int points = 4;
// Slopes at p, p + h, p + 2 h and p + 3 h.
using Side = float[points];

struct Difference {
  float weights[points];
  int order;           // of the derivative of f', and the power of h that it is divided by
  float coarsest;      // h
  float sum() const {  // of the weights' absolute values
    float total = 0.0f;
    for (float weight : weights) total += std::fabs(weight);
    return total;
  }
};

constexpr Difference second_derivative{{-1.5f, 2.0f, -0.5f, 0.0f}, 1, 1.0f / 32.0f};
constexpr Difference third_derivative{{2.0f, -5.0f, 4.0f, -1.0f}, 2, 1.0f / 16.0f};

struct Estimate {
  float jump;
  float noise;
};

Estimate estimate(const Function& f, const Difference& difference, float p, float h) {
  float x[2 * points], value[2 * points], slope[2 * points];
  for (int i = 0; i < points; ++i) {
    x[i] = p + static_cast<float>(i) * h;
    x[points + i] = p - static_cast<float>(i) * h;
  }
  f.fill(x, value, slope);
  // The point itself belongs to neither side: the float next to it on each.
  slope[0] = f.at(float_of(key_of(p) + 1)).slope;
  slope[points] = f.at(float_of(key_of(p) - 1)).slope;
  float right = 0.0f, left = 0.0f, largest = 0.0f;
  for (int i = 0; i < points; ++i) {
    right += difference.weights[i] * slope[i];
    left += difference.weights[i] * slope[points + i];
    largest = std::max({largest, std::fabs(slope[i]), std::fabs(slope[points + i])});
  }
  const float scale = difference.order == 1 ? 1.0f / h : 1.0f / (h * h);
  // Mirrored, an odd derivative of f' changes its sign.
  const float mirrored = difference.order == 1 ? -left : left;
  return {(right - mirrored) * scale, 2.0f * difference.sum() * rounding * largest * scale};
}

bool jumps_at(const Function& f, const Difference& difference, float p) {
  float before = 0.0f;
  for (int level = 0; level < 3; ++level) {
    const Estimate found = estimate(f, difference, p, difference.coarsest / static_cast<float>(1 << level));
    if (!(std::fabs(found.jump) > 5.0f * found.noise)) return false;
    if (level > 0 && !(found.jump / before > 0.75f && found.jump / before < 1.33f)) return false;
    before = found.jump;
  }
  return true;
}

bool jumps(const Function& f, const Difference& difference) {
  // Kinks lie at short binary fractions or at parameters, near the origin.
  constexpr int limit = 16 * 8;
  for (int i = -limit; i <= limit; ++i) {
    if (jumps_at(f, difference, static_cast<float>(i) / 16.0f)) return true;
  }
  for (float parameter : f.parameters()) {
    if (!(std::fabs(parameter) < 1e3f)) continue;
    if (jumps_at(f, difference, parameter) || jumps_at(f, difference, -parameter)) return true;
  }
  return false;
}

}  // namespace

Continuity smoothness(const Function& f) {
  if (jumps(f, second_derivative)) return Continuity::c1;
  return jumps(f, third_derivative) ? Continuity::c2 : Continuity::smooth;
}

}  // namespace playground::analysis
