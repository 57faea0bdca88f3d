#include "cpp/network/spec.h"

#include "cpp/network/parts.h"
#include "cpp/network/spec_layers.h"
#include "cpp/network/spec_training.h"

namespace playground {
namespace {

constexpr Range layers_range{1, 256};
constexpr Range seed_range{0, 4294967295.0};

void read_layer(Json json, const std::string& path, LayerSpec& spec, std::optional<Error>& error, int width) {
  ObjectReader layer(json, path, error);
  if (layer.failed()) return;
  const int type = layer.choice("type", names_of(parts.layers, [](const LayerPart& part) { return part.name; }));
  if (layer.failed()) return;
  spec.type = static_cast<LayerType>(type);
  parts.layers[static_cast<size_t>(type)].read(layer, spec, error, width);
}

void read_dataset(Json json, DatasetOptions& options, std::optional<Error>& error, uint32_t seed) {
  ObjectReader reader(json, "dataset", error, "name, size, noise, split");
  const std::string_view name = reader.text("name");
  const DatasetInfo* info = find_dataset(name);
  if (!info) {
    const std::string valid = names_of(dataset_catalogue(), [](const DatasetInfo& known) { return known.name; });
    return reader.fail("unknown_value", "name", {" is \"", name, "\"; valid: ", valid});
  }
  options = default_options(*info, seed);
  // Any finite number: what is valid depends on the data set, and validate() knows.
  constexpr Range any{-1e9, 1e9};
  options.size = reader.integer_or("size", any, options.size);
  options.noise = reader.number_or("noise", any, options.noise);
  options.split = reader.number_or("split", any, options.split);
  if (reader.failed()) return;
  if (auto invalid = validate(options)) error = Error{"out_of_range", invalid->path, invalid->message};
}

}  // namespace

int LayerSpec::width(int inputs) const {
  if (has_weights()) return units;
  if (type != LayerType::activation || element_wise()) return inputs;
  return static_cast<int>(activation->rows->outputs(parameters.data(), static_cast<size_t>(inputs)));
}

std::vector<int> NetworkSpec::widths() const {
  std::vector<int> widths;
  int width = inputs;
  for (const LayerSpec& layer : layers) {
    width = layer.width(width);
    widths.push_back(width);
  }
  return widths;
}

int NetworkSpec::outputs() const {
  int width = inputs;
  for (const LayerSpec& layer : layers) width = layer.width(width);
  return width;
}

Result<NetworkSpec> read_spec(std::string_view json) {
  size_t broken = 0;
  const Json document = read_json(json, broken);
  if (!document) {
    return complain("syntax", "", {"the spec is not JSON; it breaks at character ", std::to_string(broken)});
  }
  std::optional<Error> error;
  NetworkSpec spec;
  spec.json = json;
  ObjectReader root(document, "", error, parts.fields);
  if (error) return *error;
  spec.inputs = root.integer("inputs", units_range);
  spec.seed = root.has("seed") ? static_cast<uint32_t>(root.whole("seed", seed_range)) : 1;
  spec.batch_size = root.integer("batch_size", batch_size_range);
  spec.shuffle = root.boolean_or("shuffle", false);
  read_training(root, spec, error);
  if (const Json found = root.if_any("dataset", JsonType::object)) {
    read_dataset(found, spec.dataset.emplace(), error, spec.seed);
  }
  const Json layers = root.required("layers", JsonType::array);
  if (error) return *error;
  int count = 0;
  for (JsonItems items(layers); items.next();) ++count;
  if (count < layers_range.minimum || count > layers_range.maximum) {
    return out_of_range("layers.length", count, layers_range);
  }
  int width = spec.inputs;
  for (JsonItems items(layers); items.next();) {
    const std::string path = "layers[" + std::to_string(spec.layers.size()) + "]";
    read_layer(items.value(), path, spec.layers.emplace_back(), error, width);
    if (error) return *error;
    width = spec.layers.back().width(width);
  }
  if (auto misfit = check(spec)) return *misfit;
  return spec;
}

}  // namespace playground
