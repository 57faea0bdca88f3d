// The part of the spec that says how the network is trained: loss, optimiser, schedule, penalties, initial weights.
#pragma once

#include "cpp/network/json.h"

namespace playground {

// Whether the layers are what the method of pre-training needs, where the spec asks for it.
std::optional<Error> check_pretraining(const NetworkSpec& spec);

void read_training(ObjectReader& root, NetworkSpec& spec, std::optional<Error>& error);

}  // namespace playground
