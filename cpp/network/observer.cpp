#include "cpp/network/observer.h"

#include "cpp/network/network.h"

namespace playground {
namespace {

class BatchObserver : public Observer {
 public:
  BatchObserver(int every, std::vector<LayerStatistics> layers) : Observer(every), layers_(std::move(layers)) {}

  void add_signals(const Workspace& workspace, int samples) override {
    for (LayerStatistics& layer : layers_) layer.add_signals(workspace, samples);
    ++batches_;
    samples_ += static_cast<uint64_t>(samples);
    next_ = layers_.size();
  }

  void add_gradient(int layer, const Matrix& gradient) override {
    if (next_ == 0 || layers_[next_ - 1].layer() != layer) return;
    layers_[--next_].add_gradient(sum_of_squares(gradient));
  }

  void add_weight_gradients(Arena& arena) override {
    int last = -1;
    double squares = 0.0;
    for (LayerStatistics& layer : layers_) {
      if (layer.weights() < 0) continue;
      if (layer.weights() != last) squares = sum_of_squares(arena.matrix(layer.weights(), Arena::gradients));
      last = layer.weights();
      layer.add_weight_gradient(squares);
    }
  }

  Observation take() override {
    Observation observation{batches_, samples_, {}};
    for (LayerStatistics& layer : layers_) {
      observation.layers.push_back(layer.report(static_cast<double>(batches_)));
    }
    batches_ = samples_ = 0;
    return observation;
  }

  std::vector<LayerStatistics>& layers() override { return layers_; }

 private:
  std::vector<LayerStatistics> layers_;
  uint64_t batches_ = 0;
  uint64_t samples_ = 0;
  size_t next_ = 0;  // layers that the way back has not come to
};

}  // namespace

void Network::observe(int every, const ProbeOptions& options) {
  observer_.reset();
  if (every == 0) return;
  observer_ = std::make_unique<BatchObserver>(every, watch(options));
  begin_window(observer_->layers());
}

Observation Network::observed() {
  if (!observer_) return {};
  Observation observation = observer_->take();
  begin_window(observer_->layers());
  return observation;
}

}  // namespace playground
