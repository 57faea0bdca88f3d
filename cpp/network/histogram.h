// Histograms of a layer's signals, counted by vectors. Adding allocates nothing.
#pragma once

#include <cstdint>
#include <vector>

#include "cpp/network/matrix.h"
#include "cpp/network/probe.h"
#include "cpp/simd/f32x4.h"

namespace playground {

// Bins of equal width from low on; NaN counts as above them.
struct Bins {
  Bins(float low, float high, int count) : low(low), scale(static_cast<float>(count) / (high - low)), count(count) {}

  float low;
  float scale;
  int count;
};

// In which bin each value falls, a whole number: -1 below all, their count above all.
class BinOf {
 public:
  explicit BinOf(const Bins& bins)
      : low_(F32x4::splat(bins.low)),
        scale_(F32x4::splat(bins.scale)),
        below_(F32x4::splat(-1.0f)),
        above_(F32x4::splat(static_cast<float>(bins.count))) {}

  F32x4 operator()(F32x4 value) const { return floor(maximum(below_, minimum(above_, (value - low_) * scale_))); }

 private:
  F32x4 low_, scale_, below_, above_;
};

class Histogram {
 public:
  explicit Histogram(const Bins& bins);

  const Bins& bins() const { return bins_; }
  void add(const float* values, size_t n);
  // The first `samples` columns.
  void add(const Matrix& m, int samples);
  // So many values of one bin; -1: below all, their count: above.
  void add_to_bin(int bin, double values) { totals_[static_cast<size_t>(bin + 1)] += values; }
  void clear();
  // Fractions of all that was added; NaN where nothing was.
  HistogramShares shares() const;

 private:
  void fold();

  Bins bins_;
  // [below, the bins, above]. Each lane of a vector has counters of its own, so that equal neighbours do not wait for
  // each other; they move to the totals before they can overflow.
  std::vector<uint32_t> counts_;
  std::vector<double> totals_;
  uint64_t pending_ = 0;
};

}  // namespace playground
