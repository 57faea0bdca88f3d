// Training and evaluation: the loops that run for every sample.
#include "cpp/network/network.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "cpp/network/load_features.h"
#include "cpp/network/optimizer.h"
#include "cpp/network/parts.h"

namespace playground {
void Network::choose_batch() {
  for (size_t chosen = 0; chosen < batch_rows_.size();) {
    if (place_ == 0 && spec_.shuffle) {
      Random random(spec_.seed, Stream::order, epoch_);
      shuffle(random, order_);
    }
    const size_t run = std::min(batch_rows_.size() - chosen, order_.size() - place_);
    const uint32_t* next = order_.data() + place_;
    for (size_t k = 0; k < run; ++k) batch_rows_[chosen + k] = next[k];
    chosen += run;
    place_ += run;
    if (place_ == order_.size()) {
      place_ = 0;
      ++epoch_;
    }
  }
  if (spec_.loss == Loss::softmax_cross_entropy) {
    for (size_t b = 0; b < batch_rows_.size(); ++b) {
      batch_targets_[b] = static_cast<float>(data_.labels[batch_rows_[b]]);
    }
    return;
  }
  const size_t outputs = static_cast<size_t>(data_.outputs);
  for (size_t o = 0; o < outputs; ++o) {
    float* targets = batch_targets_.data() + o * training_->stride();
    for (size_t b = 0; b < batch_rows_.size(); ++b) targets[b] = data_.y[batch_rows_[b] * outputs + o];
  }
}

void Network::train(int n, float* losses) {
  const Matrix output = training_->output(static_cast<int>(layers_.size()) - 1);
  const Matrix gradient = training_->gradient(0, spec_.outputs());
  const Matrix y{batch_targets_.data(), data_.outputs, training_->stride()};
  for (int k = 0; k < n; ++k) {
    if (diverged_at_ >= 0) {
      losses[k] = std::numeric_limits<float>::quiet_NaN();
      continue;
    }
    Observer* observer = observer_ && observer_->wants(step_) ? observer_.get() : nullptr;
    const bool last = k == n - 1;
    // Whoever looks into a step finds its signals with the layers. A module without narrow steps holds nothing of them.
    NarrowStep* narrow = !parts.make_narrow_step || observer || last ? nullptr : narrow_.get();
    choose_batch();
    if (narrow) {
      narrow->load(data_.x.data(), batch_rows_);
      narrow->forward(output);
    } else {
      const size_t inputs = static_cast<size_t>(data_.inputs);
      load_features([&](int b) { return data_.x.data() + batch_rows_[b] * inputs; }, spec_.batch_size,
                    training_->input());
      forward(*training_, true, true);
    }
    const float scale = 1.0f / static_cast<float>(spec_.batch_size);
    const double sum = loss_and_gradient(spec_, output, {&y, batch_targets_.data()}, spec_.batch_size, scale, gradient);
    losses[k] = static_cast<float>(sum / spec_.batch_size);
    if (!std::isfinite(losses[k])) {
      diverged_at_ = static_cast<int64_t>(step_);
      continue;
    }
    if (narrow) {
      narrow->backward(gradient);
    } else {
      go_back(observer, last);
    }
    ++step_;
    if (!update(arena_, spec_, step_)) diverged_at_ = static_cast<int64_t>(step_);
  }
}

void Network::go_back(Observer* observer, bool last) {
  if (observer) observer->add_signals(*training_, spec_.batch_size);
  int matrix = static_cast<int>(gradient_norms_.size());
  backward(*training_, Gradients::all, [&](int l, const Matrix& gradient) {
    if (observer) observer->add_gradient(l, gradient);
    if (!last || !spec_.layers[l].has_weights()) return;
    gradient_norms_[--matrix] = static_cast<float>(std::sqrt(sum_of_squares(gradient)));
  });
  if (observer) observer->add_weight_gradients(arena_);
}

void Network::answer(int rows, Load load, float* output) {
  Workspace& workspace = *evaluation_;
  const Matrix result = workspace.output(static_cast<int>(layers_.size()) - 1);
  for (int row = 0; row < rows; row += workspace.columns()) {
    const int samples = std::min(workspace.columns(), rows - row);
    load(row, samples);
    forward(workspace, false, false);
    for (int o = 0; o < result.rows; ++o) {
      float* target = output + static_cast<size_t>(row) * result.rows + o;
      for (int b = 0; b < samples; ++b) target[b * result.rows] = result.row(o)[b];
    }
  }
}

void Network::predict(const float* x, int rows, float* output) {
  const auto load = [&](int row, int samples) {
    load_columns(x + static_cast<size_t>(row) * spec_.inputs, samples, *evaluation_);
  };
  answer(rows, load, output);
}

void Network::boundary(const Grid& grid, float* output) {
  const auto at = [](float from, float to, int k, int n) {
    return n == 1 ? from : from + (to - from) * static_cast<float>(k) / static_cast<float>(n - 1);
  };
  std::vector<float> across(grid.columns);
  for (int c = 0; c < grid.columns; ++c) across[c] = at(grid.x_min, grid.x_max, c, grid.columns);
  const Matrix& input = evaluation_->input();
  int column = 0;
  int row = 0;
  const auto load = [&](int, int samples) {
    for (int b = 0; b < samples;) {
      const int run = std::min(samples - b, grid.columns - column);
      std::copy_n(across.data() + column, run, input.row(0) + b);
      if (input.rows == 2) std::fill_n(input.row(1) + b, run, at(grid.y_max, grid.y_min, row, grid.rows));
      b += run;
      column += run;
      if (column == grid.columns) {
        column = 0;
        ++row;
      }
    }
  };
  answer(grid.columns * grid.rows, load, output);
}

Score Network::score(bool train) {
  const int begin = train ? 0 : data_.train_rows;
  const int end = train ? data_.train_rows : data_.rows;
  Score score;
  score.rows = end - begin;
  if (score.rows == 0) return score;
  const Matrix output = evaluation_->output(static_cast<int>(layers_.size()) - 1);
  double loss = 0.0;
  int correct = 0;
  evaluate(begin, end, false, [&](const Targets& targets, int samples) {
    loss += loss_and_gradient(spec_, output, targets, samples, 0.0f, Matrix{});
    correct += count_correct(spec_.loss, output, targets, samples);
  });
  score.loss = static_cast<float>(loss / score.rows);
  if (spec_.classifies()) {
    score.accuracy = static_cast<float>(correct) / static_cast<float>(score.rows);
  }
  return score;
}

}  // namespace playground
