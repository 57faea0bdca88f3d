// A network in one file, so that training goes on from it to the bit: what load() gives trains, answers and is probed
// as the network that was saved.
//
// Little-endian on every machine. "APLAYNET", version, length of the whole file (32 bits each); the spec's JSON; the
// settings changed since; a hash of the data; step, place in the data and state of every random stream; the tensors by
// key, each with values, gradients and the optimiser's moments, unpadded; CRC-32 (IEEE 802.3) of all before. The data
// is not in it: the spec names it, or it is given again.
#pragma once

#include "cpp/network/network.h"

namespace playground {

// The spec must have been read from JSON.
std::string save(const Network& network);

// The JSON of the spec, for finding the data. An error where the file is not whole, not one of these, or of another
// version.
Result<std::string_view> saved_spec(std::string_view file);

// The spec must be the file's own, and the data what the network was trained on: its hash tells.
Result<std::unique_ptr<Network>> load(std::string_view file, NetworkSpec spec, Dataset data);

}  // namespace playground
