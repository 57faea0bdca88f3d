#include "cpp/network/spec.h"

#include "cpp/network/json.h"

namespace playground {
namespace {

constexpr Range units_range{1, 4096};
constexpr Range layers_range{1, 256};
constexpr Range pieces_range{2, 8};
constexpr Range seed_range{0, 4294967295.0};
constexpr Range fraction{0, 0.999999};
constexpr Range penalty{0, 1e3};

// Parameters of a function by name; `given` marks those that the object holds.
void read_parameters(ObjectReader& layer, LayerSpec& spec, std::optional<Error>& error,
                     std::vector<unsigned char>& given) {
  const std::span<const Parameter> known = spec.activation->parameters;
  given.assign(known.size(), 0);
  for (const Parameter& parameter : known) spec.parameters.push_back(parameter.initial);
  const Json* object = layer.has("parameters") ? layer.object("parameters") : nullptr;
  if (!object) return;
  Names names;
  for (const Parameter& parameter : known) names.push_back(parameter.name);
  ObjectReader reader(*object, layer.path("parameters"), error, names);
  for (size_t k = 0; k < known.size(); ++k) {
    given[k] = reader.has(known[k].name);
    spec.parameters[k] = static_cast<float>(
        reader.number(known[k].name, {known[k].minimum, known[k].maximum}, spec.parameters[k]));
  }
}

void read_learned(ObjectReader& layer, LayerSpec& spec, int width) {
  spec.learned.assign(spec.parameters.size(), 0);
  if (!layer.has("learned")) return;
  const Json* names = layer.array("learned");
  if (!names) return;
  for (const Json& name : names->GetArray()) {
    const std::string_view text = name.IsString() ? name.GetString() : "";
    size_t k = 0;
    while (k < spec.parameters.size() && text != spec.activation->parameters[k].name) ++k;
    if (k == spec.parameters.size() || !spec.activation->parameters[k].learned) {
      std::string valid;
      for (const Parameter& parameter : spec.activation->parameters) {
        if (parameter.learned) valid += (valid.empty() ? "" : ", ") + std::string(parameter.name);
      }
      layer.fail("unknown_parameter", layer.path("learned"),
                 layer.path("learned") + " names \"" + std::string(text) + "\"; " +
                     std::string(spec.activation->id()) + " can learn: " + (valid.empty() ? "nothing" : valid));
      return;
    }
    spec.learned[k] = 1;
  }
  spec.channels = layer.integer("channels", {1, static_cast<double>(width)}, 1);
  if (spec.channels != 1 && spec.channels != width) {
    layer.fail("out_of_range", layer.path("channels"),
               layer.path("channels") + " must be 1 or the layer's width, " + std::to_string(width) + ", not " +
                   std::to_string(spec.channels));
  }
}

LayerSpec read_activation(ObjectReader& layer, std::optional<Error>& error, int width) {
  LayerSpec spec;
  spec.type = LayerType::activation;
  const std::string_view id = layer.text("id");
  if (layer.failed()) return spec;
  spec.activation = find_activation(id);
  if (!spec.activation || !spec.activation->element_wise()) {
    std::string valid;
    for (const CatalogueEntry& entry : catalogue()) {
      if (entry.element_wise()) valid += (valid.empty() ? "" : ", ") + std::string(entry.id());
    }
    layer.fail("unknown_activation", layer.path("id"),
               layer.path("id") + " is \"" + std::string(id) + "\"; valid: " + valid);
    return spec;
  }
  std::vector<unsigned char> given;
  read_parameters(layer, spec, error, given);
  if (layer.failed()) return spec;
  read_learned(layer, spec, width);
  for (size_t k = 0; k < given.size(); ++k) {
    const Parameter& parameter = spec.activation->parameters[k];
    spec.sampled |= parameter.noise_low < parameter.noise_high && !given[k];
  }
  return spec;
}

LayerSpec read_layer(const Json& json, const std::string& path, std::optional<Error>& error, int width) {
  ObjectReader layer(json, path, error,
                     {"type", "units", "bias", "pieces", "id", "parameters", "learned", "channels"});
  if (layer.failed()) return {};
  const auto type = static_cast<LayerType>(layer.choice("type", {"dense", "activation", "maxout"}));
  if (layer.failed()) return {};
  if (type == LayerType::activation) return read_activation(layer, error, width);
  LayerSpec spec;
  spec.type = type;
  spec.units = layer.integer("units", units_range);
  spec.bias = layer.boolean("bias", true);
  if (type == LayerType::maxout) spec.pieces = layer.integer("pieces", pieces_range, 2);
  return spec;
}

OptimizerSpec read_optimizer(const Json& json, std::optional<Error>& error) {
  OptimizerSpec spec;
  ObjectReader reader(json, "optimizer", error,
                      {"type", "learning_rate", "momentum", "nesterov", "beta1", "beta2", "epsilon", "weight_decay"});
  if (reader.failed()) return spec;
  spec.type = static_cast<OptimizerType>(reader.choice("type", {"sgd", "adam"}));
  spec.learning_rate = reader.number("learning_rate", learning_rate_range);
  spec.momentum = reader.number("momentum", fraction, spec.momentum);
  spec.nesterov = reader.boolean("nesterov", spec.nesterov);
  spec.beta1 = reader.number("beta1", fraction, spec.beta1);
  spec.beta2 = reader.number("beta2", fraction, spec.beta2);
  spec.epsilon = reader.number("epsilon", {1e-30, 1.0}, spec.epsilon);
  spec.weight_decay = reader.number("weight_decay", penalty, spec.weight_decay);
  return spec;
}

InitializationSpec read_initialization(const Json& json, std::optional<Error>& error) {
  InitializationSpec spec;
  ObjectReader reader(json, "initialization", error, {"scheme", "scale", "gain"});
  if (reader.failed()) return spec;
  spec.scheme = static_cast<Scheme>(reader.choice(
      "scheme", {"normal", "xavier_normal", "xavier_uniform", "he_fan_in", "he_fan_out", "lecun_normal"}));
  spec.scale = reader.number("scale", {0.0, 1e3}, spec.scale);
  spec.gain = reader.number("gain", {0.0, 1e3}, spec.gain);
  return spec;
}

DatasetOptions read_dataset(const Json& json, std::optional<Error>& error, uint32_t seed) {
  DatasetOptions options;
  ObjectReader reader(json, "dataset", error, {"name", "size", "noise", "split"});
  if (reader.failed()) return options;
  const std::string_view name = reader.text("name");
  const DatasetInfo* info = find_dataset(name);
  if (!info) {
    std::string valid;
    for (const DatasetInfo& known : dataset_catalogue()) valid += (valid.empty() ? "" : ", ") + std::string(known.name);
    reader.fail("unknown_value", "dataset.name",
                "dataset.name is \"" + std::string(name) + "\"; valid: " + valid);
    return options;
  }
  options = default_options(*info, seed);
  constexpr double any = 1e9;
  options.size = reader.integer("size", {-any, any}, options.size);
  options.noise = reader.number("noise", {-any, any}, options.noise);
  options.split = reader.number("split", {-any, any}, options.split);
  if (reader.failed()) return options;
  if (const auto invalid = validate(options)) reader.fail("out_of_range", invalid->path, invalid->message);
  return options;
}

}  // namespace

std::vector<int> NetworkSpec::widths() const {
  std::vector<int> widths;
  int width = inputs;
  for (const LayerSpec& layer : layers) {
    if (layer.type != LayerType::activation) width = layer.units;
    widths.push_back(width);
  }
  return widths;
}

int NetworkSpec::outputs() const {
  for (size_t l = layers.size(); l-- > 0;) {
    if (layers[l].type != LayerType::activation) return layers[l].units;
  }
  return inputs;
}

Result<NetworkSpec> read_spec(std::string_view json) {
  rapidjson::Document document;
  document.Parse(json.data(), json.size());
  if (document.HasParseError()) {
    return Error{"syntax", "", "the spec is not JSON; it breaks at character " + std::to_string(document.GetErrorOffset())};
  }
  std::optional<Error> error;
  NetworkSpec spec;
  ObjectReader root(document, "", error,
                    {"inputs", "layers", "loss", "loss_parameters", "optimizer", "l1", "batch_size", "shuffle", "seed",
                     "initialization", "dataset"});
  if (error) return *error;
  spec.inputs = root.integer("inputs", units_range);
  spec.seed = static_cast<uint32_t>(root.number("seed", seed_range, 1.0));
  spec.loss = static_cast<Loss>(
      root.choice("loss", {"mean_squared_error", "binary_cross_entropy", "softmax_cross_entropy"}));
  spec.batch_size = root.integer("batch_size", batch_size_range);
  spec.shuffle = root.boolean("shuffle", false);
  spec.l1 = root.number("l1", penalty, 0.0);
  if (const Json* optimizer = root.object("optimizer")) spec.optimizer = read_optimizer(*optimizer, error);
  if (root.has("initialization")) {
    if (const Json* json = root.object("initialization")) spec.initialization = read_initialization(*json, error);
  }
  if (root.has("dataset")) {
    if (const Json* json = root.object("dataset")) spec.dataset = read_dataset(*json, error, spec.seed);
  }
  const Json* layers = root.array("layers");
  if (error) return *error;
  const double count = layers->GetArray().Size();
  if (count < layers_range.minimum || count > layers_range.maximum) {
    return out_of_range("layers.length", count, layers_range);
  }
  int width = spec.inputs;
  for (const Json& json : layers->GetArray()) {
    const std::string path = "layers[" + std::to_string(spec.layers.size()) + "]";
    spec.layers.push_back(read_layer(json, path, error, width));
    if (error) return *error;
    if (spec.layers.back().type != LayerType::activation) width = spec.layers.back().units;
  }
  return spec;
}

}  // namespace playground
