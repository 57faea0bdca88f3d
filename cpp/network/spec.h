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

enum class LayerType { dense, activation, maxout };

struct LayerSpec {
  LayerType type = LayerType::dense;
  // dense, maxout
  int units = 0;
  bool bias = true;
  int pieces = 0;  // maxout
  // activation
  const CatalogueEntry* activation = nullptr;
  std::vector<float> parameters;       // one per parameter of the function
  std::vector<unsigned char> learned;  // likewise; nonzero where training changes it
  int channels = 1;                    // of learned parameters: 1, or one per unit
  bool sampled = false;                // stochastic: draws its parameters in training
};

enum class Loss { mean_squared_error, binary_cross_entropy, softmax_cross_entropy };
enum class OptimizerType { sgd, adam };

struct OptimizerSpec {
  OptimizerType type = OptimizerType::sgd;
  double learning_rate = 0.05;
  double momentum = 0.0;
  bool nesterov = false;
  double beta1 = 0.9;
  double beta2 = 0.999;
  double epsilon = 1e-8;
  double weight_decay = 0.0;
};

enum class Scheme { normal, xavier_normal, xavier_uniform, he_fan_in, he_fan_out, lecun_normal };

struct InitializationSpec {
  Scheme scheme = Scheme::xavier_normal;
  double scale = 0.1;  // standard deviation of Scheme::normal
  double gain = 1.0;   // multiplies every weight drawn
};

struct NetworkSpec {
  int inputs = 0;
  std::vector<LayerSpec> layers;
  Loss loss = Loss::mean_squared_error;
  OptimizerSpec optimizer;
  double l1 = 0.0;
  int batch_size = 32;
  bool shuffle = false;
  uint32_t seed = 1;
  InitializationSpec initialization;
  std::optional<DatasetOptions> dataset;

  // Widths of the layers' outputs.
  std::vector<int> widths() const;
  int outputs() const;
};

struct Range {
  double minimum;
  double maximum;
};

// What the reader accepts and set_learning_rate and set_batch_size repeat.
inline constexpr Range learning_rate_range{0.0, 1e6};
inline constexpr Range batch_size_range{1, 65536};

// Reads and validates the JSON form. The error names the field, what was found and what is valid.
Result<NetworkSpec> read_spec(std::string_view json);

// "optimizer.learning_rate must be between 0 and 1e+06, not -1".
Error out_of_range(std::string path, double found, Range range);

}  // namespace playground
