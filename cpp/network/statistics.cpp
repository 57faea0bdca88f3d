#include "cpp/network/statistics.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "cpp/network/valid_lanes.h"

namespace playground {
namespace {

constexpr float nan = std::numeric_limits<float>::quiet_NaN();

// What one lane's counter of one bin surely holds.
constexpr uint64_t most_pending = std::numeric_limits<uint32_t>::max();

// The mask of a vector that holds samples only.
struct EveryLane {};
F32x4 keep_where(EveryLane, F32x4 value) { return value; }
Mask32x4 operator&(Mask32x4 mask, EveryLane) { return mask; }

// body(column, mask) for every vector of a row.
template <class Body>
void for_each_vector(int samples, Body&& body) {
  int b = 0;
  for (; b + lanes <= samples; b += lanes) body(b, EveryLane{});
  if (b < samples) body(b, valid_lanes(b, samples));
}

// What the function of a layer is asked at: all that comes in, of a gated one the gates, its second half.
Matrix arguments_of(const LayerSpec& spec, const Matrix& x) {
  if (spec.activation->description->kind != Kind::gated) return x;
  const int values = x.rows / 2;
  return {x.row(values), x.rows - values, x.stride};
}

int32_t lane_sum(I32x4 a) { return a.extract<0>() + a.extract<1>() + a.extract<2>() + a.extract<3>(); }

}  // namespace

Histogram::Histogram(float low, float high, int bins)
    : low_(low),
      scale_(static_cast<float>(bins) / (high - low)),
      bins_(bins),
      counts_(static_cast<size_t>(bins + 2) * lanes, 0),
      totals_(static_cast<size_t>(bins + 2), 0.0) {}

void Histogram::add(const float* values, size_t n) {
  if ((pending_ += n) > most_pending) fold();
  const F32x4 low = F32x4::splat(low_);
  const F32x4 scale = F32x4::splat(scale_);
  const F32x4 bins = F32x4::splat(static_cast<float>(bins_));
  // Four times the bin; -4 for what is below.
  const auto places = [&](const float* source, auto load) {
    const F32x4 place = (load(source) - low) * scale;
    return (truncate_to_int(minimum(bins, place)) | bits(place < F32x4::zero())).shift_left<2>();
  };
  uint32_t* counts = counts_.data() + lanes;
  size_t i = 0;
  for (; i + lanes <= n; i += lanes) {
    const I32x4 place = places(values + i, F32x4::load);
    ++counts[place.extract<0>()];
    ++counts[place.extract<1>() + 1];
    ++counts[place.extract<2>() + 2];
    ++counts[place.extract<3>() + 3];
  }
  for (; i < n; ++i) ++counts[places(values + i, F32x4::load_splat).extract<0>()];
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
  for (int bin = 1; bin <= bins_; ++bin) result.bins.push_back(share(totals[bin]));
  result.above = share(totals.back());
  return result;
}

LayerStatistics::LayerStatistics(int layer, const LayerSpec& spec, int width, int weights, const ProbeOptions& o)
    : layer_(layer),
      spec_(spec),
      weights_(weights),
      inputs_(o.low, o.high, o.bins),
      outputs_(o.activation_low, o.activation_high, o.bins),
      alive_(static_cast<size_t>(width), 0) {}

void LayerStatistics::begin(const FlatEnds& ends) {
  ends_ = ends;
  inputs_.clear();
  outputs_.clear();
  std::fill(alive_.begin(), alive_.end(), 0);
  count_ = places_ = slope_ = left_ = right_ = sum_ = squares_ = gradient_ = weight_gradient_ = 0.0;
}

void LayerStatistics::add_signals(const Workspace& workspace, int samples) {
  if (spec_.type == LayerType::activation) inputs_.add(arguments_of(spec_, workspace.before(layer_)), samples);
  outputs_.add(workspace.output(layer_), samples);
  if (spec_.element_wise()) {
    add_rows<true>(workspace, samples);
  } else {
    add_rows<false>(workspace, samples);
  }
}

// Slopes of a row are summed in float32, which they are few enough for; of the outputs also the squares are wanted, of
// which the variance may be a small difference.
template <bool element_wise>
void LayerStatistics::add_rows(const Workspace& workspace, int samples) {
  const Matrix& x = workspace.before(layer_);
  const Matrix& y = workspace.output(layer_);
  const Matrix& slopes = workspace.auxiliary(layer_);
  const F32x4 left_end = F32x4::splat(ends_.left);
  const F32x4 right_end = F32x4::splat(ends_.right);
  F64x4 sum = F64x4::zero();
  F64x4 squares = F64x4::zero();
  I32x4 left = I32x4::zero();
  I32x4 right = I32x4::zero();
  for (int u = 0; u < y.rows; ++u) {
    F32x4 steepness = F32x4::zero();
    Mask32x4 steep = Mask32x4::none();
    for_each_vector(samples, [&](int b, auto valid) {
      const F64x4 value = widen(keep_where(valid, F32x4::load(y.row(u) + b)));
      sum += value;
      squares += value * value;
      if constexpr (element_wise) {
        const F32x4 slope = F32x4::load(slopes.row(u) + b);
        const F32x4 input = F32x4::load(x.row(u) + b);
        steepness += abs(keep_where(valid, slope));
        steep = steep | (!(slope == F32x4::zero()) & valid);
        // A true lane is -1.
        left = left - bits((input < left_end) & valid);
        right = right - bits((input > right_end) & valid);
      }
    });
    if constexpr (element_wise) {
      slope_ += lane_sum(steepness);
      alive_[u] |= steep.any();
    }
  }
  count_ += static_cast<double>(samples) * y.rows;
  left_ += lane_sum(left);
  right_ += lane_sum(right);
  sum_ += lane_sum(sum);
  squares_ += lane_sum(squares);
}

void LayerStatistics::add_place(float t, float slope) {
  inputs_.add(&t, 1);
  slope_ += std::fabs(slope);
  ++places_;
}

LayerProbe LayerStatistics::report(double batches) const {
  LayerProbe probe;
  probe.layer = layer_;
  probe.inputs = inputs_.shares();
  probe.activations = outputs_.shares();
  const double mean = sum_ / count_;
  const double variance = std::max(0.0, squares_ / count_ - mean * mean);
  probe.mean = static_cast<float>(mean);
  probe.variance = static_cast<float>(variance);
  probe.skew = variance > 0.0 ? static_cast<float>(mean / std::sqrt(variance)) : nan;
  probe.gradient_norm = static_cast<float>(std::sqrt(gradient_ / batches));
  probe.weight_gradient_norm = weights_ < 0 ? nan : static_cast<float>(std::sqrt(weight_gradient_ / batches));
  if (spec_.element_wise()) {
    probe.mean_slope = static_cast<float>(slope_ / count_);
    probe.saturated_left = static_cast<float>(left_ / count_);
    probe.saturated_right = static_cast<float>(right_ / count_);
    const auto dead = std::count(alive_.begin(), alive_.end(), 0);
    probe.dead = static_cast<float>(dead) / static_cast<float>(alive_.size());
  } else if (spec_.type == LayerType::maxout) {
    probe.mean_slope = static_cast<float>(slope_ / places_);
  } else {
    probe.mean_slope = probe.saturated_left = probe.saturated_right = probe.dead = nan;
  }
  return probe;
}

}  // namespace playground
