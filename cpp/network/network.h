// A feed-forward network with its data, trained step by step. Spec and seed determine every bit.
//
// It refuses to know about screens, files and clocks. A training step allocates nothing.
#pragma once

#include <memory>
#include <span>

#include "cpp/analysis/properties.h"
#include "cpp/network/function_ref.h"
#include "cpp/network/layer.h"
#include "cpp/network/loss.h"
#include "cpp/network/narrow.h"
#include "cpp/network/observer.h"
#include "cpp/network/pretraining.h"
#include "cpp/network/probe.h"

namespace playground {

// Points of a rectangle in input space; row 0 lies at y_max. With one input, rows is 1 and y is ignored.
struct Grid {
  int columns;
  int rows;
  float x_min, x_max, y_min, y_max;
};

// A function's flat ends for the parameters it had when they were measured.
struct MeasuredEnds {
  bool measured = false;
  std::vector<float> parameters;
  FlatEnds ends{};
};

class Network {
 public:
  // data must fit the spec: inputs, and y or labels as the loss wants them.
  static Result<std::unique_ptr<Network>> make(NetworkSpec spec, Dataset data);

  // The same without pre-training.
  static Result<std::unique_ptr<Network>> make_untrained(NetworkSpec spec, Dataset data);

  // What pre-training did, if the spec asks for it.
  const std::vector<Reconstruction>& pretraining() const { return pretraining_; }

  // Goes n batches on and writes each batch's loss before its update to losses[0 .. n - 1]. Once a loss or a weight
  // is not finite, training has stopped and NaN is written.
  void train(int n, float* losses);

  uint64_t step() const { return step_; }
  // The first step with a loss or a weight that is not finite; -1 while all are.
  int64_t diverged_at() const { return diverged_at_; }

  const NetworkSpec& spec() const { return spec_; }
  const Dataset& data() const { return data_; }
  Arena& arena() { return arena_; }

  // Evaluation mode. x: row-major, rows x inputs; output: rows x outputs.
  void predict(const float* x, int rows, float* output);
  void boundary(const Grid& grid, float* output);

  Probe probe(const ProbeOptions& options);
  // Gathers statistics of the batches of every so manieth step from here on; 0: of none. What is trained stays the
  // same. Ranges as in options; its unit is not looked at.
  void observe(int every, const ProbeOptions& options);
  // What was gathered since the last call or observe(); no batches and no layers where nothing is observed.
  Observation observed();
  // Loss and accuracy over the data: train, then test.
  Score score(bool train);

  // Frobenius norm of dLoss/d(pre-activation) of the last trained batch, one per dense or Maxout layer.
  std::span<const float> gradient_norms() const { return gradient_norms_; }

  // Both keep the weights, the optimiser's memory and the position in the data.
  std::optional<Error> set_learning_rate(double rate);
  std::optional<Error> set_batch_size(int size);

  // All tensors in one flat array, in the order of arena().tensors(). Values must be finite.
  std::optional<Error> set_values(int tensor, std::span<const float> values);
  std::optional<Error> check_values(int tensor, std::span<const float> values) const;

 private:
  friend class Prober;
  friend class Pretrainer;
  friend class NetworkFile;

  Network(NetworkSpec spec, Dataset data);

  std::unique_ptr<Workspace> make_workspace(int columns) const;
  // Makes what training needs for batches of this size.
  void prepare_training();
  // The rows of the next batch, to batch_rows_, and their targets, to batch_targets_.
  void choose_batch();
  void forward(Workspace& workspace, bool training, bool slopes);
  // From the loss gradient in workspace.gradient(0) down. Observes the gradient with respect to every layer's
  // pre-activations on the way (a Maxout layer's: with respect to its output, which has the same norm).
  using Observe = FunctionRef<void(int layer, const Matrix& gradient)>;
  void backward(Workspace& workspace, Gradients gradients, Observe observe);
  // The way back of a training step; observer may be null, last: the gradients' norms are wanted.
  void go_back(Observer* observer, bool last);
  // The layers that probes look at.
  std::vector<LayerStatistics> watch(const ProbeOptions& options) const;
  void begin_window(std::vector<LayerStatistics>& watched);
  // Where the layer's function counts as flat, for the parameters that it has now.
  const FlatEnds& flat_ends(int layer);
  // Runs evaluation over rows [begin, end) of the data in chunks, and the visitor after each forward pass.
  using Visit = FunctionRef<void(const Targets& targets, int samples)>;
  void evaluate(int begin, int end, bool slopes, Visit visit);
  // Evaluates rows samples in chunks: load puts the samples [row, row + samples) into the input of evaluation_, output
  // gets rows x outputs.
  using Load = FunctionRef<void(int row, int samples)>;
  void answer(int rows, Load load, float* output);
  void load_columns(const float* x, int rows, Workspace& workspace);

  NetworkSpec spec_;
  Dataset data_;
  Arena arena_;
  std::vector<std::unique_ptr<Layer>> layers_;
  std::unique_ptr<Workspace> training_;
  std::unique_ptr<Workspace> evaluation_;
  std::unique_ptr<NarrowStep> narrow_;  // null: the layers do every step
  std::vector<uint32_t> batch_rows_;    // of the data: the samples of the batch
  // Targets of the batch and of an evaluation chunk.
  Buffer batch_targets_;
  Buffer chunk_targets_;
  std::vector<uint32_t> order_;  // training rows in this epoch's order
  Random noise_;
  Random dropout_;
  // The next training sample: its place in the order, and how often the order was gone through.
  size_t place_ = 0;
  uint32_t epoch_ = 0;
  uint64_t step_ = 0;
  int64_t diverged_at_ = -1;
  std::vector<float> gradient_norms_;
  std::vector<Reconstruction> pretraining_;
  std::vector<MeasuredEnds> ends_;  // per layer, for the probe
  std::unique_ptr<Observer> observer_;
};

}  // namespace playground
