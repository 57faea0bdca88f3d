// Hard or soft cannot be told from the tail alone: in float32 every soft tail ends in exact zeros too (gelu's near
// -14, tanh's near 50, sigmoid's near 103), because it underflows. But on the way there it passes through tiny slopes
// over an ordinary distance (sigmoid from 69 to 103), whereas a hard end has none at all (relu), or has them only
// because floats lie infinitely dense around its end (powers of relu, at 0). So the stretch of nonzero slopes
// below `underflow` decides: a thousandth of its distance from zero is far too long for a hard end, and the steepest
// decay there is, exp(-exp(x)), takes seventy times that.
#include "cpp/analysis/saturation.h"

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace playground::analysis {
namespace {

constexpr float underflow = 1e-30f;
constexpr float infinity = std::numeric_limits<float>::infinity();

// The samples as seen from one end: index 0 is the outermost.
class Side {
 public:
  Side(const Function& f, const Samples& samples, bool left) : f_(f), samples_(samples), left_(left) {}

  size_t size() const { return samples_.size(); }
  float x(size_t i) const { return samples_.x[index(i)]; }
  float steepness(size_t i) const { return std::fabs(samples_.slope[index(i)]); }

  // The first sample, from outside, whose |f'| is steep; size() if none.
  template <class Steep>
  size_t first(Steep&& steep) const {
    size_t i = 0;
    while (i < size() && !steep(steepness(i))) ++i;
    return i;
  }

  // The last float, from outside, that is not steep; it lies between samples i - 1 (not steep) and i (steep).
  template <class Steep>
  float boundary(size_t i, Steep&& steep) const {
    int64_t flat = key_of(x(i - 1));
    int64_t inner = key_of(x(i));
    while (std::abs(inner - flat) > 1) {
      const int64_t middle = flat + (inner - flat) / 2;
      (steep(std::fabs(f_.at(float_of(middle)).slope)) ? inner : flat) = middle;
    }
    return float_of(flat);
  }

  float largest(float from, float to) const {
    float found = 0.0f;
    for (size_t i = 0; i < size() && std::fabs(x(i)) >= from; ++i) {
      // NaN must not pass for flat.
      if (std::fabs(x(i)) <= to && !(steepness(i) <= found)) found = std::isnan(steepness(i)) ? infinity : steepness(i);
    }
    return found;
  }

  Saturation saturation() const {
    const float far = largest(1e20f, infinity);
    if (far == 0.0f) {
      const auto nonzero = [](float steepness) { return steepness != 0.0f; };
      const auto ordinary = [](float steepness) { return steepness > underflow; };
      const size_t start = first(nonzero);
      const size_t body = first(ordinary);
      if (start == size()) return Saturation::hard;  // steps only
      if (body == size()) return Saturation::soft;
      const float zeros = boundary(start, nonzero);
      const float tiny = boundary(body, ordinary);
      const float shortest = 1e-3f * std::max(std::fabs(zeros), 1e-6f);
      return std::fabs(zeros - tiny) > shortest ? Saturation::soft : Saturation::hard;
    }
    // Towards 0, and not merely small: a leaky slope of 0.01 stays where it is.
    const float near = largest(1e3f, 1e6f);
    return far < 1e-3f && far <= 1e-3f * near ? Saturation::soft : Saturation::none;
  }

  // Sets x to the last float, from outside, up to which |f'| < flat_slope. False where it is so everywhere.
  bool end(float& x) const {
    const auto steep = [](float steepness) { return !(steepness < flat_slope); };
    const size_t i = first(steep);
    if (i == 0 || i == size()) return false;
    x = boundary(i, steep);
    return true;
  }

 private:
  size_t index(size_t i) const { return left_ ? i : samples_.size() - 1 - i; }

  const Function& f_;
  const Samples& samples_;
  bool left_;
};

}  // namespace

void measure_saturation(const Function& f, const Samples& samples, Properties& properties) {
  const Side left(f, samples, true);
  const Side right(f, samples, false);
  properties.left = left.saturation();
  properties.right = right.saturation();
  // Where nothing is steep the two flat sides meet.
  float meet_left, meet_right;
  if (!properties.value_jumps.empty()) {
    meet_left = properties.value_jumps.front().x;
    meet_right = properties.value_jumps.back().x;
  } else {
    size_t steepest = 0;
    for (size_t i = 0; i < samples.size(); ++i) {
      // Of equals the one nearest zero.
      const float difference = std::fabs(samples.slope[i]) - std::fabs(samples.slope[steepest]);
      const bool nearer = std::fabs(samples.x[i]) < std::fabs(samples.x[steepest]);
      if (difference > 0.0f || (difference == 0.0f && nearer)) steepest = i;
    }
    meet_left = meet_right = samples.x[steepest];
  }
  properties.left_end = -infinity;
  properties.right_end = infinity;
  if (properties.left != Saturation::none && !left.end(properties.left_end)) properties.left_end = meet_left;
  if (properties.right != Saturation::none && !right.end(properties.right_end)) properties.right_end = meet_right;
}

}  // namespace playground::analysis
