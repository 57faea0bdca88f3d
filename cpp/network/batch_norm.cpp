// Batch normalisation (Ioffe & Szegedy 2015): y = gamma (x - mean) / sqrt(variance + epsilon) + beta, per unit.
//
// Training normalises by the batch's mean and biased variance and differentiates through both; the running statistics,
// which evaluation normalises by, take `momentum` of the batch's mean and unbiased variance at every step.
#include <cmath>

#include "cpp/network/layer.h"
#include "cpp/network/valid_lanes.h"

namespace playground {
namespace {

class BatchNorm : public Layer {
 public:
  BatchNorm(Arena& arena, int layer, int width, const LayerSpec& spec)
      : width_(width), momentum_(static_cast<float>(spec.momentum)), epsilon_(static_cast<float>(spec.epsilon)) {
    const auto add = [&](const char* name, bool trained) {
      return arena.add(std::to_string(layer) + "." + name, 1, width, false, trained);
    };
    tensors_[0] = add("gamma", true);
    tensors_[1] = add("beta", true);
    tensors_[2] = add("running_mean", false);
    tensors_[3] = add("running_var", false);
  }

  // The normalised input, and behind it 1 / sqrt(variance + epsilon) of every unit: a row holds at least four.
  int auxiliary_rows() const override { return width_ + padded(width_) / lanes; }

  void initialize(Arena& arena, const InitializationSpec&, Random&) override {
    const auto find = [&](int tensor, Arena::Part part) { return arena.matrix(tensor, part).data; };
    gamma_ = find(tensors_[0], Arena::values);
    beta_ = find(tensors_[1], Arena::values);
    gamma_gradient_ = find(tensors_[0], Arena::gradients);
    beta_gradient_ = find(tensors_[1], Arena::gradients);
    running_mean_ = find(tensors_[2], Arena::values);
    running_variance_ = find(tensors_[3], Arena::values);
    for (int u = 0; u < width_; ++u) gamma_[u] = running_variance_[u] = 1.0f;
  }

  void forward(const Pass& pass) const override {
    const Matrix& x = pass.workspace.before(pass.layer);
    const Matrix& y = pass.workspace.output(pass.layer);
    const Matrix& normalised = pass.workspace.auxiliary(pass.layer);
    for (int u = 0; u < width_; ++u) {
      const Statistics use = pass.training() ? measure(x.row(u), pass.workspace.columns(), u)
                                             : Statistics{running_mean_[u], running_variance_[u]};
      const float factor = 1.0f / std::sqrt(use.variance + epsilon_);
      normalised.row(width_)[u] = factor;
      const F32x4 mean = F32x4::splat(use.mean);
      const F32x4 scale = F32x4::splat(factor);
      const F32x4 gamma = F32x4::splat(gamma_[u]);
      const F32x4 beta = F32x4::splat(beta_[u]);
      for (int b = 0; b < x.stride; b += lanes) {
        const F32x4 n = (F32x4::load(x.row(u) + b) - mean) * scale;
        n.store(normalised.row(u) + b);
        (gamma * n + beta).store(y.row(u) + b);
      }
    }
  }

  Matrix backward(const Pass& pass, const Matrix& incoming, const Matrix&) const override {
    const Matrix& normalised = pass.workspace.auxiliary(pass.layer);
    for (int u = 0; u < width_; ++u) {
      float* gradient = incoming.row(u);
      const float factor = gamma_[u] * normalised.row(width_)[u];
      if (pass.training()) {
        through_statistics(gradient, normalised.row(u), u, factor, pass.workspace.columns(), incoming.stride);
      } else {
        const F32x4 scale = F32x4::splat(factor);
        for (int b = 0; b < incoming.stride; b += lanes) (F32x4::load(gradient + b) * scale).store(gradient + b);
      }
    }
    return incoming;
  }

 private:
  struct Statistics {
    float mean;
    float variance;
  };

  // Of the batch, in two passes; moves the running ones.
  Statistics measure(const float* x, int samples, int u) const {
    F32x4 sum = F32x4::zero();
    for (int b = 0; b < samples; b += lanes) sum += keep_where(valid_lanes(b, samples), F32x4::load(x + b));
    const float mean = lane_sum(sum) / static_cast<float>(samples);
    F32x4 squares = F32x4::zero();
    for (int b = 0; b < samples; b += lanes) {
      const F32x4 distance = keep_where(valid_lanes(b, samples), F32x4::load(x + b) - F32x4::splat(mean));
      squares += distance * distance;
    }
    const float total = lane_sum(squares);
    running_mean_[u] = (1.0f - momentum_) * running_mean_[u] + momentum_ * mean;
    running_variance_[u] =
        (1.0f - momentum_) * running_variance_[u] + momentum_ * (total / static_cast<float>(samples - 1));
    return {mean, total / static_cast<float>(samples)};
  }

  // With n the normalised input: dLoss/dx = factor (g - mean(g) - n mean(g n)). The incoming gradient is zero in the
  // padding, and so is what leaves.
  void through_statistics(float* gradient, const float* normalised, int u, float factor, int samples,
                          int stride) const {
    F32x4 sum = F32x4::zero();
    F32x4 product = F32x4::zero();
    for (int b = 0; b < stride; b += lanes) {
      const F32x4 g = F32x4::load(gradient + b);
      sum += g;
      product += g * F32x4::load(normalised + b);
    }
    beta_gradient_[u] = lane_sum(sum);
    gamma_gradient_[u] = lane_sum(product);
    const F32x4 scale = F32x4::splat(factor);
    const F32x4 mean = F32x4::splat(beta_gradient_[u] / static_cast<float>(samples));
    const F32x4 slope = F32x4::splat(gamma_gradient_[u] / static_cast<float>(samples));
    for (int b = 0; b < stride; b += lanes) {
      const F32x4 centred = F32x4::load(gradient + b) - mean - slope * F32x4::load(normalised + b);
      keep_where(valid_lanes(b, samples), scale * centred).store(gradient + b);
    }
  }

  int width_;
  float momentum_;
  float epsilon_;
  int tensors_[4];  // gamma, beta, running_mean, running_var
  float* gamma_ = nullptr;
  float* beta_ = nullptr;
  float* gamma_gradient_ = nullptr;
  float* beta_gradient_ = nullptr;
  float* running_mean_ = nullptr;
  float* running_variance_ = nullptr;
};

}  // namespace

std::unique_ptr<Layer> make_batch_norm(Arena& arena, int layer, int width, const LayerSpec& spec) {
  return std::make_unique<BatchNorm>(arena, layer, width, spec);
}

}  // namespace playground
