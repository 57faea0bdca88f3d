// Extent, direction and symmetry of a function.
#pragma once

#include "cpp/analysis/properties.h"
#include "cpp/analysis/samples.h"

namespace playground::analysis {

// sup |f'|; the jumps must be set.
float slope_bound(const Function& f, const Samples& samples, const Properties& properties);

// Sets lowest, highest and whether they are attained; saturation must be set.
void measure_range(const Function& f, const Samples& samples, Properties& properties);

// Saturation and slope bound must be set.
Monotonicity monotonicity(const Samples& samples, const Properties& properties);

Symmetry symmetry(const Samples& samples);

}  // namespace playground::analysis
