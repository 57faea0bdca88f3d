#include "cpp/network/pair_histogram.h"

#include <algorithm>
#include <limits>

namespace playground {

PairHistogram::PairHistogram(const Bins& first, const Bins& second)
    : first_(first),
      second_(second),
      counts_(static_cast<size_t>(first.count + 2) * static_cast<size_t>(second.count + 2), 0) {}

PairHistogram::Counter PairHistogram::counter(uint64_t pairs, Histogram& first, Histogram& second) {
  if (pending_ + pairs > std::numeric_limits<uint32_t>::max()) fold(first, second);
  pending_ += pairs;
  return {first_, second_, counts_.data() + (second_.count + 2) + 1};
}

void PairHistogram::clear() {
  std::fill(counts_.begin(), counts_.end(), 0);
  pending_ = 0;
}

void PairHistogram::fold(Histogram& first, Histogram& second) {
  const uint32_t* count = counts_.data();
  for (int i = -1; i <= first_.count; ++i) {
    uint64_t row = 0;
    for (int j = -1; j <= second_.count; ++j, ++count) {
      if (*count == 0) continue;
      row += *count;
      second.add_to_bin(j, *count);
    }
    if (row > 0) first.add_to_bin(i, static_cast<double>(row));
  }
  clear();
}

}  // namespace playground
