// z = W x + b.
#include "cpp/network/layer.h"

namespace playground {
namespace {

class Dense : public Layer {
 public:
  Dense(Arena& arena, int layer, int inputs, const LayerSpec& spec)
      : weight_(arena.add(std::to_string(layer) + ".weight", spec.units, inputs, true)),
        bias_(spec.bias ? arena.add(std::to_string(layer) + ".bias", 1, spec.units, false) : -1) {}

  void initialize(Arena& arena, const InitializationSpec& spec, Random& random) const override {
    const Tensor& tensor = arena.tensors()[weight_];
    const Matrix weight = arena.matrix(weight_, Arena::values);
    for (int u = 0; u < tensor.rows; ++u) {
      for (int i = 0; i < tensor.columns; ++i) {
        weight.row(u)[i] = static_cast<float>(draw_weight(spec, tensor.columns, tensor.rows, random));
      }
    }
  }

  void forward(const Pass& pass) const override {
    multiply(pass.arena.matrix(weight_, Arena::values), pass.workspace.before(pass.layer), bias(pass, Arena::values),
             pass.workspace.output(pass.layer));
  }

  Matrix backward(const Pass& pass, const Matrix& incoming, const Matrix& outgoing) const override {
    if (pass.gradients) {
      outer_product(incoming, pass.workspace.before(pass.layer), pass.arena.matrix(weight_, Arena::gradients));
      if (bias_ >= 0) row_sums(incoming, bias(pass, Arena::gradients));
    }
    if (outgoing.data) multiply_transposed(pass.arena.matrix(weight_, Arena::values), incoming, outgoing);
    return outgoing;
  }

 private:
  float* bias(const Pass& pass, Arena::Part part) const {
    return bias_ < 0 ? nullptr : pass.arena.matrix(bias_, part).data;
  }

  int weight_;
  int bias_;
};

}  // namespace

std::unique_ptr<Layer> make_dense(Arena& arena, int layer, int inputs, const LayerSpec& spec) {
  return std::make_unique<Dense>(arena, layer, inputs, spec);
}

}  // namespace playground
