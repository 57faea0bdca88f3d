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

// Names as a message lists them; those for which `name` is null are left out.
template <class Range, class Name>
std::string names_of(const Range& range, Name&& name) {
  std::string names;
  for (const auto& entry : range) {
    const char* text = name(entry);
    if (!text) continue;
    if (!names.empty()) names += ", ";
    names += text;
  }
  return names.empty() ? "none" : names;
}

const char* name_of(const Parameter& parameter) { return parameter.name; }

// Sets what the object gives; a stochastic parameter that is given is not sampled.
void read_parameters(ObjectReader& layer, LayerSpec& spec, std::optional<Error>& error) {
  const std::span<const Parameter> known = spec.activation->parameters;
  const Json object = layer.if_any("parameters", JsonType::object);
  ObjectReader reader(object ? object : Json{"{}"}, layer.path("parameters"), error, names_of(known, name_of));
  for (const Parameter& parameter : known) {
    spec.parameters.push_back(static_cast<float>(
        reader.number_or(parameter.name, {parameter.minimum, parameter.maximum}, parameter.initial)));
    spec.sampled |= parameter.noise != Noise::none && !reader.has(parameter.name);
  }
}

void read_learned(ObjectReader& layer, LayerSpec& spec, int width) {
  spec.learned.assign(spec.parameters.size(), 0);
  const Json names = layer.if_any("learned", JsonType::array);
  if (!names) return;
  const std::span<const Parameter> known = spec.activation->parameters;
  for (JsonItems items(names); items.next();) {
    const std::string_view text = items.value().is(JsonType::text) ? items.value().to_text() : "";
    size_t k = 0;
    while (k < known.size() && !(text == known[k].name && known[k].learned)) ++k;
    if (k == known.size()) {
      const std::string valid = names_of(known, [](const Parameter& p) { return p.learned ? p.name : nullptr; });
      return layer.fail("unknown_parameter", "learned",
                        {" names \"", text, "\"; ", spec.activation->id(), " can learn: ", valid});
    }
    spec.learned[k] = 1;
  }
  spec.channels = layer.integer_or("channels", {1, static_cast<double>(width)}, 1);
  if (spec.channels != 1 && spec.channels != width) {
    layer.fail("out_of_range", "channels",
               {" must be 1 or the layer's width, ", std::to_string(width), ", not ", std::to_string(spec.channels)});
  }
}

void read_activation(ObjectReader& layer, LayerSpec& spec, std::optional<Error>& error, int width) {
  const std::string_view id = layer.text("id");
  if (layer.failed()) return;
  spec.activation = find_activation(id);
  if (!spec.activation || !spec.activation->element_wise()) {
    const std::string valid =
        names_of(catalogue(), [](const CatalogueEntry& e) { return e.element_wise() ? e.description->id : nullptr; });
    return layer.fail("unknown_activation", "id", {" is \"", id, "\"; valid: ", valid});
  }
  read_parameters(layer, spec, error);
  read_learned(layer, spec, width);
}

void read_layer(Json json, const std::string& path, LayerSpec& spec, std::optional<Error>& error, int width) {
  ObjectReader layer(json, path, error, "type, units, bias, pieces, id, parameters, learned, channels");
  if (layer.failed()) return;
  spec.type = static_cast<LayerType>(layer.choice("type", "dense, activation, maxout"));
  if (layer.failed()) return;
  if (spec.type == LayerType::activation) return read_activation(layer, spec, error, width);
  spec.units = layer.integer("units", units_range);
  spec.bias = layer.boolean_or("bias", true);
  if (spec.type == LayerType::maxout) spec.pieces = layer.integer_or("pieces", pieces_range, 2);
}

void read_optimizer(Json json, OptimizerSpec& spec, std::optional<Error>& error) {
  ObjectReader reader(json, "optimizer", error,
                      "type, learning_rate, momentum, nesterov, beta1, beta2, epsilon, weight_decay");
  spec.type = static_cast<OptimizerType>(reader.choice("type", "sgd, adam"));
  spec.learning_rate = reader.number("learning_rate", learning_rate_range);
  spec.momentum = reader.number_or("momentum", fraction, spec.momentum);
  spec.nesterov = reader.boolean_or("nesterov", spec.nesterov);
  spec.beta1 = reader.number_or("beta1", fraction, spec.beta1);
  spec.beta2 = reader.number_or("beta2", fraction, spec.beta2);
  spec.epsilon = reader.number_or("epsilon", {1e-30, 1.0}, spec.epsilon);
  spec.weight_decay = reader.number_or("weight_decay", penalty, spec.weight_decay);
}

void read_initialization(Json json, InitializationSpec& spec, std::optional<Error>& error) {
  ObjectReader reader(json, "initialization", error, "scheme, scale, gain");
  spec.scheme = static_cast<Scheme>(
      reader.choice("scheme", "normal, xavier_normal, xavier_uniform, he_fan_in, he_fan_out, lecun_normal"));
  spec.scale = reader.number_or("scale", {0.0, 1e3}, spec.scale);
  spec.gain = reader.number_or("gain", {0.0, 1e3}, spec.gain);
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
  size_t broken = 0;
  const Json document = read_json(json, broken);
  if (!document) {
    return complain("syntax", "", {"the spec is not JSON; it breaks at character ", std::to_string(broken)});
  }
  std::optional<Error> error;
  NetworkSpec spec;
  ObjectReader root(document, "", error,
                    "inputs, layers, loss, optimizer, l1, batch_size, shuffle, seed, initialization, dataset");
  if (error) return *error;
  spec.inputs = root.integer("inputs", units_range);
  spec.seed = static_cast<uint32_t>(root.number_or("seed", seed_range, 1.0));
  spec.loss = static_cast<Loss>(root.choice("loss", "mean_squared_error, binary_cross_entropy, softmax_cross_entropy"));
  spec.batch_size = root.integer("batch_size", batch_size_range);
  spec.shuffle = root.boolean_or("shuffle", false);
  spec.l1 = root.number_or("l1", penalty, 0.0);
  if (const Json found = root.required("optimizer", JsonType::object)) read_optimizer(found, spec.optimizer, error);
  if (const Json found = root.if_any("initialization", JsonType::object)) {
    read_initialization(found, spec.initialization, error);
  }
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
    if (spec.layers.back().type != LayerType::activation) width = spec.layers.back().units;
  }
  return spec;
}

}  // namespace playground
