// Losses over the raw output of the last layer, each a mean over the batch, with the gradient that starts the way
// back. Formulas as in the public contract; binary cross-entropy takes logits.
#pragma once

#include <cstdint>

#include "cpp/network/matrix.h"
#include "cpp/network/spec.h"

namespace playground {

// What the outputs should have been; y is feature-major like the outputs, labels has one entry per sample. Only the
// one that the loss reads is used.
struct Targets {
  const Matrix* y = nullptr;
  const float* labels = nullptr;  // class indices as floats: exact up to 2^24
};

// Sum over the first `samples` columns of each sample's loss, the one that the spec names (averaged over the outputs
// where the loss is). Where gradient.data is not null, writes scale * d(sum)/d(output) there, and zero into the padding
// columns.
double loss_and_gradient(const NetworkSpec& spec, const Matrix& output, const Targets& targets, int samples,
                         float scale, const Matrix& gradient);

// The same for one loss.
double mean_squared_error(const NetworkSpec& spec, const Matrix& output, const Targets& targets, int samples,
                          float scale, const Matrix& gradient);
double binary_cross_entropy(const NetworkSpec& spec, const Matrix& output, const Targets& targets, int samples,
                            float scale, const Matrix& gradient);
double softmax_cross_entropy(const NetworkSpec& spec, const Matrix& output, const Targets& targets, int samples,
                             float scale, const Matrix& gradient);
double huber(const NetworkSpec& spec, const Matrix& output, const Targets& targets, int samples, float scale,
             const Matrix& gradient);

// Samples classified correctly: the sign of a logit, or the first largest output.
int count_correct(Loss loss, const Matrix& output, const Targets& targets, int samples);

}  // namespace playground
