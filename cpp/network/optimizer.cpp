#include "cpp/network/optimizer.h"

#include <algorithm>
#include <cmath>

#include "cpp/math/scalar.h"
#include "cpp/network/parts.h"
#include "cpp/simd/f32x4.h"

namespace playground {
namespace {

// base^exponent by squaring: std::pow may differ between platforms.
double power(double base, uint64_t exponent) {
  double result = 1.0;
  for (; exponent; exponent >>= 1, base *= base) {
    if (exponent & 1) result *= base;
  }
  return result;
}

F32x4 splat(double value) { return F32x4::splat(static_cast<float>(value)); }

// g += l1 sign(w), sign(0) = 0.
F32x4 with_l1(F32x4 gradient, F32x4 weight, F32x4 l1) {
  const F32x4 zero = F32x4::zero();
  return gradient + keep_where(weight > zero, l1) - keep_where(weight < zero, l1);
}

// A number kept per value: where it lies, and its lanes.
struct Moment {
  float* data;

  F32x4 operator[](size_t i) const { return F32x4::load(data + i); }
  F32x4 set(size_t i, F32x4 value) const {
    value.store(data + i);
    return value;
  }
};

class Update {
 public:
  Update(Arena& arena, const NetworkSpec& spec, uint64_t step)
      : arena_(arena),
        optimizer_(spec.optimizer),
        l1_(spec.l1),
        step_(step),
        rate_(parts.scheduled_rate ? parts.scheduled_rate(spec, step - 1) : spec.optimizer.learning_rate),
        scale_(parts.penalties ? clipping(spec.clip_norm) : 1.0) {}

  bool sgd() {
    const F32x4 rate = splat(rate_);
    if (optimizer_.momentum == 0.0) {
      return apply(optimizer_.weight_decay, [=](F32x4 g, F32x4, size_t) { return rate * g; });
    }
    const F32x4 momentum = splat(optimizer_.momentum);
    const Moment velocity = moment(0);
    const bool nesterov = optimizer_.nesterov;
    return apply(optimizer_.weight_decay, [=](F32x4 g, F32x4, size_t i) {
      const F32x4 v = velocity.set(i, momentum * velocity[i] + g);
      return rate * (nesterov ? g + momentum * v : v);
    });
  }

  // Kingma & Ba 2015, in PyTorch's order: epsilon is added after the bias correction. Decoupled: Loshchilov & Hutter
  // 2019, the decay acts on the weight by itself.
  template <bool decoupled>
  bool adam() {
    const OptimizerSpec& o = optimizer_;
    const F32x4 beta1 = splat(o.beta1);
    const F32x4 beta2 = splat(o.beta2);
    const F32x4 rest1 = splat(1.0 - o.beta1);
    const F32x4 rest2 = splat(1.0 - o.beta2);
    const F32x4 rate = splat(rate_ / (1.0 - power(o.beta1, step_)));
    const F32x4 correction = splat(1.0 / std::sqrt(1.0 - power(o.beta2, step_)));
    const F32x4 epsilon = splat(o.epsilon);
    const F32x4 decay = splat(rate_ * o.weight_decay);
    const Moment mean = moment(0);
    const Moment square = moment(1);
    return apply(decoupled ? 0.0 : o.weight_decay, [=](F32x4 g, F32x4 weight, size_t i) {
      const F32x4 m = mean.set(i, beta1 * mean[i] + rest1 * g);
      const F32x4 v = square.set(i, beta2 * square[i] + rest2 * (g * g));
      const F32x4 step = rate * m / (sqrt(v) * correction + epsilon);
      if constexpr (decoupled) return decay * weight + step;
      return step;
    });
  }

  // Tieleman & Hinton 2012; centred: Graves 2013.
  bool rmsprop() {
    const OptimizerSpec& o = optimizer_;
    const F32x4 alpha = splat(o.alpha);
    const F32x4 rest = splat(1.0 - o.alpha);
    const F32x4 epsilon = splat(o.epsilon);
    const F32x4 momentum = splat(o.momentum);
    const F32x4 rate = splat(rate_);
    const bool centered = o.centered;
    const bool moving = o.momentum != 0.0;
    const Moment square = moment(0);
    const Moment mean = moment(1);
    const Moment velocity = moment(1 + centered);
    return apply(o.weight_decay, [=](F32x4 g, F32x4, size_t i) {
      F32x4 v = square.set(i, alpha * square[i] + rest * (g * g));
      if (centered) {
        const F32x4 a = mean.set(i, alpha * mean[i] + rest * g);
        // Rounding may take the variance of a gradient that hardly changes below zero.
        v = maximum(v - a * a, F32x4::zero());
      }
      const F32x4 step = g / (sqrt(v) + epsilon);
      return rate * (moving ? velocity.set(i, momentum * velocity[i] + step) : step);
    });
  }

  // Duchi et al. 2011.
  bool adagrad() {
    const F32x4 epsilon = splat(optimizer_.epsilon);
    const F32x4 rate = splat(rate_);
    const Moment sum = moment(0);
    return apply(optimizer_.weight_decay,
                 [=](F32x4 g, F32x4, size_t i) { return rate * g / (sqrt(sum.set(i, sum[i] + g * g)) + epsilon); });
  }

