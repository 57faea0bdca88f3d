// The starter: what the page's own settings can ask of a network of functions without parameters on data that the
// engine makes; the digits come in a file as large as the starter. Whatever else a spec names it refuses, and the whole
// engine is asked (web/engine/starter.ts).
#include "cpp/bindings/catalogue.h"
#include "cpp/network/optimizer.h"
#include "cpp/network/parts.h"
#include "cpp/network/spec_layers.h"

namespace playground {
namespace {

constexpr LayerPart layers[] = {
    {"dense", read_dense, make_dense},
    {"activation", read_plain_activation, make_plain_activation},
};

constexpr LossPart losses[] = {
    {"mean_squared_error", mean_squared_error},
    {"binary_cross_entropy", binary_cross_entropy},
};

constexpr OptimizerPart optimizers[] = {
    {"sgd", "type, learning_rate, momentum", update_by_sgd},
    {"adam", "type, learning_rate", update_by_adam},
};

}  // namespace

const CatalogueEntry& entry_at(int index) { return catalogue()[static_cast<size_t>(index)]; }

constinit const Parts parts{
    .fields = "inputs, layers, loss, optimizer, batch_size, shuffle, seed, initialization, dataset",
    .layers = layers,
    .losses = losses,
    .optimizers = optimizers,
    .schemes = "normal, xavier_normal, xavier_uniform, he_fan_in, he_fan_out, lecun_normal",
};

}  // namespace playground
