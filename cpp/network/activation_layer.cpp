// A function of the catalogue as a layer. Without parameters it is its kernels over the whole batch.
#include "cpp/network/layer.h"
#include "cpp/simd/f32x4.h"

namespace playground {
namespace {

class PlainActivation : public Layer {
 public:
  PlainActivation(int width, const LayerSpec& spec) : kernels_(*spec.activation->kernels), width_(width) {}

  // The slopes.
  int auxiliary_rows() const override { return width_; }
  bool only_multiplies() const override { return true; }

  void forward(const Pass& pass) const override {
    const Matrix& x = pass.workspace.before(pass.layer);
    const Matrix& value = pass.workspace.output(pass.layer);
    if (pass.slopes) {
      kernels_.value_and_slope(nullptr, x.data, value.data, pass.workspace.auxiliary(pass.layer).data, x.size());
    } else {
      kernels_.value(nullptr, x.data, value.data, x.size());
    }
  }

  Matrix backward(const Pass& pass, const Matrix& incoming, const Matrix&) const override {
    const float* slope = pass.workspace.auxiliary(pass.layer).data;
    for (size_t i = 0; i < incoming.size(); i += lanes) {
      (F32x4::load(incoming.data + i) * F32x4::load(slope + i)).store(incoming.data + i);
    }
    return incoming;
  }

 private:
  const ElementWiseKernels& kernels_;
  int width_;
};

}  // namespace

std::unique_ptr<Layer> make_plain_activation(Arena&, int, int width, const LayerSpec& spec) {
  return std::make_unique<PlainActivation>(width, spec);
}

std::unique_ptr<Layer> make_activation(Arena& arena, int layer, int width, const LayerSpec& spec) {
  if (!spec.activation->element_wise()) return make_row_layer(arena, layer, width, spec);
  return (spec.parameters.empty() ? make_plain_activation : make_parametric_activation)(arena, layer, width, spec);
}

}  // namespace playground
