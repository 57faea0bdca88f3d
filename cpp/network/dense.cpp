// z = W x + b.
#include "cpp/network/layer.h"

namespace playground {
namespace {

class Dense : public Layer {
 public:
  Dense(Arena& arena, int layer, int inputs, const LayerSpec& spec)
      : weight_(arena.add(std::to_string(layer) + ".weight", spec.units, inputs, true)),
        bias_(spec.bias ? arena.add(std::to_string(layer) + ".bias", 1, spec.units, false) : -1) {}

  void initialize(Arena& arena, const InitializationSpec& spec, Random& random) override {
    const Tensor& tensor = arena.tensors()[weight_];
    values_ = arena.matrix(weight_, Arena::values);
    gradients_ = arena.matrix(weight_, Arena::gradients);
    if (bias_ >= 0) {
      bias_values_ = arena.matrix(bias_, Arena::values).data;
      bias_gradients_ = arena.matrix(bias_, Arena::gradients).data;
    }
    for (int u = 0; u < tensor.rows; ++u) {
      for (int i = 0; i < tensor.columns; ++i) {
        values_.row(u)[i] = static_cast<float>(draw_weight(spec, tensor.columns, tensor.rows, random));
      }
    }
  }

  void forward(const Pass& pass) const override {
    multiply(values_, pass.workspace.before(pass.layer), bias_values_, pass.workspace.output(pass.layer));
  }

  Matrix backward(const Pass& pass, const Matrix& incoming, const Matrix& outgoing) const override {
    if (pass.gradients) {
      outer_product(incoming, pass.workspace.before(pass.layer), gradients_);
      if (bias_gradients_) row_sums(incoming, bias_gradients_);
    }
    if (outgoing.data) multiply_transposed(values_, incoming, outgoing);
    return outgoing;
  }

 private:
  int weight_;  // tensors; bias -1 where there is none
  int bias_;
  Matrix values_;
  Matrix gradients_;
  float* bias_values_ = nullptr;
  float* bias_gradients_ = nullptr;
};

}  // namespace

std::unique_ptr<Layer> make_dense(Arena& arena, int layer, int inputs, const LayerSpec& spec) {
  return std::make_unique<Dense>(arena, layer, inputs, spec);
}

}  // namespace playground
