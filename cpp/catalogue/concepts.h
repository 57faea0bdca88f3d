// The concepts that a header of cpp/activations fulfils, one per kind of function.
#pragma once

#include <concepts>
#include <span>

#include "cpp/catalogue/description.h"
#include "cpp/simd/row.h"

namespace playground {

template <class A>
concept Described = requires {
  { A::description } -> std::convertible_to<const Description&>;
  { A::parameters } -> std::convertible_to<std::span<const Parameter>>;
};

// f and f' of one x; value(x) besides where f alone is had for less.
template <class A>
concept InOnePass = requires(const A f, F32x4 x) {
  { f.value_and_slope(x) } -> std::same_as<Dual>;
};

// The same in passes. pass(x) leaves what is needed later beside x, as does pass(x, a), which gets what the first has
// left, pass(x, a, b) and so on, as many as there are; then comes value_and_slope(x, a, ...), and value likewise. An
// array goes through them block by block (kernel.h).
//
// A formula's operations are one long chain, each waiting for the one before, and a processor looks no further ahead
// than two or three vectors: two halves let it look twice as far, with the same bits. Pays from about 30 operations on,
// if the passes are equally long and little is left between them.
template <class A>
concept InPasses = requires(const A f, F32x4 x) {
  f.pass(x);
};

// f, after all passes.
template <class A, class... In>
F32x4 value_of(const A& f, const In&... in) {
  if constexpr (requires { f.value(in...); }) {
    return f.value(in...);
  } else if constexpr (requires { &A::value; }) {
    static_assert(!sizeof(A), "value takes x and what the passes leave, as value_and_slope does");
  } else {
    return f.value_and_slope(in...).value;
  }
}

// f and f' of one vector, however many passes there are.
template <class A, class... In>
Dual value_and_slope_of(const A& f, const In&... in) {
  if constexpr (requires { f.pass(in...); }) {
    return value_and_slope_of(f, in..., f.pass(in...));
  } else {
    return f.value_and_slope(in...);
  }
}

// A function of one number. The struct's members are its parameters, in the order of A::parameters, one F32x4 each: the
// same kernel serves one value for a whole array, one per unit and one per element. Where a choice between formulas
// depends on them alone, a member choose(run) makes it once per array: it calls run with what serves them. Such a
// function has no parameters of every element's own, which stochastic ones need.
//
// reference and reference_slope are the oracle: the same function in double precision by the C library. It serves tests
// and tools; the C library differs between machines, so nothing that trains or draws may call it.
template <class A>
concept ElementWise = Described<A> &&(InOnePass<A> || InPasses<A>)&&requires(double wide, const double* parameters) {
  { A::reference(wide, parameters) } -> std::same_as<double>;
  { A::reference_slope(wide, parameters) } -> std::same_as<double>;
};

// An element-wise function whose parameters can be learned: df/d(parameter), in the order of A::parameters, of
// which only the places of learned ones are read.
template <class A>
concept Learnable = ElementWise<A> && requires(const A f, F32x4 x, double wide, const double* parameters, size_t k) {
  { f.parameter_slopes(x) } -> std::same_as<std::array<F32x4, A::parameters.size()>>;
  { A::reference_parameter_slope(wide, parameters, k) } -> std::same_as<double>;
};

// A row becomes a row. The kernels take four rows at a time, one a lane (cpp/simd/row.h); y is the row's value, as
// `value` has written it. Results never overlap what is read.
//
//   outputs(n)       how many numbers become of a row of n
//   vector_jacobian  result_i = sum_j cotangent_j dy_j/dx_i: what a network's backward pass asks for
//   jacobian_vector  result_j = sum_i dy_j/dx_i tangent_i
//
// The oracle writes y and the Jacobian [outputs][n] of one row, for tests and tools as above.
template <class A>
concept RowFunction = Described<A> && requires(const A f, Row row, RowTarget result, std::span<const double> wide,
                                               const double* parameters, double* numbers) {
  { A::outputs(size_t{}) } -> std::same_as<size_t>;
  f.vector_jacobian(row, row, row, result);
  f.jacobian_vector(row, row, row, result);
  A::reference(wide, parameters, numbers);
  A::reference_jacobian(wide, parameters, numbers);
};

// Row-wise functions of x and of noise that is as wide: drawn from Gumbel(0, 1) in training, 0 in evaluation. Their
// oracle takes x + noise.
template <class A>
concept NoisyRowWise = RowFunction<A> && requires(const A f, Row row, RowTarget result) {
  f.value(row, row, result);
};

template <class A>
concept RowWise = NoisyRowWise<A> ||
    (RowFunction<A>&& requires(const A f, Row row, RowTarget result) { f.value(row, result); });

// A function of value a and gate b. A row holds all values, then all gates, and becomes half as wide.
template <class A>
concept Gated = Described<A> && requires(const A f, F32x4 a, F32x4 b, double wide, const double* parameters) {
  { f.value(a, b) } -> std::same_as<F32x4>;
  { f.slopes(a, b) } -> std::same_as<GatedSlopes>;
  { A::reference(wide, wide, parameters) } -> std::same_as<double>;
  { A::reference_slopes(wide, wide, parameters) } -> std::same_as<std::array<double, 2>>;
};

// k values become one, together with the index of the one that was taken (as a float32, exact): the first piece is
// folded with the others in order.
template <class A>
concept Pooled = Described<A> && requires(const A f, F32x4 best, F32x4 candidate) {
  { f.replaces(best, candidate) } -> std::same_as<Mask32x4>;
};

}  // namespace playground
