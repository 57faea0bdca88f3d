// Greedy layer-wise pre-training (Hinton, Osindero & Teh 2006; Bengio et al. 2007): before training starts, every
// hidden dense layer in turn learns to represent the outputs of the layers below it, which stand still meanwhile.
//
// It starts from the weights that the initialisation drew and replaces them; Maxout layers and the last layer keep
// theirs. No labels are used, no step is counted.
#pragma once

#include <optional>
#include <vector>

#include "cpp/network/error.h"

namespace playground {

class Network;

// What one layer went through: mean squared error of the reconstruction over the training rows, before and after every
// epoch.
struct Reconstruction {
  int layer;
  std::vector<float> errors;
};

// Autoencoder: the dense layer with all that follows it up to the next layer of weights, and above it a linear decoder
// with weights of its own (untied), drawn like any layer; mean squared error, Adam.
//
// RBM: Bernoulli units on both sides and one step of contrastive divergence (Hinton 2002), by plain gradient steps: the
// hidden units are sampled once, reconstructions are probabilities (Hinton 2012, sections 3.1 and 3.2). The layer must
// be followed by a sigmoid. An input whose values leave [0, 1] over the training rows is mapped onto it, and the map
// folded into the weights afterwards.
//
// An error where the learning rate was too high for it.
std::optional<Error> pretrain(Network& network, std::vector<Reconstruction>& account);

}  // namespace playground
