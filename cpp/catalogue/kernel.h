// Per-array kernels: a header's formula over F32x4 becomes loops behind plain function pointers, so that dispatch
// happens once per array and never per element.
//
// Lengths are free: the last, partial vectors go through the same body on padded copies. Input and output may be
// the same array.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <utility>

#include "cpp/catalogue/concepts.h"

namespace playground {

// Of one function. `self` is null for a header's, whose formula is compiled in; a function that is put together at run
// time (cpp/expression) has kernels that it shares with all such, and `self` is what tells them apart.
struct ElementWiseKernels {
  const void* self = nullptr;
  // parameters: one float per parameter of the function; x, value, slope: n floats.
  void (*value_kernel)(const void* self, const float* parameters, const float* x, float* value, size_t n);
  void (*slope_kernel)(const void* self, const float* parameters, const float* x, float* value, float* slope, size_t n);
  // parameters: one array of n floats per parameter (every element has its own), as stochastic training needs it.
  void (*slope_each_kernel)(const void* self, const float* const* parameters, const float* x, float* value,
                            float* slope, size_t n) = nullptr;
  // slopes: one array of n floats per parameter, of which those of learned ones have a meaning. Null where none is
  // learned.
  void (*parameter_slope_kernel)(const void* self, const float* parameters, const float* x, float* const* slopes,
                                 size_t n) = nullptr;
  // The same where every element has its own parameters.
  void (*parameter_slope_each_kernel)(const void* self, const float* const* parameters, const float* x,
                                      float* const* slopes, size_t n) = nullptr;

  bool has_parameter_slopes() const { return parameter_slope_kernel != nullptr; }

