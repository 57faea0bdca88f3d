// A function of rows as a layer: softmax and its kin, CReLU, the gated units. Every sample is a row; the kernels read
// the signals where they lie. Noise is drawn for every element in training, and absent in evaluation.
#include "cpp/catalogue/rows.h"
#include "cpp/network/layer.h"

namespace playground {
namespace {

class RowLayer : public Layer {
 public:
  RowLayer(int layer, int width, const LayerSpec& spec)
      : kernels_(*spec.activation->rows), parameters_(spec.parameters), width_(width), first_(layer == 0) {}

  // A first layer has no layer below whose gradient matrix it could fill: it keeps its own, for the probe.
  int auxiliary_rows() const override { return first_ ? width_ : 0; }
  int scratch_rows() const override { return kernels_.noisy ? width_ : 0; }
  int scratches() const override { return kernels_.noisy ? 1 : 0; }

  void forward(const Pass& pass) const override {
    RowBatch rows = batch(pass);
    if (kernels_.noisy && pass.noise) {
      float* noise = pass.workspace.scratch(0);
      draw_gumbel(*pass.noise, noise, pass.workspace.before(pass.layer).size());
      rows.noise = noise;
    }
    kernels_.value(rows, pass.workspace.output(pass.layer).data);
  }

  Matrix backward(const Pass& pass, const Matrix& incoming, const Matrix& outgoing) const override {
    const Matrix& target = first_ ? pass.workspace.auxiliary(pass.layer) : outgoing;
    kernels_.vector_jacobian(batch(pass), pass.workspace.output(pass.layer).data, incoming.data, target.data);
    return target;
  }

 private:
  RowBatch batch(const Pass& pass) const {
    const Matrix& x = pass.workspace.before(pass.layer);
    const auto stride = static_cast<size_t>(x.stride);
    return {parameters_.data(), stride, stride, static_cast<size_t>(width_), x.data};
  }

  const RowKernels& kernels_;
  std::vector<float> parameters_;
  int width_;
  bool first_;
};

}  // namespace

std::unique_ptr<Layer> make_row_layer(Arena&, int layer, int width, const LayerSpec& spec) {
  return std::make_unique<RowLayer>(layer, width, spec);
}

}  // namespace playground
