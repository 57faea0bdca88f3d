// What a network brings along from outside or keeps of its making: files, weights, the account of pre-training, what
// training was seen to do. No figure of the page's first view asks for it.
#include <emscripten/bind.h>

#include "cpp/bindings/json_writer.h"
#include "cpp/bindings/network.h"
#include "cpp/bindings/transfer.h"
#include "cpp/network/file.h"

namespace playground {
namespace {

// Input text: a saved network. Leaves its spec; false, with an error left behind, where it is not whole.
bool saved_spec_of_input() {
  auto json = saved_spec(transfer.input_text);
  if (!json) return report(json.error());
  transfer.output_text = *json;
  return true;
}

// Input text: the same file.
int load_network(int rows, int targets, bool labelled) {
  auto json = saved_spec(transfer.input_text);
  if (!json) return keep(json.error());
  auto spec = read_spec(*json);
  if (!spec) return keep(spec.error());
  auto data = data_for(*spec, rows, targets, labelled);
  return keep(data ? load(transfer.input_text, std::move(*spec), std::move(*data)) : data.error());
}

void save_network(int id) { transfer.output_text = save(network_at(id)); }

bool set_values(int id, int tensor, bool check_only) {
  return report(check_only ? network_at(id).check_values(tensor, transfer.input)
                           : network_at(id).set_values(tensor, transfer.input));
}

// [{"layer", "errors"}].
void pretraining(int id) {
  JsonWriter json(transfer.output_text);
  json.open('[');
  for (const Reconstruction& layer : network_at(id).pretraining()) {
    json.open('{').key("layer").number(layer.layer).key("errors").open('[');
    for (float error : layer.errors) json.number(error);
    json.close(']').close('}');
  }
  json.close(']');
}

// Input: as for probe.
void observe(int id, int every, int bins) { network_at(id).observe(every, probe_options(bins, 0, true)); }

// Batches, samples, then the layers.
void observed(int id) {
  const Observation observation = network_at(id).observed();
  const float numbers[] = {static_cast<float>(observation.batches), static_cast<float>(observation.samples)};
  transfer.output.assign(std::begin(numbers), std::end(numbers));
  append_layers(observation.layers);
}

}  // namespace

EMSCRIPTEN_BINDINGS(network_state) {
  using emscripten::function;
  function("savedSpec", &saved_spec_of_input);
  function("loadNetwork", &load_network);
  function("save", &save_network);
  function("setValues", &set_values);
  function("pretraining", &pretraining);
  function("observe", &observe);
  function("observed", &observed);
}

}  // namespace playground
