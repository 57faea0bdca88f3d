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

// Networks are known to JavaScript by number: Embind's classes would add a tenth to the module and its glue.
std::vector<std::unique_ptr<Network>>& networks() {
  static std::vector<std::unique_ptr<Network>> list;
  return list;
}

Network& at(int id) { return *networks()[static_cast<size_t>(id)]; }

bool report(const std::optional<Error>& error) {
  if (error) set_error(*error);
  return !error;
}

// The network's number; -1, with an error left behind, where the spec or the data does not fit.
int make_network(const std::string& spec_json, int rows, int targets, bool labelled) {
  auto spec = read_spec(spec_json);
  if (!spec) return set_error(spec.error()), -1;
  auto data = data_for(*spec, rows, targets, labelled);
  if (!data) return set_error(data.error()), -1;
  auto network = Network::make(std::move(*spec), std::move(*data));
  if (!network) return set_error(network.error()), -1;
  size_t id = 0;
  while (id < networks().size() && networks()[id]) ++id;
  if (id == networks().size()) networks().emplace_back();
  networks()[id] = std::move(*network);
  return static_cast<int>(id);
}

void dispose(int id) { networks()[static_cast<size_t>(id)].reset(); }

// Losses; the caller has checked n.
val train(int id, int n) {
  output_floats().resize(static_cast<size_t>(n));
  at(id).train(n, output_floats().data());
  return view_of(output_floats());
}

val predict(int id, int rows) {
  output_floats().resize(static_cast<size_t>(rows) * at(id).spec().outputs());
  at(id).predict(input_floats().data(), rows, output_floats().data());
  return view_of(output_floats());
}

// input(): x_min, x_max, y_min, y_max.
val boundary(int id, int columns, int rows) {
  const float* edge = input_floats().data();
  output_floats().resize(static_cast<size_t>(columns) * rows * at(id).spec().outputs());
  at(id).boundary({columns, rows, edge[0], edge[1], edge[2], edge[3]}, output_floats().data());
  return view_of(output_floats());
}

// [{"key", "length"}], in the order in which values and gradients are read.
std::string tensors(int id) {
  JsonWriter json;
  json.open('[');
  for (const Tensor& t : at(id).arena().tensors()) {
    json.open('{').key("key").text(t.key).key("length").number(static_cast<double>(t.size())).close('}');
  }
  return json.close(']').result();
}

// All tensors, unpadded: their values, or the gradients of the last trained batch.
val read(int id, bool gradients) {
  const Arena& arena = at(id).arena();
  size_t total = 0;
  for (const Tensor& t : arena.tensors()) total += t.size();
  output_floats().resize(total);
  float* target = output_floats().data();
  for (size_t k = 0; k < arena.tensors().size(); ++k) {
    arena.read(static_cast<int>(k), gradients ? Arena::gradients : Arena::values, target);
    target += arena.tensors()[k].size();
  }
  return view_of(output_floats());
}

bool set_values(int id, int tensor) { return report(at(id).set_values(tensor, input_floats())); }

val gradient_norms(int id) {
  const auto norms = at(id).gradient_norms();
  output_floats().assign(norms.begin(), norms.end());
  return view_of(output_floats());
}

void append(const std::vector<float>& values) {
  output_floats().insert(output_floats().end(), values.begin(), values.end());
}

void append_score(const Score& score) {
  append({static_cast<float>(score.rows), score.loss, score.accuracy});
}

// [rows, loss, accuracy] of the training rows, then of the test rows.
val score(int id) {
  output_floats().clear();
  for (bool train : {true, false}) append_score(at(id).score(train));
  return view_of(output_floats());
}

// input(): low, high of the histograms. The training score (3), then per layer: layer, below, above, mean slope,
// saturated left and right, dead, mean, variance, gradient norm, number of pieces, the histogram, slopes and
// intercepts of the pieces.
val probe(int id, int bins, int unit) {
  const Probe probe = at(id).probe({input_floats()[0], input_floats()[1], bins, unit});
  output_floats().clear();
  append_score(probe.train);
  for (const LayerProbe& layer : probe.layers) {
    append({static_cast<float>(layer.layer), layer.below, layer.above, layer.mean_slope, layer.saturated_left,
            layer.saturated_right, layer.dead, layer.mean, layer.variance, layer.gradient_norm,
            static_cast<float>(layer.pieces.slopes.size())});
    append(layer.histogram);
    append(layer.pieces.slopes);
    append(layer.pieces.intercepts);
  }
  return view_of(output_floats());
}

// Training rows first: x, then y, then labels.
val data(int id) {
  const Dataset& data = at(id).data();
  output_floats() = data.x;
  append(data.y);
  for (int32_t label : data.labels) output_floats().push_back(static_cast<float>(label));
  return view_of(output_floats());
}

// {rows, trainRows, targets (columns of y), labelled}.
std::string shape(int id) {
  const Dataset& data = at(id).data();
  JsonWriter json;
  json.open('{').key("rows").number(data.rows).key("trainRows").number(data.train_rows);
  json.key("targets").number(data.y.empty() ? 0 : data.outputs).key("labelled").boolean(!data.labels.empty());
  return json.close('}').result();
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
  function("tensors", &tensors);
  function("read", &read);
  function("setValues", &set_values);
  function("gradientNorms", &gradient_norms);
  function("score", &score);
  function("probe", &probe);
  function("data", &data);
  function("shape", &shape);
  function("step", &step);
  function("divergedAt", &diverged_at);
  function("setLearningRate", &set_learning_rate);
  function("setBatchSize", &set_batch_size);
}

}  // namespace playground
