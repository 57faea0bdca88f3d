// A restricted Boltzmann machine of Bernoulli units, trained by one step of contrastive divergence.
#pragma once

#include <vector>

#include "cpp/math/random.h"
#include "cpp/network/arena.h"
#include "cpp/network/spec.h"

namespace playground {

class Rbm {
 public:
  // x: rows x inputs, row-major; weights [units][inputs] and biases [units]: where it starts.
  Rbm(std::vector<float> x, const Matrix& weights, int inputs, const float* biases);

  // Goes through all rows once, in a new order.
  void epoch(const PretrainingSpec& spec, Random& random);
  // Mean squared difference between the inputs, on the scale of [0, 1], and their reconstruction from the hidden units'
  // probabilities.
  float error();
  // The weights and biases that act on x itself.
  void write(const Matrix& weights, float* biases) const;
  bool finite() const;

 private:
  // A matrix of signals for up to `batch` rows.
  struct Signals {
    Buffer memory;
    Matrix matrix;
  };
  static Signals signals(int rows, int columns);

  void use_batch(int size);
  void load(const uint32_t* rows, int count);
  void hidden_of(const Matrix& visible, const Matrix& hidden, int count) const;
  void visible_of(const Matrix& hidden, const Matrix& visible, int count) const;
  void learn(float rate, int count);

  int inputs_;
  int units_;
  int rows_;
  std::vector<float> x_;      // in [0, 1]
  std::vector<float> low_;    // of every input
  std::vector<float> scale_;  // 1 / (highest - lowest); 0 where they are equal
  Buffer weight_memory_;
  Matrix weights_;
  Buffer hidden_bias_;
  Buffer visible_bias_;
  int batch_ = 0;
  Signals visible_, hidden_, sample_, visible_again_, hidden_again_;
  Signals positive_, negative_;  // products of hidden and visible
  Buffer turned_;                // room for the transpose of the visible signals
};

}  // namespace playground
