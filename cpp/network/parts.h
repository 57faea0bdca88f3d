// What a module is made of: every layer, loss, optimiser and extra that a spec can ask for. The reader and the trainer
// reach them through this table alone, so that an executable that defines `parts` itself replaces parts.cpp, and with
// it drops all that its own table does not list. What is not listed is refused as unknown.
#pragma once

#include <memory>
#include <span>

#include "cpp/network/error.h"
#include "cpp/network/function_ref.h"
#include "cpp/network/json.h"
#include "cpp/network/layer.h"
#include "cpp/network/loss.h"
#include "cpp/network/narrow.h"
#include "cpp/network/pretraining.h"

namespace playground {

struct LayerPart {
  const char* name;
  // width: of the layer's input.
  void (*read)(ObjectReader& layer, LayerSpec& spec, std::optional<Error>& error, int width);
  std::unique_ptr<Layer> (*make)(Arena& arena, int layer, int width, const LayerSpec& spec);
};

struct LossPart {
  const char* name;
  double (*loss_and_gradient)(const NetworkSpec& spec, const Matrix& output, const Targets& targets, int samples,
                              float scale, const Matrix& gradient);
};

struct OptimizerPart {
  const char* name;
  const char* fields;
  bool (*update)(Arena& arena, const NetworkSpec& spec, uint64_t step);
};

struct Parts {
  std::string_view fields;                    // of the spec
  std::span<const LayerPart> layers;          // in the order of LayerType,
  std::span<const LossPart> losses;           // Loss,
  std::span<const OptimizerPart> optimizers;  // OptimizerType,
  std::string_view schemes;                   // and Scheme
  bool penalties;                             // l1 and clip_norm
  bool given_data;                            // rows that come with the spec: tables, the caller's own
  bool paired_histograms;                     // faster looks, which a module that never observes can do without

  // Null where the module does without.
  // A function that the spec writes out ("=x * tanh(a * x)"); null where the text is a mere name.
  Result<const CatalogueEntry*> (*define)(std::string_view text);
  // The fields of the spec that are about training and not in every module.
  void (*read_extras)(ObjectReader& root, NetworkSpec& spec, std::optional<Error>& error);
  std::unique_ptr<NarrowStep> (*make_narrow_step)(const NetworkSpec& spec, Arena& arena);
  double (*scheduled_rate)(const NetworkSpec& spec, uint64_t update);
  double (*measured_gain)(const NetworkSpec& spec, int layer);
  void (*orthonormalize)(std::vector<double>& matrix, int rows, int columns);
  void (*start_by_least_squares)(Arena& arena, int layer, const LayerSpec& spec, const Dataset& data);
  std::optional<Error> (*check_pretraining)(const NetworkSpec& spec);
  std::optional<Error> (*pretrain)(Network& network, std::vector<Reconstruction>& account);

  bool has(LayerType type) const { return static_cast<size_t>(type) < layers.size(); }
};

extern const Parts parts;

}  // namespace playground
