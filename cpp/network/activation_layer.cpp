// An element-wise function of the catalogue as a layer: fixed, learned (one parameter for the layer or one per unit)
// or sampled (a parameter drawn for every element in training).
#include <array>

#include "cpp/network/layer.h"
#include "cpp/simd/f32x4.h"

namespace playground {
namespace {

constexpr size_t most_parameters = 8;

class Activation : public Layer {
 public:
  Activation(Arena& arena, int layer, int width, const LayerSpec& spec)
      : kernels_(*spec.activation->kernels),
        parameters_(spec.activation->parameters),
        fixed_(spec.parameters),
        width_(width),
        channels_(spec.channels),
        sampled_(spec.sampled),
        tensors_(spec.parameters.size(), -1) {
    for (size_t k = 0; k < parameters_.size(); ++k) {
      if (!spec.learned[k]) continue;
      tensors_[k] = arena.add(std::to_string(layer) + "." + parameters_[k].name, 1, channels_, false);
      learns_ = true;
    }
  }

  int auxiliary_rows() const override { return width_; }
  int scratch_rows() const override { return learns_ || sampled_ ? width_ : 0; }
  int scratches() const override { return learns_ || sampled_ ? static_cast<int>(parameters_.size()) : 0; }

  void initialize(Arena& arena, const InitializationSpec&, Random&) override {
    for (size_t k = 0; k < tensors_.size(); ++k) {
      if (tensors_[k] < 0) continue;
      values_[k] = arena.matrix(tensors_[k], Arena::values).data;
      gradients_[k] = arena.matrix(tensors_[k], Arena::gradients).data;
      for (int c = 0; c < channels_; ++c) values_[k][c] = fixed_[k];
    }
  }

  void forward(const Pass& pass) const override {
    const Matrix& x = pass.workspace.before(pass.layer);
    const Matrix& value = pass.workspace.output(pass.layer);
    const Matrix& slope = pass.workspace.auxiliary(pass.layer);
    if (sampled_ && pass.noise) {
      std::array<const float*, most_parameters> drawn;
      draw(pass, x.size(), drawn);
      kernels_.value_and_slope_each(drawn.data(), x.data, value.data, slope.data, x.size());
      return;
    }
    for_each_channel(pass, [&](const float* parameters, size_t offset, size_t n, int) {
      if (pass.slopes) {
        kernels_.value_and_slope(parameters, x.data + offset, value.data + offset, slope.data + offset, n);
      } else {
        kernels_.value(parameters, x.data + offset, value.data + offset, n);
      }
    });
  }

  Matrix backward(const Pass& pass, const Matrix& incoming, const Matrix&) const override {
    if (learns_ && pass.gradients) differentiate_parameters(pass, incoming);
    const float* slope = pass.workspace.auxiliary(pass.layer).data;
    for (size_t i = 0; i < incoming.size(); i += lanes) {
      (F32x4::load(incoming.data + i) * F32x4::load(slope + i)).store(incoming.data + i);
    }
    return incoming;
  }

 private:
  // Calls body(parameters, offset, floats, channel) once for the whole array or once for every unit.
  template <class Body>
  void for_each_channel(const Pass& pass, Body&& body) const {
    std::array<float, most_parameters> current{};
    const size_t stride = static_cast<size_t>(pass.workspace.stride());
    const size_t n = channels_ == 1 ? stride * static_cast<size_t>(width_) : stride;
    for (int c = 0; c < channels_; ++c) {
      for (size_t k = 0; k < parameters_.size(); ++k) {
        current[k] = values_[k] ? values_[k][c] : fixed_[k];
      }
      body(current.data(), static_cast<size_t>(c) * n, n, c);
    }
  }

  void draw(const Pass& pass, size_t n, std::array<const float*, most_parameters>& drawn) const {
    for (size_t k = 0; k < parameters_.size(); ++k) {
      const Parameter& parameter = parameters_[k];
      float* values = pass.workspace.scratch(static_cast<int>(k));
      const bool noisy = parameter.noise != Noise::none;
      const float width = parameter.noise_high - parameter.noise_low;
      for (size_t i = 0; i < n; ++i) {
        values[i] = noisy ? parameter.noise_low + width * pass.noise->uniform() : fixed_[k];
      }
      drawn[k] = values;
    }
  }

  // dLoss/d(parameter) = sum over the elements of dLoss/d(value) * df/d(parameter).
  void differentiate_parameters(const Pass& pass, const Matrix& incoming) const {
    const Matrix& x = pass.workspace.before(pass.layer);
    for_each_channel(pass, [&](const float* parameters, size_t offset, size_t n, int channel) {
      std::array<float*, most_parameters> slopes{};
      for (size_t k = 0; k < parameters_.size(); ++k) slopes[k] = pass.workspace.scratch(static_cast<int>(k));
      kernels_.parameter_slopes(parameters, x.data + offset, slopes.data(), n);
      for (size_t k = 0; k < parameters_.size(); ++k) {
        if (!gradients_[k]) continue;
        F32x4 sum = F32x4::zero();
        for (size_t i = 0; i < n; i += lanes) {
          sum += F32x4::load(incoming.data + offset + i) * F32x4::load(slopes[k] + i);
        }
        gradients_[k][channel] = lane_sum(sum);
      }
    });
  }

  const ElementWiseKernels& kernels_;
  std::span<const Parameter> parameters_;
  std::vector<float> fixed_;
  int width_;
  int channels_;
  bool sampled_;
  bool learns_ = false;
  // Per parameter: its tensor and what lies there; -1 and null where it is fixed.
  std::vector<int> tensors_;
  std::array<float*, most_parameters> values_{};
  std::array<float*, most_parameters> gradients_{};
};

}  // namespace

std::unique_ptr<Layer> make_activation(Arena& arena, int layer, int width, const LayerSpec& spec) {
  return std::make_unique<Activation>(arena, layer, width, spec);
}

}  // namespace playground
