#include "cpp/network/spec.h"

#include "cpp/network/json.h"
#include "cpp/network/spec_training.h"

namespace playground {
namespace {

constexpr Range units_range{1, 4096};
constexpr Range layers_range{1, 256};
constexpr Range pieces_range{1, 8};
constexpr Range seed_range{0, 4294967295.0};

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

// The element-wise function that the field names; null, with an error, where there is none.
const CatalogueEntry* find_element_wise(ObjectReader& reader, std::string_view key, std::string_view also = "") {
  const std::string_view id = reader.text(key);
  const CatalogueEntry* found = find_activation(id);
  if (found && found->element_wise()) return found;
  const std::string valid =
      names_of(catalogue(), [](const CatalogueEntry& e) { return e.element_wise() ? e.description->id : nullptr; });
  reader.fail("unknown_activation", key, {" is \"", id, "\"; valid: ", valid, also});
  return nullptr;
}

// Gated functions halve the width, CReLU doubles it.
void check_width(ObjectReader& layer, const LayerSpec& spec, int width) {
  const auto group = static_cast<int>(spec.activation->rows->group(spec.parameters.data()));
  const std::string multiple = std::to_string(group);
  if (width % group) {
    return layer.fail("shape", "id",
                      {" is \"", spec.activation->id(), "\", which needs an input whose width is a multiple of ",
                       multiple, "; this one has ", std::to_string(width)});
  }
  if (spec.width(width) > units_range.maximum) {
    layer.fail("out_of_range", "id",
               {" is \"", spec.activation->id(), "\", which would make ", std::to_string(spec.width(width)),
                " outputs; a layer has at most ", std::to_string(static_cast<int>(units_range.maximum))});
  }
}

void read_activation(ObjectReader& layer, LayerSpec& spec, std::optional<Error>& error, int width) {
  const std::string_view id = layer.text("id");
  if (layer.failed()) return;
  spec.activation = find_activation(id);
  if (!spec.activation || spec.activation->description->kind == Kind::pooled) {
    const std::string valid = names_of(catalogue(), [](const CatalogueEntry& e) {
      return e.description->kind == Kind::pooled ? nullptr : e.description->id;
    });
    return layer.fail("unknown_activation", "id", {" is \"", id, "\"; valid: ", valid});
  }
  read_parameters(layer, spec, error);
  read_learned(layer, spec, width);
  if (spec.activation->rows) check_width(layer, spec, width);
}

void read_batch_norm(ObjectReader& layer, LayerSpec& spec) {
  spec.momentum = layer.number_or("momentum", {0.0, 1.0}, spec.momentum);
  spec.epsilon = layer.number_or("epsilon", {1e-12, 1.0}, spec.epsilon);
}

void read_matrix(ObjectReader& layer, LayerSpec& spec) {
  spec.units = layer.integer("units", units_range);
  spec.bias = layer.boolean_or("bias", true);
}

void read_least_squares(Json json, LayerSpec& layer, const std::string& path, std::optional<Error>& error, int width) {
  constexpr Range any{-1e6, 1e6};
  LeastSquaresSpec& spec = layer.least_squares.emplace();
  ObjectReader reader(json, path, error);
  const std::string_view target = reader.text("target");
  if (reader.failed()) return;
  const bool data = target == "data";
  reader.allow(data ? "target" : "target, low, high");
  if (!layer.bias) return reader.fail("conflict", "target", {" needs a bias: the pieces are lines of any height"});
  if (data && (width != 1 || path != "layers[0].least_squares")) {
    return reader.fail("conflict", "target", {" may be \"data\" in the first layer of a network of one input only"});
  }
  if (data) return;
  spec.target = find_element_wise(reader, "target", ", or \"data\"");
  spec.low = reader.number_or("low", any, spec.low);
  spec.high = reader.number_or("high", any, spec.high);
  if (!(spec.low < spec.high)) reader.fail("out_of_range", "high", {" must be above low"});
}

void read_maxout(ObjectReader& layer, LayerSpec& spec, std::optional<Error>& error, int width) {
  read_matrix(layer, spec);
  spec.pieces = layer.integer_or("pieces", pieces_range, 2);
  if (const Json found = layer.if_any("least_squares", JsonType::object)) {
    read_least_squares(found, spec, layer.path("least_squares"), error, width);
  }
}

void read_layer(Json json, const std::string& path, LayerSpec& spec, std::optional<Error>& error, int width) {
  ObjectReader layer(json, path, error);
  if (layer.failed()) return;
  spec.type = static_cast<LayerType>(layer.choice("type", "dense, activation, maxout, batch_norm, dropout"));
  if (layer.failed()) return;
  switch (spec.type) {
    case LayerType::dense:
      layer.allow("type, units, bias");
      return read_matrix(layer, spec);
    case LayerType::activation:
      layer.allow("type, id, parameters, learned, channels");
      return read_activation(layer, spec, error, width);
    case LayerType::maxout:
      layer.allow("type, units, pieces, bias, least_squares");
      return read_maxout(layer, spec, error, width);
    case LayerType::batch_norm:
      layer.allow("type, momentum, epsilon");
      return read_batch_norm(layer, spec);
    case LayerType::dropout:
      layer.allow("type, rate");
      spec.rate = layer.number("rate", fraction);
  }
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
  ObjectReader root(document, "", error,
                    "inputs, layers, loss, loss_parameters, optimizer, schedule, l1, clip_norm, batch_size, shuffle, "
                    "seed, initialization, pretraining, dataset");
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
