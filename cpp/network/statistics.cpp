#include "cpp/network/statistics.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "cpp/network/parts.h"
#include "cpp/network/valid_lanes.h"

namespace playground {
namespace {

constexpr float nan = std::numeric_limits<float>::quiet_NaN();

// The mask of a vector that holds samples only.
struct EveryLane {};
F32x4 keep_where(EveryLane, F32x4 value) { return value; }
Mask32x4 operator&(Mask32x4 mask, EveryLane) { return mask; }
constexpr int samples_in(EveryLane, int) { return lanes; }
int samples_in(Mask32x4, int left) { return left; }

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

LayerStatistics::LayerStatistics(int layer, const LayerSpec& spec, int width, int weights, const ProbeOptions& o)
    : layer_(layer),
      spec_(spec),
      weights_(weights),
      inputs_(Bins(o.low, o.high, o.bins)),
      outputs_(Bins(o.activation_low, o.activation_high, o.bins)),
      alive_(static_cast<size_t>(width), 0) {
  if (parts.paired_histograms && spec.element_wise() && PairHistogram::fits(o.bins))
    pairs_.emplace(inputs_.bins(), outputs_.bins());
}

// A module that does without holds nothing of what follows from it.
PairHistogram* LayerStatistics::pairs() { return parts.paired_histograms && pairs_ ? &*pairs_ : nullptr; }

void LayerStatistics::begin(const FlatEnds& ends) {
  ends_ = ends;
  inputs_.clear();
  outputs_.clear();
  if (PairHistogram* pairs = this->pairs()) pairs->clear();
  std::fill(alive_.begin(), alive_.end(), 0);
  count_ = places_ = slope_ = left_ = right_ = sum_ = squares_ = gradient_ = weight_gradient_ = 0.0;
}

void LayerStatistics::add_signals(const Workspace& workspace, int samples) {
  const Matrix& y = workspace.output(layer_);
  count_ += static_cast<double>(samples) * y.rows;
  if (PairHistogram* pairs = this->pairs()) {
    const uint64_t count = static_cast<uint64_t>(samples) * static_cast<uint64_t>(y.rows);
    return add_curve(workspace, samples, pairs->counter(count, inputs_, outputs_));
  }
  if (spec_.type == LayerType::activation) inputs_.add(arguments_of(spec_, workspace.before(layer_)), samples);
  outputs_.add(y, samples);
  if (spec_.element_wise()) {
    add_curve(workspace, samples, [](F32x4, F32x4, int) {});
  } else {
    add_outputs(y, samples);
  }
}

// Sums of the outputs in float64: the variance may be a small difference, or of values whose squares float32 cannot
// hold.
struct LayerStatistics::Sums {
  F64x4 sum = F64x4::zero();
  F64x4 squares = F64x4::zero();

  void add(F32x4 value) {
    const F64x4 wide = widen(value);
    sum += wide;
    squares += wide * wide;
  }
};

void LayerStatistics::add_outputs(const Matrix& y, int samples) {
  Sums sums;
  for (int u = 0; u < y.rows; ++u) {
    for_each_vector(samples, [&](int b, auto valid) { sums.add(keep_where(valid, F32x4::load(y.row(u) + b))); });
  }
  add(sums);
}

// Slopes of a row are summed in float32, which they are few enough for. Their magnitudes cannot cancel: a sum of zero
// is a slope of zero on every sample.
template <class Count>
void LayerStatistics::add_curve(const Workspace& workspace, int samples, Count count) {
  const Matrix& x = workspace.before(layer_);
  const Matrix& y = workspace.output(layer_);
  const Matrix& slopes = workspace.auxiliary(layer_);
  const F32x4 left_end = F32x4::splat(ends_.left);
  const F32x4 right_end = F32x4::splat(ends_.right);
  Sums sums;
  I32x4 left = I32x4::zero();
  I32x4 right = I32x4::zero();
  for (int u = 0; u < y.rows; ++u) {
    // For all that compilers know, to count may change the matrices.
    const float* const x_row = x.row(u);
    const float* const y_row = y.row(u);
    const float* const slope_row = slopes.row(u);
    F32x4 steepness = F32x4::zero();
    for_each_vector(samples, [&](int b, auto valid) {
      const F32x4 input = F32x4::load(x_row + b);
      const F32x4 output = F32x4::load(y_row + b);
      count(input, output, samples_in(valid, samples - b));
      sums.add(keep_where(valid, output));
      steepness += abs(keep_where(valid, F32x4::load(slope_row + b)));
      // A true lane is -1.
      left = left - bits((input < left_end) & valid);
      right = right - bits((input > right_end) & valid);
    });
    slope_ += lane_sum(steepness);
    alive_[u] |= (!(steepness == F32x4::zero())).any();
  }
  left_ += lane_sum(left);
  right_ += lane_sum(right);
  add(sums);
}

void LayerStatistics::add(const Sums& sums) {
  sum_ += lane_sum(sums.sum);
  squares_ += lane_sum(sums.squares);
}

void LayerStatistics::add_place(float t, float slope) {
  inputs_.add(&t, 1);
  slope_ += std::fabs(slope);
  ++places_;
}

LayerProbe LayerStatistics::report(double batches) {
  if (PairHistogram* pairs = this->pairs()) pairs->fold(inputs_, outputs_);
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
