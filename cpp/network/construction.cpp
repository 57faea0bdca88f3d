// Making a network and changing its settings: what happens once a click, compiled for size.
#include <algorithm>
#include <cmath>

#include "cpp/network/network.h"
#include "cpp/network/optimizer.h"
#include "cpp/network/parts.h"

namespace playground {
namespace {

bool all_finite(std::span<const float> values) {
  for (float value : values) {
    if (!std::isfinite(value)) return false;
  }
  return true;
}

}  // namespace

Result<std::unique_ptr<Network>> Network::make_untrained(NetworkSpec spec, Dataset data) {
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
  const LayerSpec& first = spec.layers[0];
  if (parts.start_by_least_squares && first.least_squares && !first.least_squares->target &&
      data.outputs < first.units) {
    return complain("shape", "layers[0].units",
                    {" is ", std::to_string(first.units), " but the data to fit has ", std::to_string(data.outputs),
                     " target columns; every unit is fitted to one"});
  }
  return std::unique_ptr<Network>(new Network(std::move(spec), std::move(data)));
}

Result<std::unique_ptr<Network>> Network::make(NetworkSpec spec, Dataset data) {
  auto network = make_untrained(std::move(spec), std::move(data));
  if (!network || !parts.pretrain || !(*network)->spec_.pretraining) return network;
  if (auto error = parts.pretrain(**network, (*network)->pretraining_)) return *error;
  return network;
}

Network::Network(NetworkSpec spec, Dataset data)
    : spec_(std::move(spec)),
      data_(std::move(data)),
      noise_(spec_.seed, Stream::activation_noise),
      dropout_(spec_.seed, Stream::dropout) {
  const std::vector<int> widths = spec_.widths();
  int matrices = 0;
  for (int l = 0; l < static_cast<int>(widths.size()); ++l) {
    const int inputs = l == 0 ? spec_.inputs : widths[l - 1];
    const LayerSpec& layer = spec_.layers[l];
    layers_.push_back(parts.layers[static_cast<size_t>(layer.type)].make(arena_, l, inputs, layer));
    matrices += layer.has_weights();
  }
  arena_.allocate(moments(spec_.optimizer));
  start_moments(arena_, spec_.optimizer);
  // One stream per dense or Maxout layer: what stands between them moves no weight, so that networks that differ in
  // their activations only start from the same numbers.
  int drawn = 0;
  for (int l = 0; l < static_cast<int>(layers_.size()); ++l) {
    const LayerSpec& layer = spec_.layers[l];
    Random random(spec_.seed, Stream::weights, static_cast<uint32_t>(drawn));
    drawn += layer.has_weights();
    InitializationSpec initialization = spec_.initialization;
    if (parts.measured_gain && initialization.measured) initialization.gain = parts.measured_gain(spec_, l);
    if (drawn == matrices) initialization.bias = 0.0;
    layers_[l]->initialize(arena_, initialization, random);
    if (parts.start_by_least_squares && layer.least_squares) {
      parts.start_by_least_squares(arena_, l, layer, data_);
    }
  }
  gradient_norms_.assign(matrices, 0.0f);
  ends_.resize(layers_.size());
  order_.resize(data_.train_rows);
  for (uint32_t row = 0; row < order_.size(); ++row) order_[row] = row;
  prepare_training();
  evaluation_ = make_workspace(evaluation_columns(spec_.inputs, spec_.widths()));
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

void Network::prepare_training() {
  training_ = make_workspace(spec_.batch_size);
  batch_targets_.assign(static_cast<size_t>(spec_.outputs()) * training_->stride(), 0.0f);
  batch_rows_.resize(static_cast<size_t>(spec_.batch_size));
  if (parts.make_narrow_step) narrow_ = parts.make_narrow_step(spec_, arena_);
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
  const int before = std::exchange(spec_.batch_size, size);
  if (auto error = check(spec_)) {
    spec_.batch_size = before;
    return error;
  }
  prepare_training();
  return std::nullopt;
}

std::optional<Error> Network::set_values(int tensor, std::span<const float> values) {
  auto error = check_values(tensor, values);
  if (!error) arena_.write(tensor, Arena::values, values.data());
  return error;
}

std::optional<Error> Network::check_values(int tensor, std::span<const float> values) const {
  const Tensor& t = arena_.tensors()[tensor];
  if (values.size() != t.size()) {
    return complain("shape", t.key,
                    {" has ", std::to_string(t.size()), " values, not ", std::to_string(values.size())});
  }
  if (!all_finite(values)) return complain("not_finite", t.key, {" holds NaN or infinity; values must be finite"});
  // A variance; nothing else may not be negative.
  if (!t.trained && t.key.ends_with("running_var")) {
    for (float value : values) {
      if (value < 0.0f) return complain("out_of_range", t.key, {" holds a negative number; a variance has none"});
    }
  }
  return std::nullopt;
}

}  // namespace playground
