// What a network does with its data, measured in evaluation mode over all training rows: the numbers beside and on
// the curve.
#pragma once

#include <vector>

namespace playground {

struct ProbeOptions {
  float low = -5.0f;  // x-range of the histograms
  float high = 5.0f;
  int bins = 80;
  int unit = 0;  // whose pieces a Maxout layer reports
};

// Pieces z_j(t) = intercept_j + slope_j t of one Maxout unit on a line through its input space: t is the distance
// from the inputs' mean along the direction in which its two most used pieces part (w_i - w_j, normalised).
struct MaxoutPieces {
  std::vector<float> slopes;
  std::vector<float> intercepts;
};

struct LayerProbe {
  int layer;                     // index in spec.layers
  std::vector<float> histogram;  // fraction of the pre-activations per bin; Maxout: of the unit's t
  float below = 0, above = 0;    // fractions outside
  // The next four are NaN for functions of rows: they have no f'.
  float mean_slope = 0;  // mean |f'|
  float saturated_left = 0, saturated_right = 0;
  float dead = 0;                // fraction of units with slope exactly zero on every training row
  float mean = 0, variance = 0;  // of the activations
  float gradient_norm = 0;       // Frobenius norm of dLoss/d(pre-activation), loss averaged over all training rows
  MaxoutPieces pieces;           // empty unless the layer is Maxout
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

}  // namespace playground
