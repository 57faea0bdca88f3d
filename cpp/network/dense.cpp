// z = W x + b.
#include "cpp/network/affine.h"

namespace playground {
namespace {

class Dense : public Layer {
 public:
  Dense(Arena& arena, int layer, int inputs, const LayerSpec& spec)
      : affine_(arena, layer, spec.units, inputs, spec.bias) {}

  void initialize(Arena& arena, const InitializationSpec& spec, Random& random) override {
    affine_.find(arena);
    draw_weights(spec, affine_.inputs, affine_.weights.rows, random, [&](int u) { return affine_.weights.row(u); });
    affine_.set_biases(static_cast<float>(spec.bias));
  }

  void forward(const Pass& pass) const override {
    affine_.forward(pass.workspace.before(pass.layer), pass.workspace.output(pass.layer));
  }

  Matrix backward(const Pass& pass, const Matrix& incoming, const Matrix& outgoing) const override {
    affine_.backward(pass, incoming, outgoing);
    return outgoing;
  }

 private:
  Affine affine_;
};

}  // namespace

std::unique_ptr<Layer> make_dense(Arena& arena, int layer, int inputs, const LayerSpec& spec) {
  return std::make_unique<Dense>(arena, layer, inputs, spec);
}

}  // namespace playground
