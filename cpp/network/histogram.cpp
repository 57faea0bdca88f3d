#include "cpp/network/histogram.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace playground {
namespace {

// What one lane's counter of one bin surely holds.
constexpr uint64_t most_pending = std::numeric_limits<uint32_t>::max();

}  // namespace

Histogram::Histogram(const Bins& bins)
    : bins_(bins),
      counts_(static_cast<size_t>(bins.count + 2) * lanes, 0),
      totals_(static_cast<size_t>(bins.count + 2), 0.0) {}

void Histogram::add(const float* values, size_t n) {
  if ((pending_ += n) > most_pending) fold();
  const BinOf bin_of(bins_);
  const auto places = [&](F32x4 value) { return whole_to_int(bin_of(value)).shift_left<2>(); };
  uint32_t* counts = counts_.data() + lanes;
  size_t i = 0;
  for (; i + lanes <= n; i += lanes) {
    const I32x4 place = places(F32x4::load(values + i));
    ++counts[place.extract<0>()];
    ++counts[place.extract<1>() + 1];
    ++counts[place.extract<2>() + 2];
    ++counts[place.extract<3>() + 3];
  }
  for (; i < n; ++i) ++counts[places(F32x4::load_splat(values + i)).extract<0>()];
}

void Histogram::add(const Matrix& m, int samples) {
  if (samples == m.stride) {
    add(m.data, m.size());
  } else {
    for (int r = 0; r < m.rows; ++r) add(m.row(r), static_cast<size_t>(samples));
  }
}

void Histogram::clear() {
  std::fill(counts_.begin(), counts_.end(), 0);
  std::fill(totals_.begin(), totals_.end(), 0.0);
  pending_ = 0;
}

void Histogram::fold() {
  for (size_t i = 0; i < counts_.size(); ++i) totals_[i / lanes] += std::exchange(counts_[i], 0);
  pending_ = 0;
}

HistogramShares Histogram::shares() const {
  std::vector<double> totals = totals_;
  for (size_t i = 0; i < counts_.size(); ++i) totals[i / lanes] += counts_[i];
  double all = 0.0;
  for (double count : totals) all += count;
  const auto share = [&](double count) { return static_cast<float>(count / all); };
  HistogramShares result;
  result.below = share(totals.front());
  for (int bin = 1; bin <= bins_.count; ++bin) result.bins.push_back(share(totals[bin]));
  result.above = share(totals.back());
  return result;
}

}  // namespace playground