 private:
  // As torch.nn.utils.clip_grad_norm_ has it.
  double clipping(double limit) const {
    if (limit == 0.0) return 1.0;
    const Matrix all{arena_.part(Arena::gradients), 1, static_cast<int>(arena_.trained_size())};
    return std::min(1.0, limit / (std::sqrt(sum_of_squares(all)) + 1e-6));
  }

  Moment moment(int which) { return {arena_.part(static_cast<Arena::Part>(Arena::first_moments + which))}; }

  // What the gradient goes through before the rule sees it.
  enum class Before { nothing, scale_and_decay, l1_too };

  // rule(gradient, weight, place) -> what is taken from the weight. Products with zero are zero unless a value is NaN
  // or infinite: their bits together, which wait for each other less than a sum would, tell whether all are finite.
  template <class Rule>
  bool apply(double weight_decay, Rule&& rule) {
    const F32x4 decay = splat(weight_decay);
    const F32x4 scale = splat(scale_);
    const F32x4 l1 = splat(l1_);
    I32x4 poison = I32x4::zero();
    float* values = arena_.part(Arena::values);
    const float* gradients = arena_.part(Arena::gradients);
    const auto update_range = [&]<Before before>(size_t begin, size_t end) {
      for (size_t i = begin; i < end; i += lanes) {
        const F32x4 weight = F32x4::load(values + i);
        F32x4 gradient = F32x4::load(gradients + i);
        if constexpr (before != Before::nothing) gradient = gradient * scale;
        if constexpr (before == Before::l1_too) gradient = with_l1(gradient, weight, l1);
        if constexpr (before != Before::nothing) gradient += decay * weight;
        const F32x4 updated = weight - rule(gradient, weight, i);
        updated.store(values + i);
        poison = poison | bits(updated * F32x4::zero());
      }
    };
    if (!parts.penalties || (l1_ == 0.0 && scale_ == 1.0 && weight_decay == 0.0)) {
      update_range.template operator()<Before::nothing>(0, arena_.trained_size());
    } else {
      for (const Tensor& t : arena_.tensors()) {
        if (!t.trained) continue;
        if (t.penalised && l1_ != 0.0) {
          update_range.template operator()<Before::l1_too>(t.offset, t.end());
        } else {
          update_range.template operator()<Before::scale_and_decay>(t.offset, t.end());
        }
      }
    }
    return !is_nan(from_bits(poison)).any();
  }

  Arena& arena_;
  const OptimizerSpec& optimizer_;
  double l1_;
  uint64_t step_;
  double rate_;
  double scale_;
};

}  // namespace

int moments(const OptimizerSpec& o) {
  switch (o.type) {
    case OptimizerType::sgd:
      return o.momentum != 0.0;
    case OptimizerType::adam:
    case OptimizerType::adamw:
      return 2;
    case OptimizerType::rmsprop:
      return 1 + o.centered + (o.momentum != 0.0);
    case OptimizerType::adagrad:
      return 1;
  }
  return 0;
}

void start_moments(Arena& arena, const OptimizerSpec& optimizer) {
  if (optimizer.type != OptimizerType::adagrad) return;
  std::fill_n(arena.part(Arena::first_moments), arena.size(), static_cast<float>(optimizer.initial_accumulator));
}

double scheduled_rate(const NetworkSpec& spec, uint64_t update) {
  const ScheduleSpec& schedule = spec.schedule;
  const double rate = spec.optimizer.learning_rate;
  switch (schedule.type) {
    case ScheduleType::constant:
      return rate;
    case ScheduleType::step:
      return rate * power(schedule.factor, update / static_cast<uint64_t>(schedule.every));
    case ScheduleType::cosine: {
      const double done = std::min(1.0, static_cast<double>(update) / schedule.steps);
      return schedule.minimum + (rate - schedule.minimum) * 0.5 * (1.0 + scalar::cos(scalar::pi * done));
    }
  }
  return rate;
}

bool update_by_sgd(Arena& arena, const NetworkSpec& spec, uint64_t step) { return Update(arena, spec, step).sgd(); }

bool update_by_adam(Arena& arena, const NetworkSpec& spec, uint64_t step) {
  return Update(arena, spec, step).adam<false>();
}

bool update_by_adamw(Arena& arena, const NetworkSpec& spec, uint64_t step) {
  return Update(arena, spec, step).adam<true>();
}

bool update_by_rmsprop(Arena& arena, const NetworkSpec& spec, uint64_t step) {
  return Update(arena, spec, step).rmsprop();
}

bool update_by_adagrad(Arena& arena, const NetworkSpec& spec, uint64_t step) {
  return Update(arena, spec, step).adagrad();
}

bool update(Arena& arena, const NetworkSpec& spec, uint64_t step) {
  return parts.optimizers[static_cast<size_t>(spec.optimizer.type)].update(arena, spec, step);
}

}  // namespace playground
