// Asked for once an evaluation, compiled for size.
#include "cpp/network/loss.h"

namespace playground {

int count_correct(Loss loss, const Matrix& output, const Targets& targets, int samples) {
  int correct = 0;
  for (int b = 0; b < samples; ++b) {
    if (loss == Loss::softmax_cross_entropy) {
      int best = 0;
      for (int o = 1; o < output.rows; ++o) {
        if (output.row(o)[b] > output.row(best)[b]) best = o;
      }
      correct += static_cast<float>(best) == targets.labels[b];
    } else {
      bool all = true;
      for (int o = 0; o < output.rows; ++o) all &= (output.row(o)[b] > 0.0f) == (targets.y->row(o)[b] > 0.5f);
      correct += all;
    }
  }
  return correct;
}

}  // namespace playground
