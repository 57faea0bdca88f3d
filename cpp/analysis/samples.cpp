#include "cpp/analysis/samples.h"

#include <algorithm>
#include <utility>

namespace playground::analysis {
namespace {

Samples evaluated(const Function& f, std::vector<float> x) {
  Samples samples;
  samples.x = std::move(x);
  samples.value.resize(samples.size());
  samples.slope.resize(samples.size());
  f.fill(samples.x, samples.value.data(), samples.slope.data());
  return samples;
}

}  // namespace

Samples sample(const Function& f) {
  std::vector<float> half;  // the positive ones, in increasing order
  // Towards zero by halves: what is steep there is seen as well.
  for (float at = 0x1p-29f; at < 1.0f / 64.0f; at *= 2.0f) half.push_back(at);
  for (int i = 1; i <= static_cast<int>(dense_limit) * 64; ++i) half.push_back(static_cast<float>(i) / 64.0f);
  // Outwards by 2^(1/4), which suffices for limits.
  for (float at = dense_limit * 1.1892071f; at < far_limit; at *= 1.1892071f) half.push_back(at);
  half.push_back(far_limit);
  // A parameter may be a threshold. Samples 128 floats to either side make a cell so narrow that even a small jump
  // there exceeds what the function does in it.
  for (float parameter : f.parameters()) {
    if (!std::isfinite(parameter)) continue;
    const int64_t key = key_of(std::fabs(parameter));
    for (int64_t offset : {-128, 0, 128}) {
      const float at = std::fabs(float_of(key + offset));
      const auto place = std::lower_bound(half.begin(), half.end(), at);
      if (at > 0.0f && (place == half.end() || *place != at)) half.insert(place, at);
    }
  }
  std::vector<float> x(2 * half.size() + 1);
  for (size_t i = 0; i < half.size(); ++i) {
    x[half.size() + 1 + i] = half[i];
    x[half.size() - 1 - i] = -half[i];
  }
  return evaluated(f, std::move(x));
}

Samples sample_around(const Function& f, const Samples& samples, size_t i) {
  constexpr int count = 2048;
  const double low = samples.x[i == 0 ? 0 : i - 1];
  const double high = samples.x[i + 1 == samples.size() ? i : i + 1];
  std::vector<float> x(count + 1);
  for (int k = 0; k <= count; ++k) x[k] = static_cast<float>(low + (high - low) * k / count);
  return evaluated(f, std::move(x));
}

}  // namespace playground::analysis
