// The part of the spec that says how the network is trained: loss, optimiser, schedule, penalties, initial weights.
#pragma once

#include "cpp/network/json.h"

namespace playground {

void read_training(ObjectReader& root, NetworkSpec& spec, std::optional<Error>& error);
// Of these the fields without which a network trains too.
void read_extras(ObjectReader& root, NetworkSpec& spec, std::optional<Error>& error);

}  // namespace playground
