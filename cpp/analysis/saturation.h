// How f' ends on either side.
#pragma once

#include "cpp/analysis/properties.h"
#include "cpp/analysis/samples.h"

namespace playground::analysis {

// Sets left, right, left_end and right_end; value_jumps must be set.
void measure_saturation(const Function& f, const Samples& samples, Properties& properties);

}  // namespace playground::analysis