  void value(const float* parameters, const float* x, float* value, size_t n) const {
    value_kernel(self, parameters, x, value, n);
  }
  void value_and_slope(const float* parameters, const float* x, float* value, float* slope, size_t n) const {
    slope_kernel(self, parameters, x, value, slope, n);
  }
  void value_and_slope_each(const float* const* parameters, const float* x, float* value, float* slope,
                            size_t n) const {
    slope_each_kernel(self, parameters, x, value, slope, n);
  }
  void parameter_slopes(const float* parameters, const float* x, float* const* slopes, size_t n) const {
    parameter_slope_kernel(self, parameters, x, slopes, n);
  }
  void parameter_slopes_each(const float* const* parameters, const float* x, float* const* slopes, size_t n) const {
    parameter_slope_each_kernel(self, parameters, x, slopes, n);
  }
};

namespace detail {

// How many vectors an iteration takes. What it costs of its own (V8 asks in each whether to stop, and computes
// addresses) is as much as a function of a few operations: those whose value is correctly rounded.
template <class A>
constexpr size_t vectors_an_iteration = A::description.bound.value_ulp == 0 ? 4 : 1;

// Calls run(inputs, outputs, count) with arrays of pointers, count a multiple of step: for all whole steps of n floats,
// then for the rest on padded copies. Through one call, so that the loops of run stand in the program once.
template <size_t step, size_t input_count, size_t output_count, class Run>
void for_whole_steps(std::array<const float*, input_count> inputs, std::array<float*, output_count> outputs, size_t n,
                     Run&& run) {
  alignas(16) float padded_in[input_count][step] = {};
  alignas(16) float padded_out[output_count][step];
  const size_t whole = n - n % step;
  std::array<const float*, input_count> in = inputs;
  std::array<float*, output_count> out = outputs;
  for (size_t done = 0; done < n;) {
    const bool tail = done == whole;
    const size_t rest = n - done;
    if (tail) {
      for (size_t k = 0; k < input_count; ++k) {
        std::memcpy(padded_in[k], inputs[k] + done, rest * sizeof(float));
        in[k] = padded_in[k];
      }
      for (size_t k = 0; k < output_count; ++k) out[k] = padded_out[k];
    }
    run(in, out, tail ? step : whole);
    if (tail) {
      for (size_t k = 0; k < output_count; ++k) std::memcpy(outputs[k] + done, padded_out[k], rest * sizeof(float));
    }
    done += tail ? rest : whole;
  }
}

// Calls body(inputs, outputs) for every vector of n floats; inputs and outputs are arrays of pointers that advance
// together.
template <size_t vectors, size_t input_count, size_t output_count, class Body>
void for_each_vector(std::array<const float*, input_count> inputs, std::array<float*, output_count> outputs, size_t n,
                     Body&& body) {
  constexpr size_t step = vectors * lanes;
  for_whole_steps<step>(inputs, outputs, n, [&](auto in, auto out, size_t count) {
    for (size_t i = 0; i < count; i += step) {
      for (size_t j = 0; j < step; j += lanes) {
        std::array<const float*, input_count> source;
        std::array<float*, output_count> target;
        for (size_t k = 0; k < input_count; ++k) source[k] = in[k] + i + j;
        for (size_t k = 0; k < output_count; ++k) target[k] = out[k] + i + j;
        body(source, target);
      }
    }
  });
}

// The vectors that go through one pass before the next takes them: few enough for what lies between to stay in the
// first-level cache.
inline constexpr size_t vectors_a_block = 32;

// The passes over the `count` vectors at x, given what earlier ones have left; last(place, x, left...) is the last.
template <class A, class Last, class... Left>
void run_passes(const A& f, const float* x, size_t count, Last&& last, const Left*... left) {
  if constexpr (requires(F32x4 v) { f.pass(v, *left...); }) {
    decltype(f.pass(F32x4::zero(), *left...)) between[vectors_a_block];
    for (size_t i = 0; i < count; ++i) between[i] = f.pass(F32x4::load(x + i * lanes), left[i]...);
    run_passes(f, x, count, last, left..., between);
  } else {
    for (size_t i = 0; i < count; ++i) last(i * lanes, F32x4::load(x + i * lanes), left[i]...);
  }
}

// Calls last(f, outputs, x, left...) for every vector of n floats, with what f's passes have made of it.
template <class A, size_t output_count, class Last>
void for_each_block(const A& shared, const float* x, std::array<float*, output_count> outputs, size_t n, Last&& last) {
  // Inlined, the loops would be compiled twice, once for a single vector.
  const auto run = [&](auto in, auto out, size_t floats) __attribute__((noinline)) {
    const A f = shared;  // else every store might have changed a parameter, and what follows from it
    for (size_t begin = 0; begin < floats; begin += vectors_a_block * lanes) {
      const size_t count = std::min(vectors_a_block, (floats - begin) / lanes);
      run_passes(f, in[0] + begin, count, [&](size_t place, F32x4 v, const auto&... left) {
        std::array<float*, output_count> target;
        for (size_t k = 0; k < output_count; ++k) target[k] = out[k] + begin + place;
        last(f, target, v, left...);
      });
    }
  };
  for_whole_steps<lanes>(std::array{x}, outputs, n, run);
}

inline void store(const Dual& dual, std::array<float*, 2> out) {
  dual.value.store(out[0]);
  dual.slope.store(out[1]);
}

template <class A, class Feed>
A with_parameters(Feed&& feed) {
  return [&]<size_t... k>(std::index_sequence<k...>) { return A{feed(k)...}; }
  (std::make_index_sequence<A::parameters.size()>{});
}

template <class A>
A with_shared_parameters(const float* parameters) {
  return with_parameters<A>([&](size_t k) { return F32x4::splat(parameters[k]); });
}

// run(f), or what f asks for in its place: a formula that serves these parameters alone.
template <class A, class Run>
void run_chosen(const A& f, Run&& run) {
  if constexpr (requires { f.choose(run); }) {
    f.choose(run);
  } else {
    run(f);
  }
}

template <class A>
void value_array(const void*, const float* parameters, const float* x, float* value, size_t n) {
  run_chosen(with_shared_parameters<A>(parameters), [&]<class Chosen>(const Chosen& f) {
    if constexpr (InPasses<Chosen>) {
      for_each_block(f, x, std::array{value}, n,
                     [](const auto& own, auto out, const auto&... in) { value_of(own, in...).store(out[0]); });
    } else {
      for_each_vector<vectors_an_iteration<Chosen>, 1, 1>(
          {x}, {value}, n, [&](auto in, auto out) { value_of(f, F32x4::load(in[0])).store(out[0]); });
    }
  });
}

template <class A>
void value_and_slope_array(const void*, const float* parameters, const float* x, float* value, float* slope, size_t n) {
  run_chosen(with_shared_parameters<A>(parameters), [&]<class Chosen>(const Chosen& f) {
    if constexpr (InPasses<Chosen>) {
      for_each_block(f, x, std::array{value, slope}, n,
                     [](const auto& own, auto out, const auto&... in) { store(own.value_and_slope(in...), out); });
    } else {
      for_each_vector<vectors_an_iteration<Chosen>, 1, 2>(
          {x}, {value, slope}, n, [&](auto in, auto out) { store(f.value_and_slope(F32x4::load(in[0])), out); });
    }
  });
}

// The arrays of an `each` kernel: the parameters in order, then x.
template <class A>
std::array<const float*, A::parameters.size() + 1> inputs_of(const float* const* parameters, const float* x) {
  std::array<const float*, A::parameters.size() + 1> inputs;
  for (size_t k = 0; k < A::parameters.size(); ++k) inputs[k] = parameters[k];
  inputs.back() = x;
  return inputs;
}

template <class A>
A with_own_parameters(const float* const* parameters) {
  return with_parameters<A>([&](size_t k) { return F32x4::load(parameters[k]); });
}

template <class A>
void value_and_slope_each_array(const void*, const float* const* parameters, const float* x, float* value, float* slope,
                                size_t n) {
  constexpr size_t count = A::parameters.size();
  static_assert(
      !requires(const A f) { f.choose([](const auto&) {}); }, "no choice between formulas serves them all");
  for_each_vector<1, count + 1, 2>(inputs_of<A>(parameters, x), {value, slope}, n, [&](auto in, auto out) {
    store(value_and_slope_of(with_own_parameters<A>(in.data()), F32x4::load(in[count])), out);
  });
}

template <class A>
std::array<float*, A::parameters.size()> slopes_of(float* const* slopes) {
  std::array<float*, A::parameters.size()> outputs;
  for (size_t k = 0; k < outputs.size(); ++k) outputs[k] = slopes[k];
  return outputs;
}

template <class A>
void store_parameter_slopes(const A& f, F32x4 x, const std::array<float*, A::parameters.size()>& out) {
  const std::array<F32x4, A::parameters.size()> slopes = f.parameter_slopes(x);
  for (size_t k = 0; k < slopes.size(); ++k) slopes[k].store(out[k]);
}

template <class A>
void parameter_slopes_array(const void*, const float* parameters, const float* x, float* const* slopes, size_t n) {
  constexpr size_t count = A::parameters.size();
  const A f = with_shared_parameters<A>(parameters);
  for_each_vector<1, 1, count>({x}, slopes_of<A>(slopes), n,
                               [&](auto in, auto out) { store_parameter_slopes(f, F32x4::load(in[0]), out); });
}

template <class A>
void parameter_slopes_each_array(const void*, const float* const* parameters, const float* x, float* const* slopes,
                                 size_t n) {
  constexpr size_t count = A::parameters.size();
  for_each_vector<1, count + 1, count>(inputs_of<A>(parameters, x), slopes_of<A>(slopes), n, [&](auto in, auto out) {
    store_parameter_slopes(with_own_parameters<A>(in.data()), F32x4::load(in[count]), out);
  });
}

}  // namespace detail

template <ElementWise A>
constexpr ElementWiseKernels kernels_of() {
  static_assert(A::parameters.size() <= most_parameters);
  constexpr bool stochastic = A::description.kind == Kind::stochastic;
  ElementWiseKernels kernels{.value_kernel = detail::value_array<A>, .slope_kernel = detail::value_and_slope_array<A>};
  if constexpr (stochastic) kernels.slope_each_kernel = detail::value_and_slope_each_array<A>;
  if constexpr (Learnable<A>) kernels.parameter_slope_kernel = detail::parameter_slopes_array<A>;
  if constexpr (Learnable<A> && stochastic)
    kernels.parameter_slope_each_kernel = detail::parameter_slopes_each_array<A>;
  return kernels;
}

}  // namespace playground
