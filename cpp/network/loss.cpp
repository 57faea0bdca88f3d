#include "cpp/network/loss.h"

#include "cpp/math/exp.h"
#include "cpp/math/log.h"
#include "cpp/math/log1p.h"
#include "cpp/network/parts.h"
#include "cpp/network/valid_lanes.h"

namespace playground {
namespace {

F32x4 one() { return F32x4::splat(1.0f); }

struct Term {
  F32x4 loss;
  F32x4 gradient;
};

Term squared_error(F32x4 output, F32x4 target) {
  const F32x4 error = output - target;
  return {error * error, error + error};
}

// max(o, 0) - o y + ln(1 + e^-|o|), and its derivative sigmoid(o) - y.
Term cross_entropy_on_logit(F32x4 output, F32x4 target) {
  const F32x4 e = exp(-abs(output));
  const F32x4 loss = maximum(output, F32x4::zero()) - output * target + log1p(e);
  const F32x4 sigmoid = select(output < F32x4::zero(), e, one()) / (one() + e);
  return {loss, sigmoid - target};
}

// e^2 / 2 up to |e| = delta, then the line that goes on from there (Huber 1964).
struct Huber {
  F32x4 delta;

  Term operator()(F32x4 output, F32x4 target) const {
    const F32x4 error = output - target;
    const F32x4 inside = maximum(minimum(error, delta), -delta);
    return {inside * (error - F32x4::splat(0.5f) * inside), inside};
  }
};

template <class Function>
double per_output(Function function, const Matrix& output, const Matrix& y, int samples, float scale,
                  const Matrix& gradient) {
  const F32x4 factor = F32x4::splat(scale / static_cast<float>(output.rows));
  double total = 0.0;
  for (int o = 0; o < output.rows; ++o) {
    F32x4 sum = F32x4::zero();
    for (int b = 0; b < output.stride; b += lanes) {
      const Mask32x4 valid = valid_lanes(b, samples);
      const Term term = function(F32x4::load(output.row(o) + b), F32x4::load(y.row(o) + b));
      sum += keep_where(valid, term.loss);
      if (gradient.data) keep_where(valid, term.gradient * factor).store(gradient.row(o) + b);
    }
    total += lane_sum(sum);
  }
  return total / output.rows;
}

}  // namespace

double mean_squared_error(const NetworkSpec&, const Matrix& output, const Targets& targets, int samples, float scale,
                          const Matrix& gradient) {
  return per_output(squared_error, output, *targets.y, samples, scale, gradient);
}

double binary_cross_entropy(const NetworkSpec&, const Matrix& output, const Targets& targets, int samples, float scale,
                            const Matrix& gradient) {
  return per_output(cross_entropy_on_logit, output, *targets.y, samples, scale, gradient);
}

// logsumexp(o) - o[label]; gradient softmax(o) - [label].
double softmax_cross_entropy(const NetworkSpec&, const Matrix& output, const Targets& targets, int samples, float scale,
                             const Matrix& gradient) {
  F32x4 total = F32x4::zero();
  for (int b = 0; b < output.stride; b += lanes) {
    const Mask32x4 valid = valid_lanes(b, samples);
    const F32x4 label = F32x4::load(targets.labels + b);
    F32x4 largest = F32x4::load(output.row(0) + b);
    for (int o = 1; o < output.rows; ++o) largest = maximum(largest, F32x4::load(output.row(o) + b));
    F32x4 sum = F32x4::zero();
    F32x4 chosen = F32x4::zero();
    for (int o = 0; o < output.rows; ++o) {
      const F32x4 shifted = F32x4::load(output.row(o) + b) - largest;
      const F32x4 e = exp(shifted);
      sum += e;
      chosen = select(label == F32x4::splat(static_cast<float>(o)), shifted, chosen);
      if (gradient.data) e.store(gradient.row(o) + b);
    }
    total += keep_where(valid, log(sum) - chosen);
    if (!gradient.data) continue;
    for (int o = 0; o < output.rows; ++o) {
      const F32x4 hit = keep_where(label == F32x4::splat(static_cast<float>(o)), one());
      const F32x4 difference = F32x4::load(gradient.row(o) + b) / sum - hit;
      keep_where(valid, difference * F32x4::splat(scale)).store(gradient.row(o) + b);
    }
  }
  return lane_sum(total);
}

double huber(const NetworkSpec& spec, const Matrix& output, const Targets& targets, int samples, float scale,
             const Matrix& gradient) {
  return per_output(Huber{F32x4::splat(static_cast<float>(spec.delta))}, output, *targets.y, samples, scale, gradient);
}

double loss_and_gradient(const NetworkSpec& spec, const Matrix& output, const Targets& targets, int samples,
                         float scale, const Matrix& gradient) {
  return parts.losses[static_cast<size_t>(spec.loss)].loss_and_gradient(spec, output, targets, samples, scale,
                                                                        gradient);
}

}  // namespace playground
