// What a spec's fields must be to each other.
#include <algorithm>

#include "cpp/network/matrix.h"
#include "cpp/network/parts.h"
#include "cpp/network/workspace.h"

namespace playground {
namespace {

// Half a gibibyte: a module that runs out of memory cannot go on.
constexpr double most_floats = 1 << 27;
// The most numbers that an optimiser keeps per weight beside its value.
constexpr int per_weight = 5;

std::optional<Error> check_batch(const NetworkSpec& spec) {
  if (!parts.has(LayerType::batch_norm) || spec.batch_size > 1) return std::nullopt;
  for (const LayerSpec& layer : spec.layers) {
    if (layer.type != LayerType::batch_norm) continue;
    return complain("out_of_range", "batch_size",
                    {" must be at least 2 with a batch_norm layer: one row has no variance to normalise by"});
  }
  return std::nullopt;
}

// Roughly what weights and signals take.
std::optional<Error> check_memory(const NetworkSpec& spec) {
  const std::vector<int> widths = spec.widths();
  const double columns = padded(spec.batch_size) + evaluation_columns(spec.inputs, widths);
  double floats = 0.0;
  int width = spec.inputs;
  int widest = width;
  for (size_t l = 0; l < spec.layers.size(); ++l) {
    const LayerSpec& layer = spec.layers[l];
    const int next = widths[l];
    const double rows = layer.type == LayerType::maxout ? static_cast<double>(next) * layer.pieces : next;
    if (layer.has_weights()) floats += per_weight * rows * padded(width);
    floats += columns * (rows + next);
    width = next;
    widest = std::max(widest, width);
  }
  floats += 4.0 * widest * columns;
  if (floats <= most_floats) return std::nullopt;
  return complain("too_large", "layers",
                  {" with this batch_size need about ", std::to_string(static_cast<int>(floats / (1 << 18))),
                   " MB; a network may take ", std::to_string(static_cast<int>(most_floats / (1 << 18))),
                   ": use fewer units or smaller batches"});
}

}  // namespace

std::optional<Error> check_pretraining(const NetworkSpec& spec) {
  if (!spec.pretraining || spec.pretraining->method != PretrainingMethod::rbm) return std::nullopt;
  int hidden = -1;  // the dense layer that the one looked at may make a hidden one
  for (size_t l = 0; l < spec.layers.size(); ++l) {
    const LayerSpec& layer = spec.layers[l];
    if (!layer.has_weights()) continue;
    if (hidden >= 0) {
      const LayerSpec& next = spec.layers[static_cast<size_t>(hidden) + 1];
      const bool sigmoid = next.type == LayerType::activation && next.activation->id() == "sigmoid";
      if (!sigmoid || !spec.layers[hidden].bias) {
        return complain("conflict", "pretraining.method",
                        {" \"rbm\" needs a bias in layers[", std::to_string(hidden),
                         "] and sigmoid right after it: a hidden unit is on with that probability"});
      }
    }
    hidden = layer.type == LayerType::dense ? static_cast<int>(l) : -1;
  }
  return std::nullopt;
}

std::optional<Error> check(const NetworkSpec& spec) {
  if (auto misfit = check_batch(spec)) return misfit;
  if (auto misfit = check_memory(spec)) return misfit;
  return parts.check_pretraining ? parts.check_pretraining(spec) : std::nullopt;
}

}  // namespace playground
