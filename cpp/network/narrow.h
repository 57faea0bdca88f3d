// A training step of a narrow network, dense layers and functions without parameters, with samples as rows.
//
// The layers keep a batch feature by feature: each then waits for the last unit of the one below, and a batch of 10
// pads every unit to 12. With few units most of a step is such waiting and the way into loops of a few turns. Sample by
// sample, what a layer's first samples need is ready while the last ones are still under way, and widths known to the
// compiler make of a loop a row of instructions. Every sum is taken in the order in which the layers take it: the bits
// are theirs, and steps of both kinds mix freely.
//
// It keeps no signals for others: a step that a probe or an observer looks into is left to the layers.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "cpp/network/arena.h"
#include "cpp/network/spec.h"

namespace playground {

class NarrowStep {
 public:
  // For a network that make_narrow_step takes.
  NarrowStep(const NetworkSpec& spec, Arena& arena);

  // The batch: rows of x, [.][inputs].
  void load(const float* x, std::span<const uint32_t> rows);
  // Writes the raw outputs to output, [outputs][batch].
  void forward(const Matrix& output);
  // From dLoss/d(output), [outputs][batch], to the gradients of all tensors in the arena.
  void backward(const Matrix& gradient);

 private:
  // A dense layer and the function behind it.
  struct Stage {
    template <class Call>
    void with_products(Call&& call) const;

    // Of a row of what comes in and of what goes out; none where that is a single unit.
    int vectors_in = 0;
    int vectors_out = 0;
    int inputs = 0;
    Matrix weights;
    Matrix weight_gradients;
    const float* biases = nullptr;
    float* bias_gradients = nullptr;
    const ElementWiseKernels* kernels = nullptr;  // null: the identity
    float* turned = nullptr;                      // the weights' transpose, [inputs][units]
    Matrix output;                                // [batch][units], as all below
    float* slopes = nullptr;
    Matrix gradient;  // with respect to the pre-activations
  };
  template <int in, int out>
  struct Products;

  Buffer memory_;
  Matrix input_;
  std::vector<Stage> stages_;
};

// Null where a layer is too wide or too narrow for it, or of another kind. The arena has its memory.
std::unique_ptr<NarrowStep> make_narrow_step(const NetworkSpec& spec, Arena& arena);

}  // namespace playground
