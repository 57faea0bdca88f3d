// Dropout (Srivastava et al. 2014), inverted: in training a value becomes zero with probability `rate` and is divided
// by 1 - rate otherwise, so that evaluation passes everything on as it is.
#include <cstring>

#include "cpp/network/layer.h"
#include "cpp/simd/f32x4.h"

namespace playground {
namespace {

class Dropout : public Layer {
 public:
  Dropout(int width, const LayerSpec& spec) : width_(width), rate_(static_cast<float>(spec.rate)) {}

  // What every value was multiplied with.
  int auxiliary_rows() const override { return width_; }

  void forward(const Pass& pass) const override {
    const Matrix& x = pass.workspace.before(pass.layer);
    const Matrix& y = pass.workspace.output(pass.layer);
    if (!pass.training()) {
      std::memcpy(y.data, x.data, x.size() * sizeof(float));
      return;
    }
    const Matrix& factors = pass.workspace.auxiliary(pass.layer);
    const float kept = 1.0f / (1.0f - rate_);
    for (size_t i = 0; i < x.size(); ++i) factors.data[i] = pass.dropout->uniform() < rate_ ? 0.0f : kept;
    multiply_by(factors.data, x.data, y.data, x.size());
  }

  Matrix backward(const Pass& pass, const Matrix& incoming, const Matrix&) const override {
    if (pass.training()) {
      multiply_by(pass.workspace.auxiliary(pass.layer).data, incoming.data, incoming.data, incoming.size());
    }
    return incoming;
  }

 private:
  static void multiply_by(const float* factors, const float* from, float* to, size_t n) {
    for (size_t i = 0; i < n; i += lanes) (F32x4::load(from + i) * F32x4::load(factors + i)).store(to + i);
  }

  int width_;
  float rate_;
};

}  // namespace

std::unique_ptr<Layer> make_dropout(Arena&, int, int width, const LayerSpec& spec) {
  return std::make_unique<Dropout>(width, spec);
}

}  // namespace playground
