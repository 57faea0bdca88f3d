#include "cpp/network/network.h"

#include <cmath>
#include <limits>

#include "cpp/network/optimizer.h"
#include "cpp/simd/f32x4.h"

namespace playground {
namespace {

// Samples that evaluation takes at a time: enough for the matrix kernels, small enough for the cache.
constexpr int evaluation_columns = 256;

bool all_finite(std::span<const float> values) {
  for (float value : values) {
    if (!std::isfinite(value)) return false;
  }
  return true;
}

}  // namespace

Result<std::unique_ptr<Network>> Network::make(NetworkSpec spec, Dataset data) {
  const std::string outputs = std::to_string(spec.outputs());
  if (data.inputs != spec.inputs) {
    return complain("shape", "inputs",
                    {" is ", std::to_string(spec.inputs), " but the data has ", std::to_string(data.inputs),
                     " columns; the two must be equal"});
  }
  if (spec.loss == Loss::softmax_cross_entropy) {
    if (data.labels.empty()) return complain("data", "data.labels", {" are missing; softmax_cross_entropy needs them"});
    for (size_t row = 0; row < data.labels.size(); ++row) {
      const int32_t label = data.labels[row];
      if (label >= 0 && label < spec.outputs()) continue;
      return complain("data", "data.labels[" + std::to_string(row) + "]",
                      {" is ", std::to_string(label), "; with ", outputs, " outputs labels are 0 to ",
                       std::to_string(spec.outputs() - 1)});
    }
  } else if (data.y.empty() || data.outputs != spec.outputs()) {
    return complain("shape", "layers",
                    {" end in ", outputs, " outputs but the data has ",
                     std::to_string(data.y.empty() ? 0 : data.outputs), " target columns; the two must be equal"});
  }
  return std::unique_ptr<Network>(new Network(std::move(spec), std::move(data)));
}

Network::Network(NetworkSpec spec, Dataset data)
    : spec_(std::move(spec)), data_(std::move(data)), noise_(spec_.seed, Stream::activation_noise) {
  const std::vector<int> widths = spec_.widths();
  int matrices = 0;
  for (int l = 0; l < static_cast<int>(widths.size()); ++l) {
    const int inputs = l == 0 ? spec_.inputs : widths[l - 1];
    const LayerSpec& layer = spec_.layers[l];
    switch (layer.type) {
      case LayerType::dense:
        layers_.push_back(make_dense(arena_, l, inputs, layer));
        ++matrices;
        break;
      case LayerType::activation:
        layers_.push_back(make_activation(arena_, l, inputs, layer));
        break;
      case LayerType::maxout:
        layers_.push_back(make_maxout(arena_, l, inputs, layer));
        ++matrices;
        break;
    }
  }
  arena_.allocate();
  // One stream per dense or Maxout layer: what stands between them moves no weight, so that networks that differ in
  // their activations only start from the same numbers.
  uint32_t drawn = 0;
  for (int l = 0; l < static_cast<int>(layers_.size()); ++l) {
    const bool draws = spec_.layers[l].type != LayerType::activation;
    Random random(spec_.seed, Stream::weights, drawn);
    layers_[l]->initialize(arena_, spec_.initialization, random);
    drawn += draws;
  }
  gradient_norms_.assign(matrices, 0.0f);
  ends_.resize(layers_.size());
  order_.resize(data_.train_rows);
  for (uint32_t row = 0; row < order_.size(); ++row) order_[row] = row;
  training_ = make_workspace(spec_.batch_size);
  evaluation_ = make_workspace(evaluation_columns);
  batch_targets_.assign(static_cast<size_t>(spec_.outputs()) * training_->stride(), 0.0f);
  chunk_targets_.assign(static_cast<size_t>(spec_.outputs()) * evaluation_->stride(), 0.0f);
}

std::unique_ptr<Workspace> Network::make_workspace(int columns) const {
  std::vector<int> auxiliary;
  int scratch_rows = 0;
  int scratches = 0;
  for (const auto& layer : layers_) {
    auxiliary.push_back(layer->auxiliary_rows());
    scratch_rows = std::max(scratch_rows, layer->scratch_rows());
    scratches = std::max(scratches, layer->scratches());
  }
  return std::make_unique<Workspace>(spec_.inputs, spec_.widths(), auxiliary, scratch_rows, scratches, columns);
}

void Network::gather_batch() {
  const Matrix& input = training_->input();
  const int inputs = data_.inputs;
  const bool labelled = spec_.loss == Loss::softmax_cross_entropy;
  const Matrix y{batch_targets_.data(), data_.outputs, training_->stride()};
  for (int b = 0; b < spec_.batch_size; ++b) {
    if (place_ == 0 && spec_.shuffle) {
      Random random(spec_.seed, Stream::order, epoch_);
      shuffle(random, order_);
    }
    const size_t row = order_[place_];
    const float* x = data_.x.data() + row * inputs;
    for (int i = 0; i < inputs; ++i) input.row(i)[b] = x[i];
    if (labelled) {
      batch_targets_[b] = static_cast<float>(data_.labels[row]);
    } else {
      for (int o = 0; o < y.rows; ++o) y.row(o)[b] = data_.y[row * y.rows + o];
    }
    if (++place_ == order_.size()) {
      place_ = 0;
      ++epoch_;
    }
  }
}

void Network::train(int n, float* losses) {
  const Matrix output = training_->output(static_cast<int>(layers_.size()) - 1);
  for (int k = 0; k < n; ++k) {
    if (diverged_at_ >= 0) {
      losses[k] = std::numeric_limits<float>::quiet_NaN();
      continue;
    }
    gather_batch();
    forward(*training_, &noise_, true);
    const Matrix y{batch_targets_.data(), data_.outputs, training_->stride()};
    const float scale = 1.0f / static_cast<float>(spec_.batch_size);
    const double sum = loss_and_gradient(spec_.loss, output, {&y, batch_targets_.data()}, spec_.batch_size, scale,
                                         training_->gradient(0, spec_.outputs()));
    losses[k] = static_cast<float>(sum / spec_.batch_size);
    if (!std::isfinite(losses[k])) {
      diverged_at_ = static_cast<int64_t>(step_);
      continue;
    }
    if (k == n - 1) {
      int matrix = static_cast<int>(gradient_norms_.size());
      backward(*training_, true, [&](int l, const Matrix& gradient) {
        if (spec_.layers[l].type == LayerType::activation) return;
        gradient_norms_[--matrix] = static_cast<float>(std::sqrt(sum_of_squares(gradient)));
      });
    } else {
      backward(*training_, true, [](int, const Matrix&) {});
    }
    ++step_;
    if (!update(arena_, spec_.optimizer, spec_.l1, step_)) diverged_at_ = static_cast<int64_t>(step_);
  }
}

void Network::predict(const float* x, int rows, float* output) {
  Workspace& workspace = *evaluation_;
  const Matrix result = workspace.output(static_cast<int>(layers_.size()) - 1);
  for (int row = 0; row < rows; row += workspace.columns()) {
    const int samples = std::min(workspace.columns(), rows - row);
    load_columns(x + static_cast<size_t>(row) * spec_.inputs, samples, workspace);
    forward(workspace, nullptr, false);
    for (int b = 0; b < samples; ++b) {
      for (int o = 0; o < result.rows; ++o) output[static_cast<size_t>(row + b) * result.rows + o] = result.row(o)[b];
    }
  }
}

void Network::boundary(const Grid& grid, float* output) {
  std::vector<float> x;
  x.reserve(static_cast<size_t>(grid.columns) * grid.rows * spec_.inputs);
  const auto at = [](float from, float to, int k, int n) {
    return n == 1 ? from : from + (to - from) * static_cast<float>(k) / static_cast<float>(n - 1);
  };
  for (int r = 0; r < grid.rows; ++r) {
    for (int c = 0; c < grid.columns; ++c) {
      x.push_back(at(grid.x_min, grid.x_max, c, grid.columns));
      if (spec_.inputs == 2) x.push_back(at(grid.y_max, grid.y_min, r, grid.rows));
    }
  }
  predict(x.data(), grid.columns * grid.rows, output);
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
    loss += loss_and_gradient(spec_.loss, output, targets, samples, 0.0f, Matrix{});
    correct += count_correct(spec_.loss, output, targets, samples);
  });
  score.loss = static_cast<float>(loss / score.rows);
  if (spec_.loss != Loss::mean_squared_error) {
    score.accuracy = static_cast<float>(correct) / static_cast<float>(score.rows);
  }
  return score;
}

std::optional<Error> Network::set_learning_rate(double rate) {
  if (!(rate >= learning_rate_range.minimum && rate <= learning_rate_range.maximum)) {
    return out_of_range("optimizer.learning_rate", rate, learning_rate_range);
  }
  spec_.optimizer.learning_rate = rate;
  return std::nullopt;
}

std::optional<Error> Network::set_batch_size(int size) {
  if (size < batch_size_range.minimum || size > batch_size_range.maximum) {
    return out_of_range("batch_size", size, batch_size_range);
  }
  spec_.batch_size = size;
  training_ = make_workspace(size);
  batch_targets_.assign(static_cast<size_t>(spec_.outputs()) * training_->stride(), 0.0f);
  return std::nullopt;
}

std::optional<Error> Network::set_values(int tensor, std::span<const float> values) {
  const Tensor& t = arena_.tensors()[tensor];
  if (values.size() != t.size()) {
    return complain("shape", t.key,
                    {" has ", std::to_string(t.size()), " values, not ", std::to_string(values.size())});
  }
  if (!all_finite(values)) return complain("not_finite", t.key, {" holds NaN or infinity; values must be finite"});
  arena_.write(tensor, values.data());
  return std::nullopt;
}

}  // namespace playground
