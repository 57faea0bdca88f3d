// E f(Z), E f(Z)^2, E f'(Z)^2 and P(f(Z) = 0) for Z ~ N(0, 1).
#pragma once

#include "cpp/analysis/properties.h"
#include "cpp/analysis/samples.h"

namespace playground::analysis {

// The jumps must be set.
void measure_moments(const Function& f, Properties& properties);
double sparsity(const Function& f, const Samples& samples);

}  // namespace playground::analysis
