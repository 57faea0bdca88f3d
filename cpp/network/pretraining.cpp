#include "cpp/network/pretraining.h"

#include "cpp/network/network.h"
#include "cpp/network/rbm.h"

namespace playground {

class Pretrainer {
 public:
  Pretrainer(Network& network, std::vector<Reconstruction>& account) : network_(network), account_(account) {}

  std::optional<Error> run() {
    const std::vector<LayerSpec>& layers = network_.spec().layers;
    int last = static_cast<int>(layers.size()) - 1;
    while (last > 0 && !layers[last].has_weights()) --last;
    for (int l = 0; l < last; ++l) {
      if (layers[l].type != LayerType::dense) continue;
      account_.push_back({l, {}});
      const bool good = spec().method == PretrainingMethod::rbm ? rbm(l) : autoencoder(l);
      if (!good) {
        return complain("diverged", "pretraining.learning_rate",
                        {" is too high: pre-training of layers[", std::to_string(l), "] left the finite numbers"});
      }
    }
    return std::nullopt;
  }

 private:
  const PretrainingSpec& spec() const { return *network_.spec().pretraining; }
  Random random(int l) const { return {network_.spec().seed, Stream::pretraining, static_cast<uint32_t>(l)}; }
  void note(float error) { account_.back().errors.push_back(error); }

  // What comes into a layer over the training rows: rows x inputs.
  std::vector<float> inputs_of(int l) {
    std::vector<float> x;
    network_.evaluate(0, network_.data().train_rows, false, [&](const Targets&, int samples) {
      const Matrix& below = network_.evaluation_->before(l);
      for (int b = 0; b < samples; ++b) {
        for (int i = 0; i < below.rows; ++i) x.push_back(below.row(i)[b]);
      }
    });
    return x;
  }

  bool rbm(int l) {
    Arena& arena = network_.arena();
    const std::string key = std::to_string(l);
    const int tensor = arena.find(key + ".weight");
    const Matrix weights = arena.matrix(tensor, Arena::values);
    float* biases = arena.matrix(arena.find(key + ".bias"), Arena::values).data;
    Rbm machine(inputs_of(l), weights, arena.tensors()[tensor].columns, biases);
    Random chance = random(l);
    note(machine.error());
    for (int epoch = 0; epoch < spec().epochs && machine.finite(); ++epoch) {
      machine.epoch(spec(), chance);
      note(machine.error());
    }
    machine.write(weights, biases);
    return machine.finite();
  }

  // The layers from l to the next one with weights, and a decoder.
  NetworkSpec encoder_spec(int l, int inputs) const {
    const NetworkSpec& whole = network_.spec();
    NetworkSpec made;
    made.inputs = inputs;
    size_t end = static_cast<size_t>(l) + 1;
    while (!whole.layers[end].has_weights()) ++end;
    made.layers.assign(whole.layers.begin() + l, whole.layers.begin() + static_cast<ptrdiff_t>(end));
    LayerSpec& decoder = made.layers.emplace_back();
    decoder.units = inputs;
    made.optimizer.type = OptimizerType::adam;
    made.optimizer.learning_rate = spec().learning_rate;
    made.batch_size = spec().batch_size;
    made.shuffle = true;
    made.seed = random(l).next();
    made.initialization = whole.initialization;
    return made;
  }

  bool autoencoder(int l) {
    Dataset data;
    data.x = inputs_of(l);
    data.rows = data.train_rows = network_.data().train_rows;
    data.inputs = data.outputs = static_cast<int>(data.x.size()) / data.rows;
    data.y = data.x;
    NetworkSpec made = encoder_spec(l, data.inputs);
    const int steps = (data.rows + made.batch_size - 1) / made.batch_size;
    auto result = Network::make(std::move(made), std::move(data));
    const std::unique_ptr<Network> encoder = std::move(*result);
    copy(network_, l, *encoder, 0, *encoder);
    std::vector<float> losses(steps);
    note(encoder->score(true).loss);
    for (int epoch = 0; epoch < spec().epochs; ++epoch) {
      encoder->train(steps, losses.data());
      if (encoder->diverged_at() >= 0) return false;
      note(encoder->score(true).loss);
    }
    copy(*encoder, 0, network_, l, *encoder);
    return true;
  }

  // Copies the values of the encoder's layers, all but the decoder, between two networks in which its first layer has
  // the given places.
  static void copy(Network& from, int from_first, Network& to, int to_first, Network& encoder) {
    const int layers = static_cast<int>(encoder.spec().layers.size()) - 1;
    for (const Tensor& tensor : encoder.arena().tensors()) {
      const size_t dot = tensor.key.find('.');
      int layer = 0;
      while (std::to_string(layer) != tensor.key.substr(0, dot)) ++layer;
      if (layer >= layers) continue;
      const auto place = [&](Network& network, int first) {
        return network.arena().find(std::to_string(first + layer) + tensor.key.substr(dot));
      };
      std::vector<float> values(tensor.size());
      from.arena().read(place(from, from_first), Arena::values, values.data());
      to.arena().write(place(to, to_first), Arena::values, values.data());
    }
  }

  Network& network_;
  std::vector<Reconstruction>& account_;
};

std::optional<Error> pretrain(Network& network, std::vector<Reconstruction>& account) {
  return Pretrainer(network, account).run();
}

}  // namespace playground
