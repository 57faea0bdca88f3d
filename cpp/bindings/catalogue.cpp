// catalogue(), evaluate() and properties() of the public contract.
#include "cpp/bindings/catalogue.h"

#include <emscripten/bind.h>

#include "cpp/analysis/properties.h"
#include "cpp/bindings/transfer.h"
#include "cpp/datasets/dataset.h"

namespace playground {
namespace {

const char* name_of(Kind kind) {
  switch (kind) {
    case Kind::elementwise:
      return "elementwise";
    case Kind::parametric_learned:
      return "parametric-learned";
    case Kind::stochastic:
      return "stochastic";
    case Kind::row_wise:
      return "row-wise";
    case Kind::gated:
      return "gated";
    case Kind::pooled:
      return "pooled";
  }
  return "";
}

void write(JsonWriter& json, const Parameter& parameter) {
  json.open('{').key("name").text(parameter.name).key("latex").text(parameter.latex);
  json.key("default").number(parameter.initial).key("min").number(parameter.minimum);
  json.key("max").number(parameter.maximum).key("integer").boolean(parameter.integer);
  json.key("learned").boolean(parameter.learned);
  static constexpr const char* laws[] = {"", "uniform", "normal", "half-normal"};
  if (parameter.noise != Noise::none) {
    json.key("noise").open('{').key("law").text(laws[static_cast<int>(parameter.noise)]);
    json.key("low").number(parameter.noise_low).key("high").number(parameter.noise_high).close('}');
  }
  json.close('}');
}

void write(JsonWriter& json, const Frameworks& frameworks) {
  const auto entry = [&](const char* framework, const char* name) {
    if (name) json.key(framework).text(name);
  };
  json.open('{');
  entry("pytorch", frameworks.pytorch);
  entry("keras", frameworks.keras);
  entry("jax", frameworks.jax);
  entry("tensorflow", frameworks.tensorflow);
  entry("onnx", frameworks.onnx);
  json.close('}');
}

}  // namespace

void write(JsonWriter& json, const CatalogueEntry& entry) {
  const Description& d = *entry.description;
  const auto bound = [](int ulp) { return ulp == no_bound ? std::numeric_limits<double>::infinity() : ulp; };
  json.open('{').key("id").text(d.id);
  json.key("name").open('{').key("en").text(d.name_en).key("zh").text(d.name_zh).close('}');
  json.key("kind").text(name_of(d.kind)).key("elementWise").boolean(entry.element_wise());
  json.key("formula").text(d.formula).key("derivative").text(d.derivative);
  json.key("parameters").open('[');
  for (const Parameter& parameter : entry.parameters) write(json, parameter);
  json.close(']');
  write(json.key("frameworks"), d.frameworks);
  json.key("aliases").text(d.aliases).key("inSurvey").boolean(d.in_survey);
  json.key("bound")
      .open('{')
      .key("value")
      .number(bound(d.bound.value_ulp))
      .key("slope")
      .number(bound(d.bound.slope_ulp))
      .close('}');
  json.close('}');
}

namespace {

void write_catalogue() {
  JsonWriter json(transfer.output_text);
  json.open('[');
  for (const CatalogueEntry& entry : catalogue()) write(json, entry);
  json.close(']');
}

void write_datasets() {
  JsonWriter json(transfer.output_text);
  json.open('[');
  for (const DatasetInfo& info : dataset_catalogue()) {
    json.open('{').key("name").text(info.name).key("inputs").number(info.inputs).key("classes").number(info.classes);
    json.key("size").open('{').key("default").number(info.default_size).key("min").number(info.min_size);
    json.key("max").number(info.max_size).close('}');
    json.key("noise").open('{').key("default").number(info.default_noise).key("max").number(info.max_noise).close('}');
    json.key("split").open('{').key("default").number(info.default_split).key("min").number(min_split);
    json.key("max").number(max_split).close('}').close('}');
  }
  json.close(']');
}

// Input: n values of x, then the function's parameters. Output: value, slope and one array per parameter that has a
// slope, n each. The entry is element-wise and the parameters are in range: the caller has seen to it.
void evaluate(int entry_index, int n) {
  const CatalogueEntry& entry = entry_at(entry_index);
  const float* x = transfer.input.data();
  const float* parameters = x + n;
  const size_t count = entry.kernels->has_parameter_slopes() ? entry.parameters.size() : 0;
  transfer.output.resize(static_cast<size_t>(n) * (2 + count));
  float* value = transfer.output.data();
  entry.kernels->value_and_slope(parameters, x, value, value + n, n);
  std::vector<float*> slopes(count);
  for (size_t k = 0; k < count; ++k) slopes[k] = value + static_cast<size_t>(n) * (2 + k);
  if (count) entry.kernels->parameter_slopes(parameters, x, slopes.data(), n);
}

void write(JsonWriter& json, std::span<const Jump> jumps) {
  json.open('[');
  for (const Jump& jump : jumps) {
    json.open('{').key("x").number(jump.x).key("left").number(jump.left).key("at").number(jump.at);
    json.key("right").number(jump.right).close('}');
  }
  json.close(']');
}

// Input: the function's parameters; checked as for evaluate.
void write_properties(int entry_index) {
  static constexpr const char* saturations[] = {"none", "soft", "hard"};
  static constexpr const char* continuities[] = {"discontinuous", "C0", "C1", "C2", "C-inf"};
  static constexpr const char* directions[] = {"none", "weakly increasing", "strictly increasing", "weakly decreasing",
                                               "strictly decreasing"};
  static constexpr const char* symmetries[] = {"none", "odd", "even"};
  const Properties p = measure(entry_at(entry_index), transfer.input);
  JsonWriter json(transfer.output_text);
  json.open('{').key("range").open('{').key("low").number(p.lowest).key("lowAttained").boolean(p.lowest_attained);
  json.key("high").number(p.highest).key("highAttained").boolean(p.highest_attained).close('}');
  json.key("bounded").boolean(p.bounded());
  json.key("monotonic").text(directions[static_cast<int>(p.monotonicity)]);
  json.key("symmetry").text(symmetries[static_cast<int>(p.symmetry)]);
  json.key("zeroAtOrigin").boolean(p.zero_at_origin);
  json.key("continuity").text(continuities[static_cast<int>(p.continuity)]);
  json.key("slopeBound").number(p.slope_bound);
  json.key("leftSaturation").text(saturations[static_cast<int>(p.left)]);
  json.key("rightSaturation").text(saturations[static_cast<int>(p.right)]);
  json.key("leftSaturationEnd").number(p.left_end).key("rightSaturationEnd").number(p.right_end);
  write(json.key("valueJumps"), p.value_jumps);
  write(json.key("slopeJumps"), p.slope_jumps);
  json.key("gaussianMoments").open('{').key("mean").number(p.mean_value).key("meanSquare").number(p.mean_square);
  json.key("meanSquareSlope").number(p.mean_square_slope).close('}');
  json.key("gain").open('{').key("forward").number(p.forward_gain()).key("backward").number(p.backward_gain());
  json.close('}').key("sparsity").number(p.sparsity);
  json.close('}');
}

}  // namespace

EMSCRIPTEN_BINDINGS(catalogue) {
  emscripten::function("catalogue", &write_catalogue);
  emscripten::function("datasets", &write_datasets);
  emscripten::function("evaluate", &evaluate);
  emscripten::function("properties", &write_properties);
}

}  // namespace playground
