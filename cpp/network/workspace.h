// The memory of one pass over a fixed number of samples: every layer's output stays there for the way back and for
// the probes. Allocated once; a training step allocates nothing.
#pragma once

#include <algorithm>
#include <vector>

#include "cpp/network/arena.h"

namespace playground {

// Samples that evaluation takes at a time, by the number of inputs and the widths of the layers: enough for the
// kernels, small enough for the cache. An odd number of cache lines: rows a power of two apart would share a few of its
// sets.
inline int evaluation_columns(int inputs, const std::vector<int>& widths) {
  return std::max(inputs, *std::max_element(widths.begin(), widths.end())) <= 8 ? 496 : 240;
}

class Workspace {
 public:
  // widths: of the layers' outputs; wide: the largest number of rows any layer needs as scratch; scratches: how many
  // scratch matrices.
  Workspace(int inputs, const std::vector<int>& widths, const std::vector<int>& auxiliary_rows, int scratch_rows,
            int scratches, int columns);

  int columns() const { return columns_; }  // samples, without padding
  int stride() const { return padded(columns_); }

  const Matrix& input() const { return input_; }
  const Matrix& output(int layer) const { return outputs_[layer]; }
  const Matrix& before(int layer) const { return layer == 0 ? input_ : outputs_[layer - 1]; }
  // What a layer keeps for its own way back: slopes, the winning piece, pre-activations of Maxout.
  const Matrix& auxiliary(int layer) const { return auxiliary_[layer]; }
  // Gradients with respect to a layer's output and input take turns in two matrices.
  Matrix gradient(int which, int rows) const { return {gradients_[which], rows, stride()}; }
  // Room for the transpose of the widest signal.
  float* turned() const { return turned_; }
  float* scratch(int which) const { return scratch_[which]; }

 private:
  int columns_;
  Buffer memory_;
  Matrix input_;
  std::vector<Matrix> outputs_;
  std::vector<Matrix> auxiliary_;
  float* gradients_[2];
  float* turned_;
  std::vector<float*> scratch_;
};

}  // namespace playground
