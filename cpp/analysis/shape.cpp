#include "cpp/analysis/shape.h"

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace playground::analysis {
namespace {

constexpr float infinity = std::numeric_limits<float>::infinity();

// Rounding of a kernel, generously.
constexpr float rounding = 4e-6f;

// sup of g, which maps a point to a number: the largest sample, looked at more closely, or infinity where g still
// grows between 1e15 and 1e30, as even a logarithm does.
template <class G>
float supremum(const Function& f, const Samples& samples, G&& g) {
  float near = -infinity;
  float far = -infinity;
  size_t best = 0;
  for (size_t i = 0; i < samples.size(); ++i) {
    const float found = g(samples.value[i], samples.slope[i]);
    float& part = std::fabs(samples.x[i]) > 1e15f ? far : near;
    if (found > part) {
      part = found;
      if (&part == &near) best = i;
    }
  }
  if (far > near + 1e-3f * std::max(1.0f, std::fabs(near))) return infinity;
  const Samples around = sample_around(f, samples, best);
  for (size_t i = 0; i < around.size(); ++i) near = std::max(near, g(around.value[i], around.slope[i]));
  return std::max(near, far);
}

// Whether the extreme value is only the limit of a soft tail, taken nowhere between the tails.
bool is_asymptote(const Samples& samples, const Properties& properties, float extreme) {
  for (size_t i = 0; i < samples.size(); ++i) {
    const bool between = samples.x[i] > properties.left_end && samples.x[i] < properties.right_end;
    if (between && samples.value[i] == extreme) return false;
  }
  const auto reached = [&](Saturation side, float end) {
    return side == Saturation::soft && std::fabs(end - extreme) <= rounding * std::max(1.0f, std::fabs(extreme));
  };
  return reached(properties.left, samples.value.front()) || reached(properties.right, samples.value.back());
}

// Whether the extreme value is only what f tends to at a jump, from the side whose limit it does not take.
bool is_open_jump(const Samples& samples, const Properties& properties, float extreme) {
  const auto near = [&](float value) {
    return std::fabs(value - extreme) <= rounding * std::max(1.0f, std::fabs(extreme));
  };
  for (const Jump& jump : properties.value_jumps) {
    if (near(jump.at) || !(near(jump.left) || near(jump.right))) continue;
    // The samples right beside a jump show the limit, not a value taken elsewhere.
    constexpr int64_t beside = 1024;
    for (size_t i = 0; i < samples.size(); ++i) {
      if (near(samples.value[i]) && std::abs(key_of(samples.x[i]) - key_of(jump.x)) > beside) return false;
    }
    return true;
  }
  return false;
}

// Whether f is constant somewhere, other than where a soft tail has rounded to its limit.
bool has_plateau(const Samples& samples, const Properties& properties) {
  if (properties.left == Saturation::hard || properties.right == Saturation::hard) return true;
  size_t low = 0;
  size_t high = samples.size();
  while (low < high && samples.slope[low] == 0.0f) ++low;
  while (low < high && samples.slope[high - 1] == 0.0f) --high;
  for (size_t i = low; i + 1 < high; ++i) {
    if (samples.slope[i] == 0.0f && samples.slope[i + 1] == 0.0f && samples.value[i] == samples.value[i + 1]) {
      return true;
    }
  }
  return false;
}

}  // namespace

float slope_bound(const Function& f, const Samples& samples, const Properties& properties) {
  float bound = supremum(f, samples, [](float, float slope) { return std::fabs(slope); });
  for (const Jump& jump : properties.slope_jumps) {
    bound = std::max({bound, std::fabs(jump.left), std::fabs(jump.at), std::fabs(jump.right)});
  }
  return bound;
}

void measure_range(const Function& f, const Samples& samples, Properties& properties) {
  properties.highest = supremum(f, samples, [](float value, float) { return value; });
  // 0 - x, not -x: no -0.
  properties.lowest = 0.0f - supremum(f, samples, [](float value, float) { return -value; });
  const auto attained = [&](float extreme) {
    return std::isfinite(extreme) && !is_asymptote(samples, properties, extreme) &&
           !is_open_jump(samples, properties, extreme);
  };
  properties.highest_attained = attained(properties.highest);
  properties.lowest_attained = attained(properties.lowest);
}

Monotonicity monotonicity(const Samples& samples, const Properties& properties) {
  const float negligible = 1e-6f * std::min(1.0f, properties.slope_bound);
  bool rises = false;
  bool falls = false;
  for (size_t i = 0; i < samples.size(); ++i) {
    rises |= samples.slope[i] > negligible;
    falls |= samples.slope[i] < -negligible;
    if (i == 0) continue;
    const float step = samples.value[i] - samples.value[i - 1];
    const float noise = rounding * std::max(std::fabs(samples.value[i]), std::fabs(samples.value[i - 1]));
    rises |= step > noise;
    falls |= step < -noise;
  }
  if (rises && falls) return Monotonicity::none;
  const bool weakly = has_plateau(samples, properties);
  if (falls) return weakly ? Monotonicity::weakly_decreasing : Monotonicity::strictly_decreasing;
  return weakly ? Monotonicity::weakly_increasing : Monotonicity::strictly_increasing;
}

Symmetry symmetry(const Samples& samples) {
  bool odd = true;
  bool even = true;
  for (size_t i = 0; i <= samples.size() / 2; ++i) {
    const float a = samples.value[i];
    const float b = samples.value[samples.size() - 1 - i];
    const float noise = rounding * std::max(std::fabs(a), std::fabs(b));
    if (!std::isfinite(noise)) continue;
    odd &= std::fabs(a + b) <= noise;
    even &= std::fabs(a - b) <= noise;
  }
  return odd ? Symmetry::odd : even ? Symmetry::even : Symmetry::none;
}

}  // namespace playground::analysis
