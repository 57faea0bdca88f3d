#include "cpp/network/optimizer.h"

#include <cmath>

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

// rule(gradient, first moment, second moment) -> what is taken from the weight. Products with zero are zero unless a
// value is NaN or infinite: their sum tells whether all are finite.
template <class Rule>
bool update_all(Arena& arena, double weight_decay, double l1, Rule&& rule) {
  const F32x4 decay = splat(weight_decay);
  F32x4 poison = F32x4::zero();
  float* values = arena.part(Arena::values);
  const float* gradients = arena.part(Arena::gradients);
  float* first = arena.part(Arena::first_moments);
  float* second = arena.part(Arena::second_moments);
  const auto update_range = [&]<bool penalised>(size_t begin, size_t end) {
    for (size_t i = begin; i < end; i += lanes) {
      const F32x4 weight = F32x4::load(values + i);
      F32x4 gradient = F32x4::load(gradients + i);
      if constexpr (penalised) gradient = with_l1(gradient, weight, splat(l1));
      const F32x4 updated = weight - rule(gradient + decay * weight, first + i, second + i);
      updated.store(values + i);
      poison += updated * F32x4::zero();
    }
  };
  if (l1 == 0.0) {
    update_range.template operator()<false>(0, arena.size());
  } else {
    for (const Tensor& t : arena.tensors()) {
      const size_t end = t.offset + static_cast<size_t>(t.rows) * t.stride();
      if (t.penalised) {
        update_range.template operator()<true>(t.offset, end);
      } else {
        update_range.template operator()<false>(t.offset, end);
      }
    }
  }
  return !is_nan(poison).any();
}

bool update_sgd(Arena& arena, const OptimizerSpec& o, double l1) {
  const F32x4 rate = splat(o.learning_rate);
  if (o.momentum == 0.0) {
    return update_all(arena, o.weight_decay, l1, [=](F32x4 g, float*, float*) { return rate * g; });
  }
  const F32x4 momentum = splat(o.momentum);
  const bool nesterov = o.nesterov;
  return update_all(arena, o.weight_decay, l1, [=](F32x4 g, float* velocity, float*) {
    const F32x4 v = momentum * F32x4::load(velocity) + g;
    v.store(velocity);
    return rate * (nesterov ? g + momentum * v : v);
  });
}

// Kingma & Ba 2015, in PyTorch's order: epsilon is added after the bias correction.
bool update_adam(Arena& arena, const OptimizerSpec& o, double l1, uint64_t step) {
  const F32x4 beta1 = splat(o.beta1);
  const F32x4 beta2 = splat(o.beta2);
  const F32x4 rest1 = splat(1.0 - o.beta1);
  const F32x4 rest2 = splat(1.0 - o.beta2);
  const F32x4 rate = splat(o.learning_rate / (1.0 - power(o.beta1, step)));
  const F32x4 correction = splat(1.0 / std::sqrt(1.0 - power(o.beta2, step)));
  const F32x4 epsilon = splat(o.epsilon);
  return update_all(arena, o.weight_decay, l1, [=](F32x4 g, float* first, float* second) {
    const F32x4 m = beta1 * F32x4::load(first) + rest1 * g;
    const F32x4 v = beta2 * F32x4::load(second) + rest2 * (g * g);
    m.store(first);
    v.store(second);
    return rate * m / (sqrt(v) * correction + epsilon);
  });
}

}  // namespace

bool update(Arena& arena, const OptimizerSpec& optimizer, double l1, uint64_t step) {
  switch (optimizer.type) {
    case OptimizerType::sgd:
      return update_sgd(arena, optimizer, l1);
    case OptimizerType::adam:
      return update_adam(arena, optimizer, l1, step);
  }
  return true;
}

}  // namespace playground
