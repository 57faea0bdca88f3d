// z = W x + b with its gradients: what dense and Maxout layers share.
#pragma once

#include <algorithm>
#include <string>

#include "cpp/network/layer.h"

namespace playground {

class Affine {
 public:
  // Tensors "<layer>.weight" [rows][inputs] and, with a bias, "<layer>.bias" [rows].
  Affine(Arena& arena, int layer, int rows, int inputs, bool bias)
      : weight_(arena.add(std::to_string(layer) + ".weight", rows, inputs, true)),
        bias_(bias ? arena.add(std::to_string(layer) + ".bias", 1, rows, false) : -1) {}

  // Learns where the tensors lie, when the arena has its memory.
  void find(Arena& arena) {
    weights = arena.matrix(weight_, Arena::values);
    weight_gradients_ = arena.matrix(weight_, Arena::gradients);
    inputs = arena.tensors()[weight_].columns;
    if (bias_ < 0) return;
    biases_ = arena.matrix(bias_, Arena::values).data;
    bias_gradients_ = arena.matrix(bias_, Arena::gradients).data;
  }

  void set_biases(float value) const {
    if (biases_) std::fill_n(biases_, weights.rows, value);
  }

  void forward(const Matrix& x, const Matrix& z) const { multiply(weights, x, biases_, z); }

  // dz: dLoss/dz. Writes dLoss/dx to dx unless its data is null, and the tensors' gradients where asked for.
  void backward(const Pass& pass, const Matrix& dz, const Matrix& dx) const {
    const Matrix& x = pass.workspace.before(pass.layer);
    if (pass.gradients != Gradients::none) {
      outer_product(dz, x, pass.workspace.columns(), pass.workspace.turned(), weight_gradients_);
      if (bias_gradients_) row_sums(dz, bias_gradients_);
    }
    if (dx.data) multiply_transposed(weights, dz, pass.slopes_below, dx);
  }

  Matrix weights;
  int inputs = 0;

 private:
  int weight_;
  int bias_;  // -1: none
  Matrix weight_gradients_;
  float* biases_ = nullptr;
  float* bias_gradients_ = nullptr;
};

}  // namespace playground
