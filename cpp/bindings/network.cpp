// Network of the public contract.
#include "cpp/network/network.h"

#include <emscripten/bind.h>

#include "cpp/bindings/json_writer.h"
#include "cpp/bindings/transfer.h"
#include "cpp/datasets/table.h"

namespace playground {
namespace {

using emscripten::val;

Error error_of(const InvalidField& field) { return {"data", field.path, field.message}; }

// The data that came with the call, or that the spec names. input(): rows x inputs values, then rows x outputs
// targets or rows labels; counts of 0 mean absent.
Result<Dataset> data_for(const NetworkSpec& spec, int rows, int targets, bool labelled) {
  const std::vector<float>& floats = input_floats();
  const size_t values = static_cast<size_t>(rows) * spec.inputs;
  std::vector<int32_t> labels;
  if (labelled) {
    for (int row = 0; row < rows; ++row) labels.push_back(static_cast<int32_t>(floats[values + row]));
  }
  const DatasetInfo* info = spec.dataset ? find_dataset(spec.dataset->name) : nullptr;
  if (info && info->kind == DatasetKind::table) {
    const Table table{{floats.data(), values}, labels, spec.inputs, info->classes};
    if (rows == 0) {
      return Error{"missing_field", "data", std::string("dataset ") + info->name + " is a table: pass its rows as data"};
    }
    if (const auto invalid = validate(table)) return error_of(*invalid);
    return make_table(table, spec.dataset->split, spec.seed);
  }
  if (info) return make_dataset(*spec.dataset);
  if (rows == 0) {
    return Error{"missing_field", "dataset", "the spec names no dataset, and no data was passed; give one of them"};
  }
  Dataset data;
  data.inputs = spec.inputs;
  data.outputs = targets;
  data.rows = data.train_rows = rows;
  data.x.assign(floats.begin(), floats.begin() + static_cast<ptrdiff_t>(values));
  if (targets) data.y.assign(floats.begin() + static_cast<ptrdiff_t>(values), floats.end());
  data.labels = std::move(labels);
  return data;
}

class Handle {
 public:
  explicit Handle(std::unique_ptr<Network> network) : network_(std::move(network)) {}

  // Losses; the caller has checked n.
  val train(int n) {
    output_floats().resize(static_cast<size_t>(n));
    network_->train(n, output_floats().data());
    return view_of(output_floats());
  }

  val predict(int rows) {
    output_floats().resize(static_cast<size_t>(rows) * network_->spec().outputs());
    network_->predict(input_floats().data(), rows, output_floats().data());
    return view_of(output_floats());
  }

  val boundary(int columns, int rows, float x_min, float x_max, float y_min, float y_max) {
    output_floats().resize(static_cast<size_t>(columns) * rows * network_->spec().outputs());
    network_->boundary({columns, rows, x_min, x_max, y_min, y_max}, output_floats().data());
    return view_of(output_floats());
  }

  // [{"key", "length"}], in the order in which values() and gradients() hold them.
  std::string tensors() {
    JsonWriter json;
    json.open('[');
    for (const Tensor& t : network_->arena().tensors()) {
      json.open('{').key("key").text(t.key).key("length").number(static_cast<double>(t.size())).close('}');
    }
    return json.close(']').result();
  }

  val values() { return read(Arena::values); }
  val gradients() { return read(Arena::gradients); }

  bool set_values(int tensor) {
    const auto error = network_->set_values(tensor, input_floats());
    if (error) set_error(*error);
    return !error;
  }

  val gradient_norms() {
    const auto norms = network_->gradient_norms();
    output_floats().assign(norms.begin(), norms.end());
    return view_of(output_floats());
  }

  // [rows, loss, accuracy] of the training rows, then of the test rows.
  val score() {
    output_floats().clear();
    for (bool train : {true, false}) write_score(network_->score(train));
    return view_of(output_floats());
  }

