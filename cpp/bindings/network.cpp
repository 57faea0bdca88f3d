// Network of the public contract.
#include "cpp/bindings/network.h"

#include <emscripten/bind.h>

#include "cpp/bindings/json_writer.h"
#include "cpp/bindings/transfer.h"
#include "cpp/datasets/table.h"
#include "cpp/network/parts.h"

namespace playground {
namespace {

Error error_of(const InvalidField& field) { return {"data", field.path, field.message}; }

// Networks are known to JavaScript by number: Embind's classes would add a tenth to the module and its glue.
std::vector<std::unique_ptr<Network>>& networks() {
  static std::vector<std::unique_ptr<Network>> list;
  return list;
}

void append(std::span<const float> values) {
  transfer.output.insert(transfer.output.end(), values.begin(), values.end());
}

void append_shares(const HistogramShares& shares) {
  append(shares.bins);
  const float outside[] = {shares.below, shares.above};
  append(outside);
}

}  // namespace

Network& network_at(int id) { return *networks()[static_cast<size_t>(id)]; }

ProbeOptions probe_options(int bins, int unit, bool weight_gradients) {
  const float* ends = transfer.input.data();
  return {ends[0], ends[1], bins, unit, ends[2], ends[3], weight_gradients};
}

void append_layers(const std::vector<LayerProbe>& layers) {
  for (const LayerProbe& layer : layers) {
    const float numbers[] = {static_cast<float>(layer.layer),
                             layer.mean_slope,
                             layer.saturated_left,
                             layer.saturated_right,
                             layer.dead,
                             layer.mean,
                             layer.variance,
                             layer.skew,
                             layer.gradient_norm,
                             layer.weight_gradient_norm,
                             static_cast<float>(layer.pieces.slopes.size())};
    append(numbers);
    append_shares(layer.inputs);
    append_shares(layer.activations);
    append(layer.pieces.slopes);
    append(layer.pieces.intercepts);
  }
}

bool report(const std::optional<Error>& error) {
  if (error) return_error(*error);
  return !error;
}

Result<Dataset> data_for(const NetworkSpec& spec, int rows, int targets, bool labelled) {
  const DatasetInfo* info = spec.dataset ? find_dataset(spec.dataset->name) : nullptr;
  if (info && info->kind != DatasetKind::table && rows == 0) return make_dataset(*spec.dataset);
  if (!parts.given_data) return complain("data", "dataset", {" must be one that is made here"});
  const std::vector<float>& floats = transfer.input;
  const size_t values = static_cast<size_t>(rows) * spec.inputs;
  std::vector<int32_t> labels;
  if (labelled) {
    for (int row = 0; row < rows; ++row) labels.push_back(static_cast<int32_t>(floats[values + row]));
  }
  if (info && info->kind == DatasetKind::table) {
    const Table table{{floats.data(), values}, labels, spec.inputs, info->classes};
    if (rows == 0) {
      return Error{"missing_field", "data",
                   std::string("dataset ") + info->name + " is a table: pass its rows as data"};
    }
    if (const auto invalid = validate(table)) return error_of(*invalid);
    return make_table(table, spec.dataset->split, spec.seed);
  }
  if (info) {
    return Error{"conflict", "data",
                 std::string("the spec names the dataset ") + info->name + ", and data was passed; give one of them"};
  }
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

int keep(Result<std::unique_ptr<Network>> network) {
  if (!network) return return_error(network.error()), -1;
  size_t id = 0;
  while (id < networks().size() && networks()[id]) ++id;
  if (id == networks().size()) networks().emplace_back();
  networks()[id] = std::move(*network);
  return static_cast<int>(id);
}

namespace {

Network& at(int id) { return network_at(id); }

// Input text: the spec.
int make_network(int rows, int targets, bool labelled) {
  auto spec = read_spec(transfer.input_text);
  if (!spec) return keep(spec.error());
  auto data = data_for(*spec, rows, targets, labelled);
  return keep(data ? Network::make(std::move(*spec), std::move(*data)) : data.error());
}

void dispose(int id) { networks()[static_cast<size_t>(id)].reset(); }

float* resize_output(size_t floats) {
  transfer.output.resize(floats);
  return transfer.output.data();
}

// Losses; the caller has checked n.
void train(int id, int n) { at(id).train(n, resize_output(static_cast<size_t>(n))); }

// Room for the raw outputs at so many points; null, with an error left behind, where they are more than fit.
float* output_of_points(int id, double points) {
  constexpr double most = 1 << 26;
  const int outputs = at(id).spec().outputs();
  if (points * outputs <= most) return resize_output(static_cast<size_t>(points) * outputs);
  return_error(complain("too_large", "",
                        {"the outputs at so many points do not fit; at a time ask for at most ",
                         std::to_string(static_cast<int>(most) / outputs), " points"}));
  return nullptr;
}

bool predict(int id, int rows) {
  float* output = output_of_points(id, rows);
  if (output) at(id).predict(transfer.input.data(), rows, output);
  return output;
}

// Input: x_min, x_max, y_min, y_max.
bool boundary(int id, int columns, int rows) {
  const float* edge = transfer.input.data();
  float* output = output_of_points(id, static_cast<double>(columns) * rows);
  if (output) at(id).boundary({columns, rows, edge[0], edge[1], edge[2], edge[3]}, output);
  return output;
}

// [{"key", "length", "trained"}], in the order in which values and gradients are read; only what is trained has
// gradients.
void write_tensors(int id) {
  JsonWriter json(transfer.output_text);
  json.open('[');
  for (const Tensor& t : at(id).arena().tensors()) {
    json.open('{').key("key").text(t.key).key("length").number(static_cast<double>(t.size()));
    json.key("trained").boolean(t.trained).close('}');
  }
  json.close(']');
}

// All tensors, unpadded: their values, or the gradients of the last trained batch.
void read(int id, bool gradients) {
  const Arena& arena = at(id).arena();
  transfer.output.clear();
  for (size_t k = 0; k < arena.tensors().size(); ++k) {
    const Tensor& t = arena.tensors()[k];
    if (gradients && !t.trained) continue;
    const size_t place = transfer.output.size();
    transfer.output.resize(place + t.size());
    arena.read(static_cast<int>(k), gradients ? Arena::gradients : Arena::values, transfer.output.data() + place);
  }
}

void gradient_norms(int id) {
  transfer.output.clear();
  append(at(id).gradient_norms());
}

void append_score(const Score& score) {
  const float numbers[] = {static_cast<float>(score.rows), score.loss, score.accuracy};
  append(numbers);
}

// [rows, loss, accuracy] of the training rows, then of the test rows.
void score(int id) {
  transfer.output.clear();
  for (bool train : {true, false}) append_score(at(id).score(train));
}

// Input: low, high of the histograms of pre-activations, then of activations. The scores of the training and of the
// test rows, then the layers.
void probe(int id, int bins, int unit, bool weight_gradients) {
  const Probe probe = at(id).probe(probe_options(bins, unit, weight_gradients));
  transfer.output.clear();
  append_score(probe.train);
  append_score(at(id).score(false));
  append_layers(probe.layers);
}

// Rows, training rows, columns of y, whether there are labels; then, training rows first, x, y and labels.
void data(int id) {
  const Dataset& data = at(id).data();
  const int targets = data.y.empty() ? 0 : data.outputs;
  const float numbers[] = {static_cast<float>(data.rows), static_cast<float>(data.train_rows),
                           static_cast<float>(targets), static_cast<float>(!data.labels.empty())};
  transfer.output.clear();
  append(numbers);
  append(data.x);
  append(data.y);
  for (int32_t label : data.labels) transfer.output.push_back(static_cast<float>(label));
}

double step(int id) { return static_cast<double>(at(id).step()); }
double diverged_at(int id) { return static_cast<double>(at(id).diverged_at()); }
bool set_learning_rate(int id, double rate) { return report(at(id).set_learning_rate(rate)); }
bool set_batch_size(int id, int size) { return report(at(id).set_batch_size(size)); }

}  // namespace

EMSCRIPTEN_BINDINGS(network) {
  using emscripten::function;
  function("makeNetwork", &make_network);
  function("dispose", &dispose);
  function("train", &train);
  function("predict", &predict);
  function("boundary", &boundary);
  function("tensors", &write_tensors);
  function("read", &read);
  function("gradientNorms", &gradient_norms);
  function("score", &score);
  function("probe", &probe);
  function("data", &data);
  function("step", &step);
  function("divergedAt", &diverged_at);
  function("setLearningRate", &set_learning_rate);
  function("setBatchSize", &set_batch_size);
}

}  // namespace playground
