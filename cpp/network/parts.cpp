// The whole engine.
#include "cpp/network/parts.h"

#include "cpp/expression/own_function.h"
#include "cpp/network/maxout_start.h"
#include "cpp/network/narrow.h"
#include "cpp/network/optimizer.h"
#include "cpp/network/spec_layers.h"
#include "cpp/network/spec_training.h"

namespace playground {
namespace {

constexpr LayerPart layers[] = {
    {"dense", read_dense, make_dense},       {"activation", read_activation, make_activation},
    {"maxout", read_maxout, make_maxout},    {"batch_norm", read_batch_norm, make_batch_norm},
    {"dropout", read_dropout, make_dropout},
};

constexpr LossPart losses[] = {
    {"mean_squared_error", mean_squared_error},
    {"binary_cross_entropy", binary_cross_entropy},
    {"softmax_cross_entropy", softmax_cross_entropy},
    {"huber", huber},
};

constexpr OptimizerPart optimizers[] = {
    {"sgd", "type, learning_rate, momentum, nesterov, weight_decay", update_by_sgd},
    {"adam", "type, learning_rate, beta1, beta2, epsilon, weight_decay", update_by_adam},
    {"adamw", "type, learning_rate, beta1, beta2, epsilon, weight_decay", update_by_adamw},
    {"rmsprop", "type, learning_rate, alpha, centered, epsilon, momentum, weight_decay", update_by_rmsprop},
    {"adagrad", "type, learning_rate, initial_accumulator, epsilon, weight_decay", update_by_adagrad},
};

Result<const CatalogueEntry*> define(std::string_view text) {
  if (!text.starts_with(own_mark)) return nullptr;
  const auto defined = define_own(text);
  if (const auto* entry = std::get_if<const CatalogueEntry*>(&defined)) return *entry;
  const auto& error = std::get<ExpressionError>(defined);
  return Error{"expression", "", error.message + ", at position " + std::to_string(error.position)};
}

}  // namespace

constinit const Parts parts{
    .fields =
        "inputs, layers, loss, loss_parameters, optimizer, schedule, l1, clip_norm, batch_size, shuffle, seed, "
        "initialization, pretraining, dataset",
    .layers = layers,
    .losses = losses,
    .optimizers = optimizers,
    .schemes =
        "normal, xavier_normal, xavier_uniform, he_fan_in, he_fan_out, lecun_normal, uniform, "
        "he_normal_fan_in, he_normal_fan_out, he_uniform_fan_in, he_uniform_fan_out, lecun_uniform, "
        "torch_linear_default, orthogonal",
    .penalties = true,
    .given_data = true,
    .paired_histograms = true,
    .define = define,
    .read_extras = read_extras,
    .make_narrow_step = make_narrow_step,
    .scheduled_rate = scheduled_rate,
    .measured_gain = measured_gain,
    .orthonormalize = orthonormalize,
    .start_by_least_squares = start_by_least_squares,
    .check_pretraining = check_pretraining,
    .pretrain = pretrain,
};

}  // namespace playground
