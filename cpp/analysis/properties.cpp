#include "cpp/analysis/properties.h"

#include "cpp/analysis/jumps.h"
#include "cpp/analysis/moments.h"
#include "cpp/analysis/samples.h"
#include "cpp/analysis/saturation.h"
#include "cpp/analysis/shape.h"
#include "cpp/analysis/smoothness.h"

namespace playground {

using namespace analysis;

bool Properties::bounded() const { return std::isfinite(lowest) && std::isfinite(highest); }
double Properties::forward_gain() const { return 1.0 / std::sqrt(mean_square); }
double Properties::backward_gain() const { return 1.0 / std::sqrt(mean_square_slope); }

FlatEnds measure_flat_ends(const CatalogueEntry& entry, std::span<const float> parameters) {
  const Function f(*entry.kernels, parameters);
  const Samples samples = sample(f);
  Properties properties{};
  properties.value_jumps = find_jumps(f, samples, Of::value);
  measure_saturation(f, samples, properties);
  return {properties.left_end, properties.right_end};
}

Properties measure(const CatalogueEntry& entry, std::span<const float> parameters) {
  return measure(*entry.kernels, parameters);
}

Properties measure(const ElementWiseKernels& kernels, std::span<const float> parameters) {
  const Function f(kernels, parameters);
  const Samples samples = sample(f);
  Properties properties{};
  properties.value_jumps = find_jumps(f, samples, Of::value);
  properties.slope_jumps = find_jumps(f, samples, Of::slope);
  properties.continuity = !properties.value_jumps.empty()   ? Continuity::discontinuous
                          : !properties.slope_jumps.empty() ? Continuity::c0
                                                            : smoothness(f);
  properties.slope_bound = slope_bound(f, samples, properties);
  measure_saturation(f, samples, properties);
  measure_range(f, samples, properties);
  properties.monotonicity = monotonicity(samples, properties);
  properties.symmetry = symmetry(samples);
  properties.zero_at_origin = std::fabs(f.at(0.0f).value) < 1e-7f;
  measure_moments(f, properties);
  properties.sparsity = sparsity(f, samples);
  return properties;
}

}  // namespace playground
