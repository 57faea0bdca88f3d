#include "cpp/network/spec_training.h"

#include <cmath>

#include "cpp/network/parts.h"

namespace playground {
namespace {

constexpr Range penalty{0, 1e3};

void read_loss_parameters(Json json, NetworkSpec& spec, std::optional<Error>& error) {
  ObjectReader reader(json, "loss_parameters", error, spec.loss == Loss::huber ? "delta" : "");
  spec.delta = reader.number_or("delta", {1e-6, 1e6}, spec.delta);
}

void read_optimizer(Json json, OptimizerSpec& spec, std::optional<Error>& error) {
  ObjectReader reader(json, "optimizer", error);
  const int type =
      reader.choice("type", names_of(parts.optimizers, [](const OptimizerPart& part) { return part.name; }));
  if (reader.failed()) return;
  spec.type = static_cast<OptimizerType>(type);
  reader.allow(parts.optimizers[static_cast<size_t>(type)].fields);
  if (spec.type == OptimizerType::adamw) spec.weight_decay = 0.01;
  if (spec.type == OptimizerType::adagrad) spec.epsilon = 1e-10;
  spec.learning_rate = reader.number("learning_rate", learning_rate_range);
  spec.weight_decay = reader.number_or("weight_decay", penalty, spec.weight_decay);
  spec.momentum = reader.number_or("momentum", fraction, spec.momentum);
  spec.nesterov = reader.boolean_or("nesterov", spec.nesterov);
  spec.beta1 = reader.number_or("beta1", fraction, spec.beta1);
  spec.beta2 = reader.number_or("beta2", fraction, spec.beta2);
  spec.alpha = reader.number_or("alpha", fraction, spec.alpha);
  spec.centered = reader.boolean_or("centered", spec.centered);
  spec.epsilon = reader.number_or("epsilon", {1e-30, 1.0}, spec.epsilon);
  spec.initial_accumulator = reader.number_or("initial_accumulator", {0.0, 1e6}, spec.initial_accumulator);
}

void read_schedule(Json json, ScheduleSpec& spec, std::optional<Error>& error) {
  constexpr const char* fields[] = {"type", "type, every, factor", "type, steps, minimum"};
  ObjectReader reader(json, "schedule", error);
  spec.type = static_cast<ScheduleType>(reader.choice("type", "constant, step, cosine"));
  if (reader.failed()) return;
  reader.allow(fields[static_cast<int>(spec.type)]);
  if (spec.type == ScheduleType::step) {
    spec.every = reader.integer("every", count_range);
    spec.factor = reader.number_or("factor", {0.0, 1.0}, spec.factor);
  } else if (spec.type == ScheduleType::cosine) {
    spec.steps = reader.integer("steps", count_range);
    spec.minimum = reader.number_or("minimum", learning_rate_range, spec.minimum);
  }
}

// The gain of PyTorch's kaiming_normal_ and kaiming_uniform_; he_fan_in and he_fan_out have it in their variance.
double usual_gain(Scheme scheme) {
  const bool he = scheme >= Scheme::he_normal_fan_in && scheme <= Scheme::he_uniform_fan_out;
  return he ? std::sqrt(2.0) : 1.0;
}

void read_initialization(Json json, InitializationSpec& spec, std::optional<Error>& error) {
  ObjectReader reader(json, "initialization", error, "scheme, scale, gain, bias");
  spec.scheme = static_cast<Scheme>(reader.choice("scheme", parts.schemes));
  spec.scale = reader.number_or("scale", {0.0, 1e3}, spec.scale);
  spec.measured = parts.measured_gain && reader.says("gain", "measured");
  spec.gain = spec.measured ? 1.0 : reader.number_or("gain", {0.0, 1e3}, usual_gain(spec.scheme));
  spec.bias = reader.number_or("bias", {-1e3, 1e3}, spec.bias);
}

void read_pretraining(Json json, PretrainingSpec& spec, std::optional<Error>& error) {
  ObjectReader reader(json, "pretraining", error, "method, epochs, learning_rate, batch_size");
  spec.method = static_cast<PretrainingMethod>(reader.choice("method", "autoencoder, rbm"));
  spec.epochs = reader.integer("epochs", {1, 10000});
  spec.learning_rate = reader.number_or("learning_rate", learning_rate_range,
                                        spec.method == PretrainingMethod::rbm ? 0.1 : spec.learning_rate);
  // At least 2: an encoder may hold batch normalisation.
  spec.batch_size = reader.integer_or("batch_size", {2, batch_size_range.maximum}, spec.batch_size);
}

}  // namespace

void read_training(ObjectReader& root, NetworkSpec& spec, std::optional<Error>& error) {
  spec.loss =
      static_cast<Loss>(root.choice("loss", names_of(parts.losses, [](const LossPart& part) { return part.name; })));
  if (const Json found = root.required("optimizer", JsonType::object)) read_optimizer(found, spec.optimizer, error);
  if (const Json found = root.if_any("initialization", JsonType::object)) {
    read_initialization(found, spec.initialization, error);
  }
  if (parts.read_extras) parts.read_extras(root, spec, error);
}

void read_extras(ObjectReader& root, NetworkSpec& spec, std::optional<Error>& error) {
  if (const Json found = root.if_any("loss_parameters", JsonType::object)) read_loss_parameters(found, spec, error);
  spec.l1 = root.number_or("l1", penalty, 0.0);
  spec.clip_norm = root.number_or("clip_norm", {0.0, 1e9}, 0.0);
  if (const Json found = root.if_any("schedule", JsonType::object)) read_schedule(found, spec.schedule, error);
  if (const Json found = root.if_any("pretraining", JsonType::object)) {
    read_pretraining(found, spec.pretraining.emplace(), error);
  }
}

}  // namespace playground
