// Updates of all trained values from their gradients, in one pass over the arena.
#pragma once

#include "cpp/network/arena.h"
#include "cpp/network/spec.h"

namespace playground {

// Numbers that the optimiser keeps per value.
int moments(const OptimizerSpec& optimizer);
// The moments as they are before the first step, in an arena whose memory is all zero.
void start_moments(Arena& arena, const OptimizerSpec& optimizer);

// The learning rate of an update, counted from 0. Step: rate * factor^floor(update / every); cosine (Loshchilov &
// Hutter 2017, without restarts): minimum + (rate - minimum) (1 + cos(pi update / steps)) / 2, then the minimum.
double scheduled_rate(const NetworkSpec& spec, uint64_t update);

// step = 1, 2, ...: the update about to be made. In this order: all gradients together are scaled down to clip_norm
// where they are longer, L1 is added to weights, weight decay to everything (adamw: to the step instead), and the
// rule applied. Returns whether every value is finite afterwards.
bool update(Arena& arena, const NetworkSpec& spec, uint64_t step);

// The same by the rule of one type.
bool update_by_sgd(Arena& arena, const NetworkSpec& spec, uint64_t step);
bool update_by_adam(Arena& arena, const NetworkSpec& spec, uint64_t step);
bool update_by_adamw(Arena& arena, const NetworkSpec& spec, uint64_t step);
bool update_by_rmsprop(Arena& arena, const NetworkSpec& spec, uint64_t step);
bool update_by_adagrad(Arena& arena, const NetworkSpec& spec, uint64_t step);

}  // namespace playground
