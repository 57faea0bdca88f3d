// Two histograms at the cost of one.
#pragma once

#include "cpp/network/histogram.h"

namespace playground {

// Counts pairs: a value of one histogram with one of another takes one counter where two would be. Of what a function
// is asked and what it answers the pairs lie along its curve, so that few counters of the table are in use.
class PairHistogram {
 public:
  // Whether the table, 64 KB at most, is small enough to be cleared and added up at every look.
  static bool fits(int bins) { return bins <= 126; }

  PairHistogram(const Bins& first, const Bins& second);

  // Counts the pairs of the first so many lanes, all four or fewer.
  class Counter {
   public:
    Counter(const Bins& first, const Bins& second, uint32_t* origin)
        : first_(first), second_(second), width_(F32x4::splat(static_cast<float>(second.count + 2))), origin_(origin) {}

    void operator()(F32x4 first, F32x4 second, int samples) const {
      const I32x4 cell = whole_to_int(first_(first) * width_ + second_(second));
      ++origin_[cell.extract<0>()];
      if (samples > 1) ++origin_[cell.extract<1>()];
      if (samples > 2) ++origin_[cell.extract<2>()];
      if (samples > 3) ++origin_[cell.extract<3>()];
    }

   private:
    BinOf first_, second_;
    F32x4 width_;
    uint32_t* origin_;
  };

  // For at most so many pairs; what was counted before may move to the two histograms to make room.
  Counter counter(uint64_t pairs, Histogram& first, Histogram& second);
  void clear();
  // Moves all that was counted to the two histograms.
  void fold(Histogram& first, Histogram& second);

 private:
  Bins first_, second_;
  std::vector<uint32_t> counts_;  // [bin of the first + 1][bin of the second + 1]
  uint64_t pending_ = 0;
};

}  // namespace playground
