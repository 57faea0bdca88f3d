// Statistics of every activation and Maxout layer over the training rows.
#include "cpp/network/probe.h"

#include <cmath>
#include <limits>
#include <numeric>

#include "cpp/analysis/properties.h"
#include "cpp/network/maxout_line.h"
#include "cpp/network/network.h"
#include "cpp/network/parts.h"

namespace playground {

// Counts values into bins of equal width; what lies outside and what is not finite is kept apart.
class Histogram {
 public:
  explicit Histogram(const ProbeOptions& options)
      : low_(options.low),
        scale_(static_cast<float>(options.bins) / (options.high - options.low)),
        counts_(options.bins, 0) {}

  void add(float value) {
    const float place = (value - low_) * scale_;
    ++total_;
    if (place < 0.0f) {
      ++below_;
    } else if (place < static_cast<float>(counts_.size())) {
      ++counts_[static_cast<size_t>(place)];
    } else {
      ++above_;
    }
  }

  void report(LayerProbe& probe) const {
    const float each = total_ ? 1.0f / static_cast<float>(total_) : 0.0f;
    probe.below = each * static_cast<float>(below_);
    probe.above = each * static_cast<float>(above_);
    for (uint32_t count : counts_) probe.histogram.push_back(each * static_cast<float>(count));
  }

 private:
  float low_;
  float scale_;
  uint32_t below_ = 0;
  uint32_t above_ = 0;
  uint32_t total_ = 0;
  std::vector<uint32_t> counts_;
};

class Prober {
 public:
  Prober(Network& network, const ProbeOptions& options) : network_(network), options_(options) {}

  Probe run() {
    for (int l = 0; l < static_cast<int>(network_.spec_.layers.size()); ++l) {
      const LayerSpec& layer = network_.spec_.layers[l];
      if (layer.type != LayerType::activation && layer.type != LayerType::maxout) continue;
      watched_.push_back({l, layer, options_, network_.evaluation_->output(l).rows});
      if (layer.element_wise()) watched_.back().ends = ends_of(l);
    }
    Probe probe;
    probe.train = sweep();
    for (Watched& watched : watched_) {
      if (parts.has(LayerType::maxout) && watched.spec.type == LayerType::maxout) follow_line(watched);
      probe.layers.push_back(watched.report());
    }
    return probe;
  }

 private:
  struct Watched {
    Watched(int layer, const LayerSpec& spec, const ProbeOptions& options, int width)
        : layer(layer), spec(spec), histogram(options), alive(width, 0) {}

    int layer;
    const LayerSpec& spec;
    Histogram histogram;
    std::vector<unsigned char> alive;  // per unit: some row has a slope that is not zero
    FlatEnds ends{};
    double count = 0, slope = 0, left = 0, right = 0, sum = 0, squares = 0, gradient = 0;
    MaxoutPieces pieces;

    LayerProbe report() {
      LayerProbe probe;
      probe.layer = layer;
      histogram.report(probe);
      const double each = count > 0 ? 1.0 / count : 0.0;
      const double mean = sum * each;
      probe.mean_slope = static_cast<float>(slope * each);
      probe.saturated_left = static_cast<float>(left * each);
      probe.saturated_right = static_cast<float>(right * each);
      probe.mean = static_cast<float>(mean);
      probe.variance = static_cast<float>(std::max(0.0, squares * each - mean * mean));
      probe.gradient_norm = static_cast<float>(std::sqrt(gradient));
      size_t dead = 0;
      for (unsigned char unit : alive) dead += !unit;
      if (spec.element_wise()) probe.dead = static_cast<float>(dead) / static_cast<float>(alive.size());
      if (spec.type == LayerType::activation && !spec.element_wise()) {
        probe.mean_slope = probe.saturated_left = probe.saturated_right = probe.dead =
            std::numeric_limits<float>::quiet_NaN();
      }
      probe.pieces = std::move(pieces);
      return probe;
    }
  };

  // Learned parameters move the ends: the layer's mean parameter decides.
  const FlatEnds& ends_of(int l) {
    const LayerSpec& layer = network_.spec_.layers[l];
    std::vector<float> parameters = layer.parameters;
    for (size_t k = 0; k < parameters.size(); ++k) {
      if (!layer.learned[k]) continue;
      const int index = network_.arena_.find(std::to_string(l) + "." + layer.activation->parameters[k].name);
      const Tensor& tensor = network_.arena_.tensors()[index];
      const float* values = network_.arena_.matrix(index, Arena::values).data;
      parameters[k] = std::accumulate(values, values + tensor.columns, 0.0f) / static_cast<float>(tensor.columns);
    }
    MeasuredEnds& known = network_.ends_[l];
    if (known.parameters != parameters || !known.measured) {
      known = {true, parameters, measure_flat_ends(*layer.activation, parameters)};
    }
    return known.ends;
  }

