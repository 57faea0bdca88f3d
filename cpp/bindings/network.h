// The networks that JavaScript knows by number, for all files that bind them.
#pragma once

#include <memory>
#include <optional>

#include "cpp/network/network.h"

namespace playground {

Network& network_at(int id);

// The network's number; -1, with an error left behind, where there is none.
int keep(Result<std::unique_ptr<Network>> network);

// True, or false with the error left behind.
bool report(const std::optional<Error>& error);

// The data that came with the call, or that the spec names. Input: rows x inputs values, then rows x outputs
// targets or rows labels; counts of 0 mean absent.
Result<Dataset> data_for(const NetworkSpec& spec, int rows, int targets, bool labelled);

// Input: low, high of the histograms of pre-activations, then of activations.
ProbeOptions probe_options(int bins, int unit, bool weight_gradients);

// Appends to the output, per layer: layer, mean slope, saturated left and right, dead, mean, variance, skew, gradient
// norms by pre-activations and by weights, number of pieces; bins, below and above of the pre-activations, then of the
// activations; slopes and intercepts of the pieces.
void append_layers(const std::vector<LayerProbe>& layers);

}  // namespace playground
