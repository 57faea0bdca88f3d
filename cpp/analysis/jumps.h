// Where f or f' jumps.
#pragma once

#include "cpp/analysis/properties.h"
#include "cpp/analysis/samples.h"

namespace playground::analysis {

enum class Of { value, slope };

std::vector<Jump> find_jumps(const Function& f, const Samples& samples, Of of);

}  // namespace playground::analysis
