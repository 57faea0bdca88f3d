// What a network does with its data: the numbers beside and on the curve. Measured in evaluation mode over all training
// rows (Network::probe), or on the way by training itself, over the batches of some of its steps (Network::observe).
#pragma once

#include <cstdint>
#include <vector>

namespace playground {

struct ProbeOptions {
  float low = -5.0f;  // range of the histograms of pre-activations
  float high = 5.0f;
  int bins = 80;
  int unit = 0;                  // whose pieces a Maxout layer reports
  float activation_low = -5.0f;  // range of the histograms of activations
  float activation_high = 5.0f;
  bool weight_gradients = true;  // false saves a quarter of a probe's time; the norms are then NaN
};

// Pieces z_j(t) = intercept_j + slope_j t of one Maxout unit on a line through its input space: t is the distance
// from the inputs' mean along the direction in which its two most used pieces part (w_i - w_j, normalised).
struct MaxoutPieces {
  std::vector<float> slopes;
  std::vector<float> intercepts;
};

// Fractions of the values in each bin and outside of them. NaN where none were counted.
struct HistogramShares {
  std::vector<float> bins;
  float below = 0, above = 0;
};

struct LayerProbe {
  int layer;                    // index in spec.layers
  HistogramShares inputs;       // of the pre-activations; gated: of the gates alone; Maxout: of the unit's t
  HistogramShares activations;  // of the layer's outputs
  // The next four are NaN for functions of rows: they have no f'.
  float mean_slope = 0;  // mean |f'|
  float saturated_left = 0, saturated_right = 0;
  float dead = 0;  // fraction of units with slope exactly zero on every row; NaN once the loss is not finite
  float mean = 0, variance = 0;  // of the activations
  float skew = 0;                // mean / standard deviation of the activations; NaN where they are all the same
  // Frobenius norms. Probed: of the gradients of the loss averaged over all training rows. Observed: root mean square
  // of the norms of the batches.
  float gradient_norm = 0;         // of dLoss/d(pre-activation)
  float weight_gradient_norm = 0;  // of dLoss/d(weights) of the nearest dense or Maxout layer, this one or one below
  MaxoutPieces pieces;             // probed, and Maxout; else empty
};

struct Score {
  int rows = 0;  // 0: there are none
  float loss = 0;
  float accuracy = -1;  // fraction; -1 for regression
};

struct Probe {
  std::vector<LayerProbe> layers;
  Score train;
};

// The batches of every so manieth step since the last look.
struct Observation {
  uint64_t batches = 0;
  uint64_t samples = 0;
  std::vector<LayerProbe> layers;
};

}  // namespace playground
