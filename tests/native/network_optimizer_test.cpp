// Update rules, schedules and clipping against the same rules in double precision, written from their definitions.
#include <gtest/gtest.h>

#include <cmath>

#include "cpp/network/optimizer.h"
#include "tests/native/support.h"

namespace playground::test {
namespace {

constexpr int steps = 30;
constexpr int weights = 5;
constexpr int biases = 3;
constexpr int count = weights + biases;

NetworkSpec spec_of(const std::string& optimizer, const std::string& rest = "") {
  auto spec = read_spec(R"({"inputs":1,"layers":[{"type":"dense","units":1}],"loss":"huber","batch_size":1,)" +
                        std::string(R"("optimizer":)") + optimizer + rest + "}");
  EXPECT_TRUE(spec) << spec.error().message;
  return std::move(*spec);
}

// The rule for one value; the numbers it keeps start at zero but for adagrad's.
struct Rule {
  const OptimizerSpec& o;
  double first = o.type == OptimizerType::adagrad ? o.initial_accumulator : 0.0;
  double second = 0.0;
  double third = 0.0;

  double operator()(double w, double g, double rate, int t) {
    if (o.type == OptimizerType::adamw) {
      w *= 1.0 - rate * o.weight_decay;
    } else {
      g += o.weight_decay * w;
    }
    switch (o.type) {
      case OptimizerType::sgd:
        if (o.momentum == 0.0) return w - rate * g;
        first = t == 1 ? g : o.momentum * first + g;
        return w - rate * (o.nesterov ? g + o.momentum * first : first);
      case OptimizerType::adam:
      case OptimizerType::adamw:
        first = o.beta1 * first + (1 - o.beta1) * g;
        second = o.beta2 * second + (1 - o.beta2) * g * g;
        return w - rate / (1 - std::pow(o.beta1, t)) * first /
                       (std::sqrt(second) / std::sqrt(1 - std::pow(o.beta2, t)) + o.epsilon);
      case OptimizerType::rmsprop: {
        first = o.alpha * first + (1 - o.alpha) * g * g;
        second = o.alpha * second + (1 - o.alpha) * g;
        const double d = g / (std::sqrt(o.centered ? first - second * second : first) + o.epsilon);
        third = o.momentum * third + d;
        return w - rate * (o.momentum == 0.0 ? d : third);
      }
      case OptimizerType::adagrad:
        first += g * g;
        return w - rate * g / (std::sqrt(first) + o.epsilon);
    }
    return w;
  }
};

struct Trained {
  Arena arena;
  explicit Trained(const NetworkSpec& spec) {
    arena.add("0.running_var", 1, 3, false, false);
    arena.add("0.weight", 1, weights, true);
    arena.add("0.bias", 1, biases, false);
    arena.allocate(moments(spec.optimizer));
    start_moments(arena, spec.optimizer);
    for (int k = 0; k < count; ++k) at(Arena::values, k) = static_cast<float>(std::cos(1.0 + k));
    at(Arena::values, 3) = 0.0f;  // sign(0) = 0
    std::fill_n(arena.matrix(0, Arena::values).data, 3, 7.0f);
    std::fill_n(arena.matrix(0, Arena::gradients).data, 3, 9.0f);
  }
  float& at(Arena::Part part, int k) {
    return arena.matrix(k < weights ? 1 : 2, part).data[k < weights ? k : k - weights];
  }
};

double gradient_at(int step, int k) { return std::sin(0.7 * step + 1.3 * k) + 0.2 * k; }

// rate(step counted from 0) and clip(norm of the gradients) as the spec defines them.
template <class Rate, class Clip>
void expect_rule(const NetworkSpec& spec, Rate&& rate, Clip&& clip) {
  Trained trained(spec);
  std::vector<Rule> rules(count, Rule{spec.optimizer});
  std::vector<double> values(count);
  for (int k = 0; k < count; ++k) values[k] = trained.at(Arena::values, k);
  for (int step = 0; step < steps; ++step) {
    double squares = 0.0;
    for (int k = 0; k < count; ++k) {
      trained.at(Arena::gradients, k) = static_cast<float>(gradient_at(step, k));
      squares += std::pow(gradient_at(step, k), 2);
    }
    ASSERT_TRUE(update(trained.arena, spec, step + 1));
    for (int k = 0; k < count; ++k) {
      double g = gradient_at(step, k) * clip(std::sqrt(squares));
      if (k < weights) g += spec.l1 * ((values[k] > 0) - (values[k] < 0));
      values[k] = rules[k](values[k], g, rate(step), step + 1);
      ASSERT_NEAR(trained.at(Arena::values, k), values[k], 2e-5) << "step " << step << ", value " << k;
    }
  }
  EXPECT_EQ(tensor_values(trained.arena, 0), std::vector<float>(3, 7.0f)) << "statistics are not trained";
}

void expect_rule(const std::string& optimizer, const std::string& rest = "") {
  const NetworkSpec spec = spec_of(optimizer, rest);
  expect_rule(
      spec, [&](int) { return spec.optimizer.learning_rate; }, [](double) { return 1.0; });
}

TEST(Optimizer, EveryRule) {
  for (const char* more : {"", R"(,"weight_decay":0.05)"}) {
    for (const char* optimizer :
         {R"("sgd","learning_rate":0.05)", R"("sgd","learning_rate":0.05,"momentum":0.9)",
          R"("sgd","learning_rate":0.05,"momentum":0.9,"nesterov":true)", R"("adam","learning_rate":0.02)",
          R"("adam","learning_rate":0.02,"beta1":0.7,"beta2":0.95,"epsilon":0.01)", R"("adamw","learning_rate":0.05)",
          R"("rmsprop","learning_rate":0.01)", R"("rmsprop","learning_rate":0.01,"alpha":0.9,"centered":true)",
          R"("rmsprop","learning_rate":0.01,"momentum":0.8)",
          R"("rmsprop","learning_rate":0.01,"alpha":0.9,"centered":true,"momentum":0.8,"epsilon":1e-3)",
          R"("adagrad","learning_rate":0.1)", R"("adagrad","learning_rate":0.1,"initial_accumulator":0.5)"}) {
      SCOPED_TRACE(std::string(optimizer) + more);
      expect_rule(R"({"type":)" + std::string(optimizer) + more + "}");
    }
  }
}

TEST(Optimizer, L1ActsOnWeightsOnly) {
  expect_rule(R"({"type":"sgd","learning_rate":0.05})", R"(,"l1":0.1)");
  expect_rule(R"({"type":"adamw","learning_rate":0.05})", R"(,"l1":0.1)");
}

TEST(Optimizer, ClippingScalesAllGradientsTogether) {
  const NetworkSpec spec = spec_of(R"({"type":"sgd","learning_rate":0.1})", R"(,"clip_norm":3.2,"l1":0.01)");
  int clipped = 0;
  const auto clip = [&](double norm) {
    clipped += norm > 3.2;
    return norm > 3.2 ? 3.2 / norm : 1.0;
  };
  expect_rule(
      spec, [](int) { return 0.1; }, clip);
  EXPECT_GT(clipped, 0);
  EXPECT_LT(clipped, steps * count);
}

TEST(Optimizer, Schedules) {
  const auto none = [](double) { return 1.0; };
  const std::string sgd = R"({"type":"sgd","learning_rate":0.1,"momentum":0.5})";
  expect_rule(
      spec_of(sgd, R"(,"schedule":{"type":"step","every":4,"factor":0.5})"),
      [](int step) { return 0.1 * std::pow(0.5, step / 4); }, none);
  expect_rule(
      spec_of(sgd, R"(,"schedule":{"type":"cosine","steps":20,"minimum":0.01})"),
      [](int step) { return 0.01 + 0.09 * 0.5 * (1.0 + std::cos(M_PI * std::min(step, 20) / 20.0)); }, none);
  expect_rule(
      spec_of(sgd, R"(,"schedule":{"type":"constant"})"), [](int) { return 0.1; }, none);
}

// A gradient that never changes has no variance: rounding must not make it negative.
TEST(Optimizer, CenteredRmspropStaysFinite) {
  const NetworkSpec spec = spec_of(R"({"type":"rmsprop","learning_rate":1e-6,"centered":true,"alpha":0.3})");
  Trained trained(spec);
  for (int k = 0; k < count; ++k) trained.at(Arena::gradients, k) = 0.1f * static_cast<float>(k + 1);
  for (int step = 1; step <= 200; ++step) ASSERT_TRUE(update(trained.arena, spec, step)) << step;
}

}  // namespace
}  // namespace playground::test
