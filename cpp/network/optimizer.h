// Updates of all trainable values from their gradients, in one pass over the arena.
#pragma once

#include "cpp/network/arena.h"
#include "cpp/network/spec.h"

namespace playground {

// step = 1, 2, ...: the update about to be made. Returns whether every value is finite afterwards.
bool update(Arena& arena, const OptimizerSpec& optimizer, double l1, uint64_t step);

}  // namespace playground
