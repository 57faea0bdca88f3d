// The walks over a network's layers and data that training and probing share.
#include <algorithm>

#include "cpp/network/load_features.h"
#include "cpp/network/network.h"

namespace playground {

void Network::forward(Workspace& workspace, bool training, bool slopes) {
  Random* noise = training ? &noise_ : nullptr;
  Random* dropout = training ? &dropout_ : nullptr;
  for (int l = 0; l < static_cast<int>(layers_.size()); ++l) {
    layers_[l]->forward({workspace, l, noise, dropout, slopes, Gradients::none});
  }
}

void Network::load_columns(const float* x, int rows, Workspace& workspace) {
  const size_t inputs = static_cast<size_t>(workspace.input().rows);
  load_features([&](int b) { return x + b * inputs; }, rows, workspace.input());
}

void Network::backward(Workspace& workspace, Gradients gradients, Observe observe) {
  const int last = static_cast<int>(layers_.size()) - 1;
  int held = 0;  // which of the two gradient matrices holds dLoss/d(output of the layer)
  Matrix gradient = workspace.gradient(held, spec_.outputs());
  for (int l = last; l >= 0; --l) {
    const bool wanted = l > 0;
    const Matrix& below = workspace.before(l);
    const Matrix outgoing = wanted ? workspace.gradient(1 - held, below.rows) : Matrix{};
    const bool element_wise = spec_.layers[l].type == LayerType::activation;
    if (!element_wise) observe(l, gradient);
    const bool multiplies = wanted && spec_.layers[l].has_weights() && layers_[l - 1]->only_multiplies();
    const float* slopes = multiplies ? workspace.auxiliary(l - 1).data : nullptr;
    const Pass pass{workspace, l, nullptr, nullptr, true, gradients, slopes};
    const Matrix next = layers_[l]->backward(pass, gradient, outgoing);
    if (element_wise) observe(l, next);
    if (multiplies) observe(--l, next);
    if (wanted && next.data == outgoing.data) held = 1 - held;
    gradient = next;
  }
}

void Network::evaluate(int begin, int end, bool slopes, Visit visit) {
  Workspace& workspace = *evaluation_;
  for (int row = begin; row < end; row += workspace.columns()) {
    const int samples = std::min(workspace.columns(), end - row);
    load_columns(data_.x.data() + static_cast<size_t>(row) * data_.inputs, samples, workspace);
    Matrix y{chunk_targets_.data(), data_.outputs, workspace.stride()};
    if (spec_.loss == Loss::softmax_cross_entropy) {
      for (int b = 0; b < samples; ++b) chunk_targets_[b] = static_cast<float>(data_.labels[row + b]);
    } else {
      for (int b = 0; b < samples; ++b) {
        for (int o = 0; o < y.rows; ++o) y.row(o)[b] = data_.y[static_cast<size_t>(row + b) * y.rows + o];
      }
    }
    forward(workspace, false, slopes);
    visit(Targets{&y, chunk_targets_.data()}, samples);
  }
}

}  // namespace playground
