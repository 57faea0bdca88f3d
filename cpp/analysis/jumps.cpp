// A cell between two samples is bisected in the order of the floats, always into the half with the larger difference.
// The difference of a continuous function shrinks on the way and the search ends early; that of a jump stays, down to
// adjacent floats. There it counts as a jump where it exceeds both rounding (1e-6, relative above 1) and four times
// what the function does over the next 64 floats on either side: a steep smooth function moves 64 times as far there.
#include "cpp/analysis/jumps.h"

#include <algorithm>

namespace playground::analysis {
namespace {

// Beyond, adjacent floats lie too far apart to tell a jump from a wave, and no kink of any function lies there.
constexpr float search_limit = 1e4f;
constexpr int64_t flank = 64;
constexpr float negligible = 1e-6f;

class Search {
 public:
  Search(const Function& f, Of of) : f_(f), of_(of) {}

  float at(int64_t key) const {
    const Function::Point point = f_.at(float_of(key));
    return of_ == Of::value ? point.value : point.slope;
  }

  // Not negligible; false for NaN and for a difference of infinities.
  static bool differ(float a, float b) {
    const float scale = std::max({1.0f, std::fabs(a), std::fabs(b)});
    return std::isfinite(scale) && std::fabs(a - b) > negligible * scale;
  }

  // The jump between two neighbouring samples, if there is one.
  bool between(float x_low, float x_high, Jump& jump) const {
    int64_t low = key_of(x_low);
    int64_t high = key_of(x_high);
    float at_low = at(low);
    float at_high = at(high);
    while (differ(at_low, at_high) && high - low > 1) {
      const int64_t middle = low + (high - low) / 2;
      const float at_middle = at(middle);
      if (std::fabs(at_middle - at_low) > std::fabs(at_high - at_middle)) {
        high = middle;
        at_high = at_middle;
      } else {
        low = middle;
        at_low = at_middle;
      }
    }
    if (!differ(at_low, at_high)) return false;
    // Either float can be the place, the other one its neighbour: take the one a person would name.
    const bool low_is = jumps_at(low);
    const bool high_is = jumps_at(high);
    if (!low_is && !high_is) return false;
    const int64_t place = low_is && (!high_is || roundness(low) >= roundness(high)) ? low : high;
    jump = {float_of(place), at(place - 1), at(place), at(place + 1)};
    return true;
  }

 private:
  bool jumps_at(int64_t place) const {
    const float left = at(place - 1);
    const float right = at(place + 1);
    const float left_flank = std::fabs(left - at(place - 1 - flank));
    const float right_flank = std::fabs(right - at(place + 1 + flank));
    return differ(left, right) && std::fabs(right - left) > 4.0f * std::max(left_flank, right_flank);
  }

  // A parameter's value before anything else, then the shorter binary fraction.
  int roundness(int64_t place) const {
    const float x = float_of(place);
    for (float parameter : f_.parameters()) {
      if (std::fabs(parameter) == std::fabs(x)) return 64;
    }
    int zeros = 0;
    while (zeros < 32 && (place >> zeros & 1) == 0) ++zeros;
    return zeros;
  }

  const Function& f_;
  Of of_;
};

}  // namespace

std::vector<Jump> find_jumps(const Function& f, const Samples& samples, Of of) {
  const Search search(f, of);
  const std::vector<float>& g = of == Of::value ? samples.value : samples.slope;
  std::vector<Jump> jumps;
  for (size_t i = 0; i + 1 < samples.size(); ++i) {
    if (samples.x[i] < -search_limit || samples.x[i + 1] > search_limit || !Search::differ(g[i], g[i + 1])) continue;
    Jump jump;
    // A jump at a sample is found from both of its cells.
    if (search.between(samples.x[i], samples.x[i + 1], jump) && (jumps.empty() || jumps.back().x != jump.x)) {
      jumps.push_back(jump);
    }
  }
  return jumps;
}

}  // namespace playground::analysis
