// What probes count of one layer's signals, batch by batch. Adding allocates nothing.
#pragma once

#include <optional>

#include "cpp/analysis/properties.h"
#include "cpp/network/pair_histogram.h"
#include "cpp/network/probe.h"
#include "cpp/network/spec.h"
#include "cpp/network/workspace.h"

namespace playground {

class LayerStatistics {
 public:
  // weights: the tensor "<layer>.weight" of the nearest layer with weights, this one or one below; -1: there is none.
  LayerStatistics(int layer, const LayerSpec& spec, int width, int weights, const ProbeOptions& options);

  int layer() const { return layer_; }
  int weights() const { return weights_; }
  const LayerSpec& spec() const { return spec_; }

  // Forgets all that was added; ends: of the function, where it is element-wise.
  void begin(const FlatEnds& ends);

  // After a forward pass with slopes over so many samples.
  void add_signals(const Workspace& workspace, int samples);
  // Squared Frobenius norms.
  void add_gradient(double squares) { gradient_ += squares; }
  void add_weight_gradient(double squares) { weight_gradient_ += squares; }
  // Maxout, which has no curve of one variable: places on its line and the slopes there, one by one (MaxoutLine).
  void add_place(float t, float slope);

  // batches: over how many the squared norms of the gradients are averaged.
  LayerProbe report(double batches);

 private:
  // Null where the histograms are filled one by one.
  PairHistogram* pairs();
  struct Sums;
  void add(const Sums& sums);
  void add_outputs(const Matrix& y, int samples);
  template <class Count>
  void add_curve(const Workspace& workspace, int samples, Count count);

  int layer_;
  const LayerSpec& spec_;
  int weights_;
  FlatEnds ends_{};
  Histogram inputs_;
  Histogram outputs_;
  std::optional<PairHistogram> pairs_;  // what the two histograms are filled from where it fits
  std::vector<unsigned char> alive_;    // per unit: some row has a slope that is not zero
  double count_ = 0, places_ = 0, slope_ = 0, left_ = 0, right_ = 0, sum_ = 0, squares_ = 0;
  double gradient_ = 0, weight_gradient_ = 0;
};

}  // namespace playground