  // One pass forward and backward over all training rows.
  Score sweep() {
    Score score;
    score.rows = network_.data_.train_rows;
    Workspace& workspace = *network_.evaluation_;
    const Matrix output = workspace.output(static_cast<int>(network_.layers_.size()) - 1);
    const float scale = 1.0f / static_cast<float>(score.rows);
    double loss = 0.0;
    int correct = 0;
    network_.evaluate(0, score.rows, true, [&](const Targets& targets, int samples) {
      for (Watched& watched : watched_) observe_signals(watched, samples);
      correct += count_correct(network_.spec_.loss, output, targets, samples);
      loss += loss_and_gradient(network_.spec_, output, targets, samples, scale,
                                workspace.gradient(0, network_.spec_.outputs()));
      size_t k = watched_.size();
      network_.backward(workspace, false, [&](int l, const Matrix& gradient) {
        if (k > 0 && watched_[k - 1].layer == l) watched_[--k].gradient += sum_of_squares(gradient);
      });
    });
    score.loss = static_cast<float>(loss / score.rows);
    if (network_.spec_.classifies()) {
      score.accuracy = static_cast<float>(correct) / static_cast<float>(score.rows);
    }
    return score;
  }

  void observe_signals(Watched& watched, int samples) {
    Workspace& workspace = *network_.evaluation_;
    const Matrix& output = workspace.output(watched.layer);
    if (watched.spec.type == LayerType::activation) observe_inputs(watched, samples);
    // Locals: what is written through the reference would be stored for every sample.
    double sum = watched.sum;
    double squares = watched.squares;
    for (int u = 0; u < output.rows; ++u) {
      const float* value = output.row(u);
      for (int b = 0; b < samples; ++b) {
        sum += value[b];
        squares += static_cast<double>(value[b]) * value[b];
      }
    }
    watched.sum = sum;
    watched.squares = squares;
    watched.count += static_cast<double>(samples) * output.rows;
  }

  // Pre-activations, and their slopes where the function has them.
  void observe_inputs(Watched& watched, int samples) {
    Workspace& workspace = *network_.evaluation_;
    const Matrix& before = workspace.before(watched.layer);
    for (int u = 0; u < before.rows; ++u) {
      const float* x = before.row(u);
      for (int b = 0; b < samples; ++b) watched.histogram.add(x[b]);
      if (!watched.spec.element_wise()) continue;
      const float* slope = workspace.auxiliary(watched.layer).row(u);
      const FlatEnds ends = watched.ends;
      double steepness = watched.slope;
      int left = 0;
      int right = 0;
      bool alive = false;
      for (int b = 0; b < samples; ++b) {
        steepness += std::fabs(slope[b]);
        left += x[b] < ends.left;
        right += x[b] > ends.right;
        alive |= slope[b] != 0.0f;
      }
      watched.slope = steepness;
      watched.left += left;
      watched.right += right;
      watched.alive[u] |= alive;
    }
  }

  // Maxout has no curve of one variable; it gets one on a line through its inputs (see MaxoutPieces).
  void follow_line(Watched& watched) {
    Workspace& workspace = *network_.evaluation_;
    MaxoutLine line(network_.arena_, watched.layer, watched.spec, options_.unit);
    const int rows = network_.data_.train_rows;
    network_.evaluate(0, rows, false, [&](const Targets&, int samples) {
      line.learn(workspace.before(watched.layer), workspace.auxiliary(watched.layer), samples);
    });
    line.settle();
    double slope = 0.0;
    network_.evaluate(0, rows, false, [&](const Targets&, int samples) {
      line.follow(workspace.before(watched.layer), workspace.auxiliary(watched.layer), samples,
                  [&](float t, float steepness) {
                    watched.histogram.add(t);
                    slope += std::fabs(steepness);
                  });
    });
    watched.slope = slope / rows * watched.count;
    watched.pieces = line.pieces();
  }

  Network& network_;
  const ProbeOptions& options_;
  std::vector<Watched> watched_;
};

Probe Network::probe(const ProbeOptions& options) { return Prober(*this, options).run(); }

}  // namespace playground
