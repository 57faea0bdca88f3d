// The concepts that a header of cpp/activations fulfils, one per kind of function.
#pragma once

#include <concepts>
#include <span>

#include "cpp/catalogue/description.h"

namespace playground {

template <class A>
concept Described = requires {
  { A::description } -> std::convertible_to<const Description&>;
  { A::parameters } -> std::convertible_to<std::span<const Parameter>>;
};

// f and f' of one x. The struct's members are its parameters, in the order of A::parameters, one F32x4 each: the
// same kernel serves one value for a whole array, one per unit and one per element.
//
// reference and reference_slope are the oracle: the same function in double precision by the C library. It serves tests
// and tools; the C library differs between machines, so nothing that trains or draws may call it.
template <class A>
concept ElementWise = Described<A> && requires(const A f, F32x4 x, double wide, const double* parameters) {
  { f.value(x) } -> std::same_as<F32x4>;
  { f.value_and_slope(x) } -> std::same_as<Dual>;
  { A::reference(wide, parameters) } -> std::same_as<double>;
  { A::reference_slope(wide, parameters) } -> std::same_as<double>;
};

// An element-wise function whose parameters can be learned: df/d(parameter), in the order of A::parameters.
template <class A>
concept Learnable = ElementWise<A> && requires(const A f, F32x4 x, double wide, const double* parameters, size_t k) {
  { f.parameter_slopes(x) } -> std::same_as<std::array<F32x4, A::parameters.size()>>;
  { A::reference_parameter_slope(wide, parameters, k) } -> std::same_as<double>;
};

// k values become one, together with the index of the one that was taken (as a float32, exact): the first piece is
// folded with the others in order.
template <class A>
concept Pooled = Described<A> && requires(const A f, F32x4 best, F32x4 candidate) {
  { f.replaces(best, candidate) } -> std::same_as<Mask32x4>;
};

}  // namespace playground
