#include "cpp/network/spec_layers.h"

#include "cpp/network/parts.h"

namespace playground {
namespace {

constexpr Range pieces_range{1, 8};

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

// The function that the field names or writes out; null where the catalogue has none, and with an error where what is
// written is none.
const CatalogueEntry* find(ObjectReader& reader, std::string_view key, std::string_view id) {
  const CatalogueEntry* found = find_activation(id);
  if (found || !parts.define) return found;
  Result<const CatalogueEntry*> defined = parts.define(id);
  if (defined) return *defined;
  reader.fail(defined.error().code.c_str(), key, {" is \"", id, "\": ", defined.error().message});
  return nullptr;
}

// The element-wise function that the field names; null, with an error, where there is none.
const CatalogueEntry* find_element_wise(ObjectReader& reader, std::string_view key, std::string_view also = "") {
  const std::string_view id = reader.text(key);
  const CatalogueEntry* found = find(reader, key, id);
  if (reader.failed() || (found && found->element_wise())) return found;
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

}  // namespace

void read_dense(ObjectReader& layer, LayerSpec& spec, std::optional<Error>&, int) {
  layer.allow("type, units, bias");
  read_matrix(layer, spec);
}

void read_activation(ObjectReader& layer, LayerSpec& spec, std::optional<Error>& error, int width) {
  layer.allow("type, id, parameters, learned, channels");
  const std::string_view id = layer.text("id");
  if (layer.failed()) return;
  spec.activation = find(layer, "id", id);
  if (layer.failed()) return;
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

void read_plain_activation(ObjectReader& layer, LayerSpec& spec, std::optional<Error>&, int) {
  layer.allow("type, id");
  spec.activation = find_element_wise(layer, "id");
}

void read_batch_norm(ObjectReader& layer, LayerSpec& spec, std::optional<Error>&, int) {
  layer.allow("type, momentum, epsilon");
  spec.momentum = layer.number_or("momentum", {0.0, 1.0}, spec.momentum);
  spec.epsilon = layer.number_or("epsilon", {1e-12, 1.0}, spec.epsilon);
}

void read_maxout(ObjectReader& layer, LayerSpec& spec, std::optional<Error>& error, int width) {
  layer.allow("type, units, pieces, bias, least_squares");
  read_matrix(layer, spec);
  spec.pieces = layer.integer_or("pieces", pieces_range, 2);
  if (const Json found = layer.if_any("least_squares", JsonType::object)) {
    read_least_squares(found, spec, layer.path("least_squares"), error, width);
  }
}

void read_dropout(ObjectReader& layer, LayerSpec& spec, std::optional<Error>&, int) {
  layer.allow("type, rate");
  spec.rate = layer.number("rate", fraction);
}

}  // namespace playground
