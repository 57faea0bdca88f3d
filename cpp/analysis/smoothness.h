#pragma once

#include "cpp/analysis/properties.h"
#include "cpp/analysis/samples.h"

namespace playground::analysis {

// c1, c2 or smooth, for a function of which neither f nor f' jumps.
Continuity smoothness(const Function& f);

}  // namespace playground::analysis
