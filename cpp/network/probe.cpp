// Statistics of every activation and Maxout layer over the training rows.
#include "cpp/network/probe.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>

#include "cpp/network/maxout_line.h"
#include "cpp/network/network.h"
#include "cpp/network/parts.h"
#include "cpp/network/statistics.h"
#include "cpp/simd/f32x4.h"

namespace playground {

class Prober {
 public:
  Prober(Network& network, const ProbeOptions& options)
      : network_(network), options_(options), layers_(network.watch(options)) {
    network_.begin_window(layers_);
  }

  Probe run() {
    Probe probe;
    keep_gradients([&] { probe.train = sweep(); });
    for (LayerStatistics& layer : layers_) {
      const bool maxout = parts.has(LayerType::maxout) && layer.spec().type == LayerType::maxout;
      std::optional<MaxoutLine> line;
      if (maxout) follow_line(layer, line);
      probe.layers.push_back(layer.report(1.0));
      LayerProbe& report = probe.layers.back();
      if (maxout) report.pieces = line->pieces();
      if (!std::isfinite(probe.train.loss)) report.dead = std::numeric_limits<float>::quiet_NaN();
    }
    return probe;
  }

 private:
  // The arena's gradients are those of the last trained batch, before and after.
  template <class Body>
  void keep_gradients(Body&& body) {
    float* gradients = network_.arena_.part(Arena::gradients);
    const Buffer kept(gradients, gradients + network_.arena_.size());
    body();
    std::copy(kept.begin(), kept.end(), gradients);
  }

  // One pass forward and backward over all training rows.
  Score sweep() {
    Score score;
    score.rows = network_.data_.train_rows;
    Workspace& workspace = *network_.evaluation_;
    const Matrix output = workspace.output(static_cast<int>(network_.layers_.size()) - 1);
    const float scale = 1.0f / static_cast<float>(score.rows);
    Arena& arena = network_.arena_;
    Buffer gradients(arena.size(), 0.0f);
    double loss = 0.0;
    int correct = 0;
    network_.evaluate(0, score.rows, true, [&](const Targets& targets, int samples) {
      for (LayerStatistics& layer : layers_) layer.add_signals(workspace, samples);
      correct += count_correct(network_.spec_.loss, output, targets, samples);
      loss += loss_and_gradient(network_.spec_, output, targets, samples, scale,
                                workspace.gradient(0, network_.spec_.outputs()));
      size_t k = layers_.size();
      const Gradients wanted = options_.weight_gradients ? Gradients::weights : Gradients::none;
      network_.backward(workspace, wanted, [&](int l, const Matrix& gradient) {
        if (k > 0 && layers_[k - 1].layer() == l) layers_[--k].add_gradient(sum_of_squares(gradient));
      });
      if (options_.weight_gradients) add(arena.part(Arena::gradients), gradients);
    });
    for (LayerStatistics& layer : layers_) {
      if (layer.weights() < 0) continue;
      const Tensor& t = arena.tensors()[layer.weights()];
      layer.add_weight_gradient(sum_of_squares({gradients.data() + t.offset, t.rows, t.stride()}));
    }
    score.loss = static_cast<float>(loss / score.rows);
    if (network_.spec_.classifies()) {
      score.accuracy = static_cast<float>(correct) / static_cast<float>(score.rows);
    }
    return score;
  }

  static void add(const float* gradients, Buffer& sums) {
    for (size_t i = 0; i < sums.size(); i += lanes) {
      (F32x4::load(sums.data() + i) + F32x4::load(gradients + i)).store(sums.data() + i);
    }
  }

  // Maxout has no curve of one variable; it gets one on a line through its inputs (see MaxoutPieces).
  void follow_line(LayerStatistics& layer, std::optional<MaxoutLine>& line) {
    Workspace& workspace = *network_.evaluation_;
    line.emplace(network_.arena_, layer.layer(), layer.spec(), options_.unit);
    const int rows = network_.data_.train_rows;
    const Matrix& inputs = workspace.before(layer.layer());
    const Matrix& pieces = workspace.auxiliary(layer.layer());
    network_.evaluate(0, rows, false, [&](const Targets&, int samples) { line->learn(inputs, pieces, samples); });
    line->settle();
    network_.evaluate(0, rows, false, [&](const Targets&, int samples) {
      line->follow(inputs, pieces, samples, [&](float t, float steepness) { layer.add_place(t, steepness); });
    });
  }

  Network& network_;
  const ProbeOptions& options_;
  std::vector<LayerStatistics> layers_;
};

std::vector<LayerStatistics> Network::watch(const ProbeOptions& options) const {
  std::vector<LayerStatistics> watched;
  int weights = -1;
  for (int l = 0; l < static_cast<int>(layers_.size()); ++l) {
    const LayerSpec& layer = spec_.layers[l];
    if (layer.has_weights() && options.weight_gradients) weights = arena_.find(std::to_string(l) + ".weight");
    if (layer.type != LayerType::activation && layer.type != LayerType::maxout) continue;
    watched.emplace_back(l, layer, evaluation_->output(l).rows, weights, options);
  }
  return watched;
}

void Network::begin_window(std::vector<LayerStatistics>& watched) {
  for (LayerStatistics& layer : watched) {
    layer.begin(layer.spec().element_wise() ? flat_ends(layer.layer()) : FlatEnds{});
  }
}

// Learned parameters move the ends: the layer's mean parameter decides.
const FlatEnds& Network::flat_ends(int l) {
  const LayerSpec& layer = spec_.layers[l];
  std::vector<float> parameters = layer.parameters;
  for (size_t k = 0; k < parameters.size(); ++k) {
    if (!layer.learned[k]) continue;
    const int index = arena_.find(std::to_string(l) + "." + layer.activation->parameters[k].name);
    const Tensor& tensor = arena_.tensors()[index];
    const float* values = arena_.matrix(index, Arena::values).data;
    parameters[k] = std::accumulate(values, values + tensor.columns, 0.0f) / static_cast<float>(tensor.columns);
  }
  MeasuredEnds& known = ends_[l];
  if (known.parameters != parameters || !known.measured) {
    known = {true, parameters, measure_flat_ends(*layer.activation, parameters)};
  }
  return known.ends;
}

Probe Network::probe(const ProbeOptions& options) { return Prober(*this, options).run(); }

}  // namespace playground
