// Maxout: every unit is the largest of k affine pieces. Weight row u * pieces + j is piece j of unit u; at a tie the
// piece with the lowest j gets the whole gradient.
#include "cpp/activations/maxout.h"
#include "cpp/network/affine.h"

namespace playground {
namespace {

class MaxoutLayer : public Layer {
 public:
  MaxoutLayer(Arena& arena, int layer, int inputs, const LayerSpec& spec)
      : units_(spec.units), pieces_(spec.pieces), affine_(arena, layer, units_ * pieces_, inputs, spec.bias) {}

  // Pre-activations of all pieces; backward turns them into their gradients.
  int auxiliary_rows() const override { return units_ * pieces_; }

  // Piece by piece over all units, so that the first pieces are the weights that a dense layer of this width would
  // have drawn: lanes start from the same numbers.
  void initialize(Arena& arena, const InitializationSpec& spec, Random& random) override {
    affine_.find(arena);
    for (int j = 0; j < pieces_; ++j) {
      draw_weights(spec, affine_.inputs, units_, random, [&](int u) { return affine_.weights.row(u * pieces_ + j); });
    }
    affine_.set_biases(static_cast<float>(spec.bias));
  }

  void forward(const Pass& pass) const override {
    const Matrix& pre = pass.workspace.auxiliary(pass.layer);
    affine_.forward(pass.workspace.before(pass.layer), pre);
    const Maxout maxout;
    for (int u = 0; u < units_; ++u) {
      float* output = pass.workspace.output(pass.layer).row(u);
      for (int b = 0; b < pre.stride; b += lanes) {
        F32x4 best = F32x4::load(pre.row(u * pieces_) + b);
        for (int j = 1; j < pieces_; ++j) {
          const F32x4 candidate = F32x4::load(pre.row(u * pieces_ + j) + b);
          best = select(maxout.replaces(best, candidate), candidate, best);
        }
        best.store(output + b);
      }
    }
  }

  Matrix backward(const Pass& pass, const Matrix& incoming, const Matrix& outgoing) const override {
    const Matrix& pre = pass.workspace.auxiliary(pass.layer);
    route(incoming, pre);
    affine_.backward(pass, pre, outgoing);
    return outgoing;
  }

 private:
  // Replaces every unit's pieces by their gradients: the incoming one for the winner, zero for the others.
  void route(const Matrix& incoming, const Matrix& pre) const {
    const Maxout maxout;
    for (int u = 0; u < units_; ++u) {
      for (int b = 0; b < pre.stride; b += lanes) {
        F32x4 best = F32x4::load(pre.row(u * pieces_) + b);
        F32x4 winner = F32x4::zero();
        for (int j = 1; j < pieces_; ++j) {
          const F32x4 candidate = F32x4::load(pre.row(u * pieces_ + j) + b);
          const Mask32x4 taken = maxout.replaces(best, candidate);
          best = select(taken, candidate, best);
          winner = select(taken, F32x4::splat(static_cast<float>(j)), winner);
        }
        const F32x4 gradient = F32x4::load(incoming.row(u) + b);
        for (int j = 0; j < pieces_; ++j) {
          keep_where(winner == F32x4::splat(static_cast<float>(j)), gradient).store(pre.row(u * pieces_ + j) + b);
        }
      }
    }
  }

  int units_;
  int pieces_;
  Affine affine_;
};

}  // namespace

std::unique_ptr<Layer> make_maxout(Arena& arena, int layer, int inputs, const LayerSpec& spec) {
  return std::make_unique<MaxoutLayer>(arena, layer, inputs, spec);
}

}  // namespace playground
