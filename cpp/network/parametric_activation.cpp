// An element-wise function with parameters as a layer: they are fixed, learned (one for the layer or one per
// unit) or sampled (drawn for every element in training).
//
// The order of the draws: parameter by parameter in the function's order; for each, unit by unit, and for each unit one
// draw per sample of the batch, the padding to whole vectors included. What was drawn stays until the way back, so that
// learned parameters are differentiated under the noise of their forward pass.
#include <algorithm>
#include <array>
#include <cmath>

#include "cpp/network/layer.h"
#include "cpp/simd/f32x4.h"

namespace playground {
namespace {

// One value per parameter of the function; those beyond its own are unused.
template <class T>
using PerParameter = std::array<T, most_parameters>;

float draw(const Parameter& parameter, Random& random) {
  switch (parameter.noise) {
    case Noise::uniform:
      return parameter.noise_low + (parameter.noise_high - parameter.noise_low) * random.uniform();
    case Noise::normal:
      return static_cast<float>(random.normal());
    case Noise::half_normal:
      return std::fabs(static_cast<float>(random.normal()));
    case Noise::none:
      break;
  }
  return parameter.initial;
}

class ParametricActivation : public Layer {
 public:
  ParametricActivation(Arena& arena, int layer, int width, const LayerSpec& spec)
      : kernels_(*spec.activation->kernels),
        parameters_(spec.activation->parameters),
        fixed_(spec.parameters),
        width_(width),
        channels_(spec.channels),
        sampled_(spec.sampled),
        tensors_(spec.parameters.size(), -1) {
    for (size_t k = 0; k < parameters_.size(); ++k) {
      if (sampled_ && parameters_[k].noise != Noise::none) {
        fixed_[k] = parameters_[k].noise_mean();
        noise_row_[k] = width_ * ++noises_;
      }
      if (!spec.learned[k]) continue;
      tensors_[k] = arena.add(std::to_string(layer) + "." + parameters_[k].name, 1, channels_, false);
      learns_ = true;
    }
  }

  // The slopes, then what is drawn.
  int auxiliary_rows() const override { return width_ * (1 + noises_); }
  int scratch_rows() const override { return learns_ || sampled_ ? width_ : 0; }
  // Slopes by the parameters; with noise also every element's own parameters.
  int scratches() const override {
    return static_cast<int>(parameters_.size()) * (sampled_ ? 1 + learns_ : static_cast<int>(learns_));
  }

  bool only_multiplies() const override { return !learns_; }

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
      draw_noise(pass);
      const PerParameter<const float*> own = own_parameters(pass);
      kernels_.value_and_slope_each(own.data(), x.data, value.data, slope.data, x.size());
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
    if (learns_ && pass.gradients == Gradients::all) differentiate_parameters(pass, incoming);
    const float* slope = pass.workspace.auxiliary(pass.layer).data;
    for (size_t i = 0; i < incoming.size(); i += lanes) {
      (F32x4::load(incoming.data + i) * F32x4::load(slope + i)).store(incoming.data + i);
    }
    return incoming;
  }

 private:
  float parameter(size_t k, int channel) const { return values_[k] ? values_[k][channel] : fixed_[k]; }
  bool drawn(size_t k) const { return noise_row_[k] > 0; }

  // Calls body(offset, floats, channel) once for the whole array or once for every unit.
  template <class Body>
  void for_each_span(const Pass& pass, Body&& body) const {
    const size_t stride = static_cast<size_t>(pass.workspace.stride());
    const size_t n = channels_ == 1 ? stride * static_cast<size_t>(width_) : stride;
    for (int c = 0; c < channels_; ++c) body(static_cast<size_t>(c) * n, n, c);
  }

  // Likewise body(parameters, offset, floats, channel), with one value per parameter.
  template <class Body>
  void for_each_channel(const Pass& pass, Body&& body) const {
    for_each_span(pass, [&](size_t offset, size_t n, int channel) {
      PerParameter<float> current{};
      for (size_t k = 0; k < parameters_.size(); ++k) current[k] = parameter(k, channel);
      body(current.data(), offset, n, channel);
    });
  }

  void draw_noise(const Pass& pass) const {
    const size_t n = pass.workspace.before(pass.layer).size();
    for (size_t k = 0; k < parameters_.size(); ++k) {
      if (!drawn(k)) continue;
      float* noise = pass.workspace.auxiliary(pass.layer).row(noise_row_[k]);
      for (size_t i = 0; i < n; ++i) noise[i] = draw(parameters_[k], *pass.noise);
    }
  }

  // One array per parameter, with every element's own value.
  PerParameter<const float*> own_parameters(const Pass& pass) const {
    PerParameter<const float*> own{};
    for (size_t k = 0; k < parameters_.size(); ++k) {
      if (drawn(k)) {
        own[k] = pass.workspace.auxiliary(pass.layer).row(noise_row_[k]);
        continue;
      }
      float* values = pass.workspace.scratch(static_cast<int>(k));
      for_each_span(
          pass, [&](size_t offset, size_t n, int channel) { std::fill_n(values + offset, n, parameter(k, channel)); });
      own[k] = values;
    }
    return own;
  }

  // dLoss/d(parameter) = sum over the elements of dLoss/d(value) * df/d(parameter). Only training asks for it, after a
  // forward pass with noise.
  void differentiate_parameters(const Pass& pass, const Matrix& incoming) const {
    const float* x = pass.workspace.before(pass.layer).data;
    const size_t first = sampled_ ? parameters_.size() : 0;
    PerParameter<float*> slopes{};
    for (size_t k = 0; k < parameters_.size(); ++k) slopes[k] = pass.workspace.scratch(static_cast<int>(first + k));
    if (sampled_) {
      kernels_.parameter_slopes_each(own_parameters(pass).data(), x, slopes.data(), incoming.size());
    } else {
      for_each_channel(pass, [&](const float* parameters, size_t offset, size_t n, int) {
        PerParameter<float*> place{};
        for (size_t k = 0; k < parameters_.size(); ++k) place[k] = slopes[k] + offset;
        kernels_.parameter_slopes(parameters, x + offset, place.data(), n);
      });
    }
    for (size_t k = 0; k < parameters_.size(); ++k) {
      if (!gradients_[k]) continue;
      for_each_span(pass, [&](size_t offset, size_t n, int channel) {
        F32x4 sum = F32x4::zero();
        for (size_t i = offset; i < offset + n; i += lanes) {
          sum += F32x4::load(incoming.data + i) * F32x4::load(slopes[k] + i);
        }
        gradients_[k][channel] = lane_sum(sum);
      });
    }
  }

  const ElementWiseKernels& kernels_;
  std::span<const Parameter> parameters_;
  std::vector<float> fixed_;
  int width_;
  int channels_;
  bool sampled_;
  bool learns_ = false;
  int noises_ = 0;
  // Per parameter: its tensor and what lies there; -1 and null where it is not learned.
  std::vector<int> tensors_;
  PerParameter<float*> values_{};
  PerParameter<float*> gradients_{};
  PerParameter<int> noise_row_{};  // the first row of its draws in the auxiliary matrix; 0 where it is not drawn
};

}  // namespace

std::unique_ptr<Layer> make_parametric_activation(Arena& arena, int layer, int width, const LayerSpec& spec) {
  return std::make_unique<ParametricActivation>(arena, layer, width, spec);
}

}  // namespace playground
