// The layers of a spec: what each type says of itself. Every error names the field, what was found and what is valid.
#pragma once

#include "cpp/network/json.h"

namespace playground {

inline constexpr Range units_range{1, 4096};

// width: of the layer's input.
void read_dense(ObjectReader& layer, LayerSpec& spec, std::optional<Error>& error, int width);
void read_activation(ObjectReader& layer, LayerSpec& spec, std::optional<Error>& error, int width);
void read_maxout(ObjectReader& layer, LayerSpec& spec, std::optional<Error>& error, int width);
void read_batch_norm(ObjectReader& layer, LayerSpec& spec, std::optional<Error>& error, int width);
void read_dropout(ObjectReader& layer, LayerSpec& spec, std::optional<Error>& error, int width);

// activation in a module whose functions are all element-wise and without parameters.
void read_plain_activation(ObjectReader& layer, LayerSpec& spec, std::optional<Error>& error, int width);

}  // namespace playground
