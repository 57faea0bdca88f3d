#include "cpp/network/maxout_line.h"

#include <algorithm>

namespace playground {

MaxoutLine::MaxoutLine(Arena& arena, int layer, const LayerSpec& spec, int unit)
    : unit_(std::clamp(unit, 0, spec.units - 1)),
      count_(spec.pieces),
      biases_(spec.pieces, 0.0),
      wins_(spec.pieces, 0) {
  const std::string prefix = std::to_string(layer) + ".";
  const int weight = arena.find(prefix + "weight");
  const Matrix weights = arena.matrix(weight, Arena::values);
  weights_ = {weights.row(unit_ * count_), count_, weights.stride};
  mean_.assign(arena.tensors()[weight].columns, 0.0);
  const int bias = arena.find(prefix + "bias");
  if (bias < 0) return;
  for (int j = 0; j < count_; ++j) biases_[j] = arena.matrix(bias, Arena::values).data[unit_ * count_ + j];
}

int MaxoutLine::winner(const Matrix& pieces, int column) const {
  int best = 0;
  for (int j = 1; j < count_; ++j) {
    if (pieces.row(unit_ * count_ + j)[column] > pieces.row(unit_ * count_ + best)[column]) best = j;
  }
  return best;
}

void MaxoutLine::learn(const Matrix& inputs, const Matrix& pieces, int samples) {
  for (int b = 0; b < samples; ++b) {
    for (int i = 0; i < inputs.rows; ++i) mean_[i] += inputs.row(i)[b];
    ++wins_[winner(pieces, b)];
  }
  rows_ += static_cast<uint32_t>(samples);
}

void MaxoutLine::settle() {
  for (double& entry : mean_) entry /= rows_;
  int first = 0;
  for (int j = 1; j < count_; ++j) {
    if (wins_[j] > wins_[first]) first = j;
  }
  int second = first == 0 ? std::min(1, count_ - 1) : 0;
  for (int j = 0; j < count_; ++j) {
    if (j != first && wins_[j] > wins_[second]) second = j;
  }
  // From the lower to the higher index, so that the line does not flip when the two change places.
  const auto [low, high] = std::minmax(first, second);
  direction_.resize(mean_.size());
  double length = 0.0;
  for (size_t i = 0; i < mean_.size(); ++i) {
    direction_[i] = static_cast<double>(weights_.row(high)[i]) - weights_.row(low)[i];
    length += direction_[i] * direction_[i];
  }
  // Equal pieces, or one alone: any direction shows the same.
  if (length == 0.0) direction_[0] = length = 1.0;
  for (double& entry : direction_) entry /= std::sqrt(length);
  for (int j = 0; j < count_; ++j) {
    double slope = 0.0;
    double intercept = biases_[j];
    for (size_t i = 0; i < mean_.size(); ++i) {
      slope += weights_.row(j)[i] * direction_[i];
      intercept += weights_.row(j)[i] * mean_[i];
    }
    line_.slopes.push_back(static_cast<float>(slope));
    line_.intercepts.push_back(static_cast<float>(intercept));
  }
}

}  // namespace playground
