// What determines a network and its training, every bit of it: the NetworkSpec of the public contract.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cpp/catalogue/catalogue.h"
#include "cpp/datasets/dataset.h"
#include "cpp/network/error.h"

namespace playground {

enum class LayerType { dense, activation, maxout, batch_norm, dropout };

// Where a Maxout layer starts: its pieces fitted to a curve, interval by interval (maxout_start.h).
struct LeastSquaresSpec {
  const CatalogueEntry* target = nullptr;  // null: the training data itself
  double low = -3.0;
  double high = 3.0;
};

struct LayerSpec {
  LayerType type = LayerType::dense;
  // dense, maxout
  int units = 0;
  bool bias = true;
  // maxout
  int pieces = 0;
  std::optional<LeastSquaresSpec> least_squares;
  // activation
  const CatalogueEntry* activation = nullptr;
  std::vector<float> parameters;       // one per parameter of the function
  std::vector<unsigned char> learned;  // likewise; nonzero where training changes it
  int channels = 1;                    // of learned parameters: 1, or one per unit
  bool sampled = false;                // stochastic: draws its parameters in training
  // batch_norm
  double momentum = 0.1;  // weight of the new value in the running statistics
  double epsilon = 1e-5;
  // dropout: the probability with which a value becomes zero in training
  double rate = 0.5;

  // It multiplies by a matrix of weights: what initialisation draws and L1 acts on.
  bool has_weights() const { return type == LayerType::dense || type == LayerType::maxout; }

  // A function of one number per unit: it has a slope there, and leaves the width as it is.
  bool element_wise() const { return type == LayerType::activation && activation->element_wise(); }
  // Of the output, given the input's.
  int width(int inputs) const;
};

enum class Loss { mean_squared_error, binary_cross_entropy, softmax_cross_entropy, huber };
enum class OptimizerType { sgd, adam, adamw, rmsprop, adagrad };

// Defaults are PyTorch's; those that depend on the type are set by the reader.
struct OptimizerSpec {
  OptimizerType type = OptimizerType::sgd;
  double learning_rate = 0.05;
  double weight_decay = 0.0;
  double momentum = 0.0;
  bool nesterov = false;
  double beta1 = 0.9;
  double beta2 = 0.999;
  double alpha = 0.99;  // rmsprop: what the mean square keeps of itself in a step
  bool centered = false;
  double epsilon = 1e-8;
  double initial_accumulator = 0.0;
};

enum class ScheduleType { constant, step, cosine };

// What the learning rate is multiplied with or led to over the updates.
struct ScheduleSpec {
  ScheduleType type = ScheduleType::constant;
  int every = 1000;      // step: updates between two changes
  double factor = 0.1;   // step: of each change
  int steps = 1000;      // cosine: updates until the minimum, which then stays
  double minimum = 0.0;  // cosine: the last learning rate
};

enum class Scheme {
  normal,
  xavier_normal,
  xavier_uniform,
  he_fan_in,
  he_fan_out,
  lecun_normal,
  uniform,
  he_normal_fan_in,
  he_normal_fan_out,
  he_uniform_fan_in,
  he_uniform_fan_out,
  lecun_uniform,
  torch_linear_default,
  orthogonal,
};

struct InitializationSpec {
  Scheme scheme = Scheme::xavier_normal;
  double scale = 0.1;     // standard deviation of Scheme::normal, bound of Scheme::uniform
  double gain = 1.0;      // multiplies every weight drawn
  bool measured = false;  // the gain is 1 / sqrt(E f(Z)^2) of the function that follows each layer, Z ~ N(0, 1)
  double bias = 0.0;      // of every dense and Maxout layer but the last
};

enum class PretrainingMethod { autoencoder, rbm };

// Greedy layer-wise pre-training (pretraining.h).
struct PretrainingSpec {
  PretrainingMethod method = PretrainingMethod::autoencoder;
  int epochs = 10;
  double learning_rate = 0.01;
  int batch_size = 32;
};

struct NetworkSpec {
  std::string json;  // what it was read from
  int inputs = 0;
  std::vector<LayerSpec> layers;
  Loss loss = Loss::mean_squared_error;
  double delta = 1.0;  // huber: where the square becomes a line
  OptimizerSpec optimizer;
  ScheduleSpec schedule;
  double l1 = 0.0;
  double clip_norm = 0.0;  // largest norm of all gradients together; 0: any
  int batch_size = 32;
  bool shuffle = false;
  uint32_t seed = 1;
  InitializationSpec initialization;
  std::optional<PretrainingSpec> pretraining;
  std::optional<DatasetOptions> dataset;

  // Widths of the layers' outputs.
  std::vector<int> widths() const;
  int outputs() const;
  bool classifies() const { return loss == Loss::binary_cross_entropy || loss == Loss::softmax_cross_entropy; }
};

struct Range {
  double minimum;
  double maximum;
};

// What the reader accepts in several places, and what set_learning_rate and set_batch_size repeat.
inline constexpr Range fraction{0.0, 0.999999};
inline constexpr Range count_range{1, 1e9};
inline constexpr Range learning_rate_range{0.0, 1e6};
inline constexpr Range batch_size_range{1, 65536};

// Reads and validates the JSON form. The error names the field, what was found and what is valid.
Result<NetworkSpec> read_spec(std::string_view json);

// What does not fit together although every field is valid by itself, if anything: batch normalisation and a batch of
// one, sizes and memory, pre-training and layers.
std::optional<Error> check(const NetworkSpec& spec);

// Of these, what is about pre-training.
std::optional<Error> check_pretraining(const NetworkSpec& spec);

// "optimizer.learning_rate must be between 0 and 1e+06, not -1".
Error out_of_range(std::string path, double found, Range range);

}  // namespace playground
