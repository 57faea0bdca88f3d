// What probes count of one layer's signals, batch by batch: histograms by vectors, sums in float64. Adding allocates
// nothing.
#pragma once

#include "cpp/analysis/properties.h"
#include "cpp/network/probe.h"
#include "cpp/network/spec.h"
#include "cpp/network/workspace.h"

namespace playground {

// Counts values into bins of equal width; NaN counts as above.
class Histogram {
 public:
  Histogram(float low, float high, int bins);

  void add(const float* values, size_t n);
  // The first `samples` columns.
  void add(const Matrix& m, int samples);
  void clear();
  // Fractions of all that was added; NaN where nothing was.
  HistogramShares shares() const;

 private:
  void fold();

  float low_;
  float scale_;
  int bins_;
  // [below, the bins, above]. Each lane of a vector has counters of its own, so that equal neighbours do not wait for
  // each other; they move to the totals before they can overflow.
  std::vector<uint32_t> counts_;
  std::vector<double> totals_;
  uint64_t pending_ = 0;
};

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
  LayerProbe report(double batches) const;

 private:
  template <bool element_wise>
  void add_rows(const Workspace& workspace, int samples);

  int layer_;
  const LayerSpec& spec_;
  int weights_;
  FlatEnds ends_{};
  Histogram inputs_;
  Histogram outputs_;
  std::vector<unsigned char> alive_;  // per unit: some row has a slope that is not zero
  double count_ = 0, places_ = 0, slope_ = 0, left_ = 0, right_ = 0, sum_ = 0, squares_ = 0;
  double gradient_ = 0, weight_gradient_ = 0;
};

}  // namespace playground