  // The training score (3), then per layer: layer, below, above, mean slope, saturated left and right, dead, mean,
  // variance, gradient norm, number of pieces, the histogram, slopes and intercepts of the pieces.
  val probe(float low, float high, int bins, int unit) {
    const Probe probe = network_->probe({low, high, bins, unit});
    std::vector<float>& out = output_floats();
    out.clear();
    write_score(probe.train);
    for (const LayerProbe& layer : probe.layers) {
      out.insert(out.end(), {static_cast<float>(layer.layer), layer.below, layer.above, layer.mean_slope,
                             layer.saturated_left, layer.saturated_right, layer.dead, layer.mean, layer.variance,
                             layer.gradient_norm, static_cast<float>(layer.pieces.slopes.size())});
      out.insert(out.end(), layer.histogram.begin(), layer.histogram.end());
      out.insert(out.end(), layer.pieces.slopes.begin(), layer.pieces.slopes.end());
      out.insert(out.end(), layer.pieces.intercepts.begin(), layer.pieces.intercepts.end());
    }
    return view_of(out);
  }

  // Training rows first: x, then y, then labels.
  val data() {
    const Dataset& data = network_->data();
    std::vector<float>& out = output_floats();
    out.assign(data.x.begin(), data.x.end());
    out.insert(out.end(), data.y.begin(), data.y.end());
    for (int32_t label : data.labels) out.push_back(static_cast<float>(label));
    return view_of(out);
  }
  int rows() const { return network_->data().rows; }
  int train_rows() const { return network_->data().train_rows; }
  int targets() const { return network_->data().y.empty() ? 0 : network_->data().outputs; }
  bool labelled() const { return !network_->data().labels.empty(); }
  int outputs() const { return network_->spec().outputs(); }

  double step() const { return static_cast<double>(network_->step()); }
  double diverged_at() const { return static_cast<double>(network_->diverged_at()); }

  bool set_learning_rate(double rate) { return report(network_->set_learning_rate(rate)); }
  bool set_batch_size(int size) { return report(network_->set_batch_size(size)); }

 private:
  static bool report(const std::optional<Error>& error) {
    if (error) set_error(*error);
    return !error;
  }

  static void write_score(const Score& score) {
    output_floats().insert(output_floats().end(), {static_cast<float>(score.rows), score.loss, score.accuracy});
  }

  val read(Arena::Part part) {
    const Arena& arena = network_->arena();
    size_t total = 0;
    for (const Tensor& t : arena.tensors()) total += t.size();
    output_floats().resize(total);
    float* target = output_floats().data();
    for (size_t k = 0; k < arena.tensors().size(); ++k) {
      arena.read(static_cast<int>(k), part, target);
      target += arena.tensors()[k].size();
    }
    return view_of(output_floats());
  }

  std::unique_ptr<Network> network_;
};

// Null, with an error left behind, where the spec or the data does not fit.
Handle* make_network(const std::string& spec_json, int rows, int targets, bool labelled) {
  auto spec = read_spec(spec_json);
  if (!spec) return set_error(spec.error()), nullptr;
  auto data = data_for(*spec, rows, targets, labelled);
  if (!data) return set_error(data.error()), nullptr;
  auto network = Network::make(std::move(*spec), std::move(*data));
  if (!network) return set_error(network.error()), nullptr;
  return new Handle(std::move(*network));
}

}  // namespace

EMSCRIPTEN_BINDINGS(network) {
  emscripten::class_<Handle>("NetworkHandle")
      .function("train", &Handle::train)
      .function("predict", &Handle::predict)
      .function("boundary", &Handle::boundary)
      .function("tensors", &Handle::tensors)
      .function("values", &Handle::values)
      .function("gradients", &Handle::gradients)
      .function("setValues", &Handle::set_values)
      .function("gradientNorms", &Handle::gradient_norms)
      .function("score", &Handle::score)
      .function("probe", &Handle::probe)
      .function("data", &Handle::data)
      .function("rows", &Handle::rows)
      .function("trainRows", &Handle::train_rows)
      .function("targets", &Handle::targets)
      .function("labelled", &Handle::labelled)
      .function("outputs", &Handle::outputs)
      .function("step", &Handle::step)
      .function("divergedAt", &Handle::diverged_at)
      .function("setLearningRate", &Handle::set_learning_rate)
      .function("setBatchSize", &Handle::set_batch_size);
  emscripten::function("makeNetwork", &make_network, emscripten::allow_raw_pointers());
}

}  // namespace playground
