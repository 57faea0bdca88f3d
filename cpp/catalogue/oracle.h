// The oracles of one header, likewise compiled alone.
#pragma once

#include <algorithm>

#include "cpp/catalogue/catalogue.h"

namespace playground::detail {

template <class A>
void reference_values(const float* x, const double* parameters, float* values, size_t n) {
  for (size_t i = 0; i < n; ++i) values[i] = static_cast<float>(A::reference(x[i], parameters));
}

template <Described A>
const Oracle* oracle_of() {
  if constexpr (ElementWise<A>) {
    static constexpr Oracle oracle = [] {
      Oracle found{A::reference, A::reference_slope, nullptr, &A::description.bound, reference_values<A>};
      if constexpr (Learnable<A>) found.parameter_slope = A::reference_parameter_slope;
      return found;
    }();
    return &oracle;
  }
  return nullptr;
}

template <class A>
struct GatedOracle {
  static void value(std::span<const double> x, const double* parameters, double* y) {
    const size_t half = x.size() / 2;
    for (size_t i = 0; i < half; ++i) y[i] = A::reference(x[i], x[half + i], parameters);
  }
  static void jacobian(std::span<const double> x, const double* parameters, double* jacobian) {
    const size_t half = x.size() / 2;
    std::fill_n(jacobian, half * x.size(), 0.0);
    for (size_t i = 0; i < half; ++i) {
      const auto [by_value, by_gate] = A::reference_slopes(x[i], x[half + i], parameters);
      jacobian[i * x.size() + i] = by_value;
      jacobian[i * x.size() + half + i] = by_gate;
    }
  }
};

struct PooledOracle {
  static size_t winner(std::span<const double> x, size_t k, size_t unit) {
    const auto first = x.begin() + static_cast<std::ptrdiff_t>(unit * k);
    return static_cast<size_t>(std::max_element(first, first + static_cast<std::ptrdiff_t>(k)) - x.begin());
  }
  static void value(std::span<const double> x, const double* parameters, double* y) {
    const auto k = static_cast<size_t>(parameters[0]);
    for (size_t u = 0; u < x.size() / k; ++u) y[u] = x[winner(x, k, u)];
  }
  static void jacobian(std::span<const double> x, const double* parameters, double* jacobian) {
    const auto k = static_cast<size_t>(parameters[0]);
    std::fill_n(jacobian, x.size() / k * x.size(), 0.0);
    for (size_t u = 0; u < x.size() / k; ++u) jacobian[u * x.size() + winner(x, k, u)] = 1.0;
  }
};

template <Described A>
const RowOracle* row_oracle_of() {
  if constexpr (RowWise<A>) {
    static constexpr RowOracle oracle{A::reference, A::reference_jacobian};
    return &oracle;
  } else if constexpr (Gated<A>) {
    static constexpr RowOracle oracle{GatedOracle<A>::value, GatedOracle<A>::jacobian};
    return &oracle;
  } else if constexpr (Pooled<A>) {
    static constexpr RowOracle oracle{PooledOracle::value, PooledOracle::jacobian};
    return &oracle;
  }
  return nullptr;
}

}  // namespace playground::detail
