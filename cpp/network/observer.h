// Looks at training as it happens: the statistics of a probe over the batches of every so manieth step, taken while
// their signals are in the cache. It only reads: what is trained is the same to the bit. Gathering allocates nothing.
#pragma once

#include "cpp/network/statistics.h"

namespace playground {

class Observer {
 public:
  Observer(int every, std::vector<LayerStatistics> layers) : every_(every), layers_(std::move(layers)) {}

  bool wants(uint64_t step) const { return step % every_ == 0; }
  std::vector<LayerStatistics>& layers() { return layers_; }

  // In this order, at a step whose loss is finite: after the forward pass; for every layer on the way back; after it.
  void add_signals(const Workspace& workspace, int samples) {
    for (LayerStatistics& layer : layers_) layer.add_signals(workspace, samples);
    ++batches_;
    samples_ += static_cast<uint64_t>(samples);
    next_ = layers_.size();
  }
  void add_gradient(int layer, const Matrix& gradient) {
    if (next_ == 0 || layers_[next_ - 1].layer() != layer) return;
    layers_[--next_].add_gradient(sum_of_squares(gradient));
  }
  void add_weight_gradients(Arena& arena) {
    int last = -1;
    double squares = 0.0;
    for (LayerStatistics& layer : layers_) {
      if (layer.weights() < 0) continue;
      if (layer.weights() != last) squares = sum_of_squares(arena.matrix(last = layer.weights(), Arena::gradients));
      layer.add_weight_gradient(squares);
    }
  }

  // What was gathered; a new window begins.
  Observation take() {
    Observation observation{batches_, samples_, {}};
    for (const LayerStatistics& layer : layers_) {
      observation.layers.push_back(layer.report(static_cast<double>(batches_)));
    }
    batches_ = samples_ = 0;
    return observation;
  }

 private:
  uint64_t every_;
  std::vector<LayerStatistics> layers_;
  uint64_t batches_ = 0;
  uint64_t samples_ = 0;
  size_t next_ = 0;  // layers that the way back has not come to
};

}  // namespace playground
