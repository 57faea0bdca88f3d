#include "cpp/expression/tape.h"

#include <algorithm>
#include <cstring>

#include "cpp/expression/parser.h"
#include "cpp/math/expm1.h"
#include "cpp/math/log1p.h"
#include "cpp/math/power.h"
#include "cpp/math/trig.h"

namespace playground {
namespace {

// Floats of a block: what an instruction costs to find is paid once for them, and a stack of blocks stays in the
// nearest cache.
constexpr size_t block = 64;

struct Block {
  alignas(16) float value[block];
  alignas(16) float slope[block];
};

// What the derivative is taken by: x, or the parameter of this number.
constexpr int by_input = -1;

F32x4 whole_power(F32x4 base, int exponent) {
  F32x4 result = F32x4::splat(1.0f);
  for (int k = exponent < 0 ? -exponent : exponent; k > 0; k /= 2) {
    if (k % 2) result = result * base;
    base = base * base;
  }
  return exponent < 0 ? F32x4::splat(1.0f) / result : result;
}

F32x4 as_number(Mask32x4 mask) { return keep_where(mask, F32x4::splat(1.0f)); }

// Runs one operation over a block. `unary` and `binary` take duals and give one.
template <class Body>
void unary(Block& a, Body&& body) {
  for (size_t i = 0; i < block; i += lanes) {
    const Dual result = body(Dual{F32x4::load(a.value + i), F32x4::load(a.slope + i)});
    result.value.store(a.value + i);
    result.slope.store(a.slope + i);
  }
}

template <class Body>
void binary(Block& a, const Block& b, Body&& body) {
  for (size_t i = 0; i < block; i += lanes) {
    const Dual result = body(Dual{F32x4::load(a.value + i), F32x4::load(a.slope + i)},
                             Dual{F32x4::load(b.value + i), F32x4::load(b.slope + i)});
    result.value.store(a.value + i);
    result.slope.store(a.slope + i);
  }
}

void fill(float* target, float number) { std::fill_n(target, block, number); }

// The function and its derivative at the value, by the chain rule.
template <class F, class Derivative>
void chain(Block& a, F&& f, Derivative&& derivative) {
  unary(a, [&](Dual x) {
    const F32x4 value = f(x.value);
    return Dual{value, derivative(x.value, value) * x.slope};
  });
}

// Of two numbers the one that `takes` says; at a tie the mean of both slopes.
template <class Takes>
void extreme(Block& a, const Block& b, Takes&& takes) {
  binary(a, b, [&](Dual x, Dual y) {
    const Mask32x4 first = takes(x.value, y.value);
    const F32x4 middle = F32x4::splat(0.5f) * (x.slope + y.slope);
    const F32x4 slope = select(x.value == y.value, middle, select(first, x.slope, y.slope));
    return Dual{nan_or(x.value, select(first, x.value, y.value)), slope};
  });
}

void run(const Tape::Instruction& step, Block* top, const float* parameters, const float* x, int by) {
  const F32x4 one = F32x4::splat(1.0f);
  // The operands below the top; the result takes the place of the lowest.
  Block& a = *top;
  switch (step.operation) {
    case Operation::number:
      fill(a.value, step.number);
      fill(a.slope, 0.0f);
      break;
    case Operation::input:
      std::memcpy(a.value, x, sizeof a.value);
      fill(a.slope, by == by_input ? 1.0f : 0.0f);
      break;
    case Operation::parameter:
      fill(a.value, parameters[step.parameter]);
      fill(a.slope, by == step.parameter ? 1.0f : 0.0f);
      break;
    case Operation::negate:
      unary(a, [](Dual u) { return Dual{-u.value, -u.slope}; });
      break;
    case Operation::add:
      binary(top[-1], a, [](Dual u, Dual v) { return Dual{u.value + v.value, u.slope + v.slope}; });
      break;
    case Operation::subtract:
      binary(top[-1], a, [](Dual u, Dual v) { return Dual{u.value - v.value, u.slope - v.slope}; });
      break;
    case Operation::multiply:
      binary(top[-1], a, [](Dual u, Dual v) { return Dual{u.value * v.value, u.slope * v.value + u.value * v.slope}; });
      break;
    case Operation::divide:
      binary(top[-1], a, [](Dual u, Dual v) {
        const F32x4 quotient = u.value / v.value;
        return Dual{quotient, (u.slope - quotient * v.slope) / v.value};
      });
      break;
    case Operation::power:
      if (step.whole) {
        const F32x4 factor = F32x4::splat(static_cast<float>(step.exponent));
        chain(
            a, [&](F32x4 u) { return whole_power(u, step.exponent); },
            [&](F32x4 u, F32x4) { return factor * whole_power(u, step.exponent - 1); });
        break;
      }
      binary(top[-1], a, [&](Dual u, Dual v) {
        const F32x4 value = power(u.value, v.value);
        const F32x4 by_base = v.value * power(u.value, v.value - one) * u.slope;
        // A constant exponent has no logarithm to ask for, which at 0 is -inf.
        const F32x4 by_exponent = value * log(u.value) * v.slope;
        return Dual{value, by_base + select(v.slope == F32x4::zero(), F32x4::zero(), by_exponent)};
      });
      break;
    case Operation::less:
      binary(top[-1], a, [](Dual u, Dual v) { return Dual{as_number(u.value < v.value), F32x4::zero()}; });
      break;
    case Operation::at_most:
      binary(top[-1], a, [](Dual u, Dual v) { return Dual{as_number(u.value <= v.value), F32x4::zero()}; });
      break;
    case Operation::greater:
      binary(top[-1], a, [](Dual u, Dual v) { return Dual{as_number(u.value > v.value), F32x4::zero()}; });
      break;
    case Operation::at_least:
      binary(top[-1], a, [](Dual u, Dual v) { return Dual{as_number(u.value >= v.value), F32x4::zero()}; });
      break;
    case Operation::equal:
      binary(top[-1], a, [](Dual u, Dual v) { return Dual{as_number(u.value == v.value), F32x4::zero()}; });
      break;
    case Operation::differ:
      binary(top[-1], a, [](Dual u, Dual v) { return Dual{as_number(!(u.value == v.value)), F32x4::zero()}; });
      break;
    case Operation::minimum:
      extreme(top[-1], a, [](F32x4 u, F32x4 v) { return u < v; });
      break;
    case Operation::maximum:
      extreme(top[-1], a, [](F32x4 u, F32x4 v) { return u > v; });
      break;
    case Operation::choose:
      for (size_t i = 0; i < block; i += lanes) {
        const Mask32x4 no = F32x4::load(top[-2].value + i) == F32x4::zero();
        select(no, F32x4::load(a.value + i), F32x4::load(top[-1].value + i)).store(top[-2].value + i);
        select(no, F32x4::load(a.slope + i), F32x4::load(top[-1].slope + i)).store(top[-2].slope + i);
      }
      break;
    case Operation::exp:
      chain(a, exp, [](F32x4, F32x4 value) { return value; });
      break;
    case Operation::expm1:
      chain(a, expm1, [](F32x4 u, F32x4) { return exp(u); });
      break;
    case Operation::log:
      chain(a, log, [&](F32x4 u, F32x4) { return one / u; });
      break;
    case Operation::log1p:
      chain(a, log1p, [&](F32x4 u, F32x4) { return one / (one + u); });
      break;
    case Operation::sqrt:
      chain(
          a, [](F32x4 u) { return sqrt(u); }, [](F32x4, F32x4 value) { return F32x4::splat(0.5f) / value; });
      break;
    case Operation::sin:
      chain(a, sin, [](F32x4 u, F32x4) { return cos(u); });
      break;
    case Operation::cos:
      chain(a, cos, [](F32x4 u, F32x4) { return -sin(u); });
      break;
    case Operation::call: {
      alignas(16) float slope[block];
      step.kernels->value_and_slope(step.arguments.data(), a.value, a.value, slope, block);
      for (size_t i = 0; i < block; i += lanes) {
        (F32x4::load(slope + i) * F32x4::load(a.slope + i)).store(a.slope + i);
      }
      break;
    }
  }
}

size_t operands_of(const Tape::Instruction& step) {
  switch (step.operation) {
    case Operation::number:
    case Operation::input:
    case Operation::parameter:
      return 0;
    case Operation::add:
    case Operation::subtract:
    case Operation::multiply:
    case Operation::divide:
    case Operation::less:
    case Operation::at_most:
    case Operation::greater:
    case Operation::at_least:
    case Operation::equal:
    case Operation::differ:
    case Operation::minimum:
    case Operation::maximum:
      return 2;
    case Operation::power:
      return step.whole ? 1 : 2;
    case Operation::choose:
      return 3;
    default:
      return 1;
  }
}

// Beyond this a power is left to e^(b ln a), whose error does not grow with the exponent.
constexpr int largest_whole_power = 64;

// Calls store(block, first, count) for every block of x.
template <class Store>
void for_each_block(std::span<const Tape::Instruction> steps, const float* parameters, const float* x, size_t n, int by,
                    Store&& store) {
  Block stack[most_waiting];
  alignas(16) float input[block];
  for (size_t done = 0; done < n; done += block) {
    const size_t count = std::min(block, n - done);
    std::memcpy(input, x + done, count * sizeof(float));
    std::fill(input + count, input + block, 0.0f);
    Block* next = stack;
    for (const Tape::Instruction& step : steps) {
      const size_t operands = operands_of(step);
      run(step, operands == 0 ? next : next - 1, parameters, input, by);
      next = next - operands + 1;
    }
    // A choice or a constant may have lost it.
    for (size_t i = 0; i < block; i += lanes) {
      const F32x4 given = F32x4::load(input + i);
      nan_or(given, F32x4::load(stack->value + i)).store(stack->value + i);
      nan_or(given, F32x4::load(stack->slope + i)).store(stack->slope + i);
    }
    store(*stack, done, count);
  }
}

}  // namespace

Tape::Tape(const Expression& expression) : parameters_(expression.parameters.size()) { add(*expression.root); }

void Tape::add(const Node& node) {
  Instruction step{node.operation, static_cast<float>(node.number), node.parameter};
  size_t operands = node.operands.size();
  if (node.operation == Operation::power) {
    const Node& given = *node.operands[1];
    const bool negative = given.operation == Operation::negate;
    const Node& number = negative ? *given.operands[0] : given;
    if (number.operation == Operation::number && number.number <= largest_whole_power) {
      step.exponent = static_cast<int>(number.number);
      step.whole = static_cast<double>(step.exponent) == number.number;
      if (negative) step.exponent = -step.exponent;
      if (step.whole) operands = 1;
    }
  }
  if (node.called) {
    step.kernels = node.called->kernels;
    step.arguments = node.arguments;
  }
  for (size_t k = 0; k < operands; ++k) add(*node.operands[k]);
  instructions_.push_back(std::move(step));
}

void Tape::value(const float* parameters, const float* x, float* value, size_t n) const {
  for_each_block(instructions_, parameters, x, n, by_input, [&](const Block& result, size_t first, size_t count) {
    std::memcpy(value + first, result.value, count * sizeof(float));
  });
}

void Tape::value_and_slope(const float* parameters, const float* x, float* value, float* slope, size_t n) const {
  for_each_block(instructions_, parameters, x, n, by_input, [&](const Block& result, size_t first, size_t count) {
    std::memcpy(value + first, result.value, count * sizeof(float));
    std::memcpy(slope + first, result.slope, count * sizeof(float));
  });
}

void Tape::parameter_slopes(const float* parameters, const float* x, float* const* slopes, size_t n) const {
  for (size_t k = 0; k < parameters_; ++k) {
    const auto store = [&](const Block& result, size_t first, size_t count) {
      std::memcpy(slopes[k] + first, result.slope, count * sizeof(float));
    };
    for_each_block(instructions_, parameters, x, n, static_cast<int>(k), store);
  }
}

}  // namespace playground
