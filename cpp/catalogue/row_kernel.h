// Kernels over many rows at once: every function that is not element-wise behind the same plain function pointers,
// dispatched once per array.
//
// Arrays are feature-major, as a network's matrices are: feature i of all rows lies at data + i * stride. Rows are
// padded to whole vectors; what the padding holds is computed like any row. Results never overlap what is read.
#pragma once

#include "cpp/catalogue/concepts.h"
#include "cpp/catalogue/kernel.h"

namespace playground {

struct RowBatch {
  const float* parameters;  // one float per parameter of the function
  size_t rows;              // a multiple of 4
  size_t stride;            // floats from one feature to the next, at least `rows`
  size_t columns;           // features of x
  const float* x;
  const float* noise = nullptr;  // as x, where the function is noisy; null: none
};

struct RowKernels {
  bool noisy;
  // What columns must be a multiple of, and how many features the result then has.
  size_t (*group)(const float* parameters);
  size_t (*outputs)(const float* parameters, size_t columns);
  void (*value)(const RowBatch& batch, float* y);
  // cotangent: as y; result: as x.
  void (*vector_jacobian)(const RowBatch& batch, const float* y, const float* cotangent, float* result);
  // tangent: as x; result: as y.
  void (*jacobian_vector)(const RowBatch& batch, const float* y, const float* tangent, float* result);
};

namespace detail {

// ---- Row-wise: a row as a whole

// Noise where there is none: every feature is the same vector of zeros.
inline constexpr float no_noise[lanes] = {};

template <class A>
struct RowWiseKernels {
  static size_t group(const float*) { return 1; }
  static size_t outputs(const float*, size_t columns) { return A::outputs(columns); }

  static void value(const RowBatch& batch, float* y) {
    const A f = with_shared_parameters<A>(batch.parameters);
    for (size_t r = 0; r < batch.rows; r += lanes) {
      const Row x{batch.x + r, batch.stride, batch.columns};
      const RowTarget target{y + r, batch.stride};
      if constexpr (NoisyRowWise<A>) {
        const Row noise = batch.noise ? Row{batch.noise + r, batch.stride, batch.columns} : Row{no_noise, 0, 0};
        f.value(x, noise, target);
      } else {
        f.value(x, target);
      }
    }
  }
  static void vector_jacobian(const RowBatch& batch, const float* y, const float* cotangent, float* result) {
    const A f = with_shared_parameters<A>(batch.parameters);
    const size_t outputs = A::outputs(batch.columns);
    for (size_t r = 0; r < batch.rows; r += lanes) {
      f.vector_jacobian({batch.x + r, batch.stride, batch.columns}, {y + r, batch.stride, outputs},
                        {cotangent + r, batch.stride, outputs}, {result + r, batch.stride});
    }
  }
  static void jacobian_vector(const RowBatch& batch, const float* y, const float* tangent, float* result) {
    const A f = with_shared_parameters<A>(batch.parameters);
    for (size_t r = 0; r < batch.rows; r += lanes) {
      f.jacobian_vector({batch.x + r, batch.stride, batch.columns}, {y + r, batch.stride, A::outputs(batch.columns)},
                        {tangent + r, batch.stride, batch.columns}, {result + r, batch.stride});
    }
  }
};

// ---- Gated: feature i of the first half with feature i of the second

template <class A>
struct GatedKernels {
  static size_t group(const float*) { return 2; }
  static size_t outputs(const float*, size_t columns) { return columns / 2; }

  // body(f, place of the value and of the result, place of the gate)
  template <class Body>
  static void for_each_pair(const RowBatch& batch, Body&& body) {
    const A f = with_shared_parameters<A>(batch.parameters);
    const size_t half = batch.columns / 2;
    for (size_t i = 0; i < half; ++i) {
      for (size_t r = 0; r < batch.rows; r += lanes) body(f, i * batch.stride + r, (half + i) * batch.stride + r);
    }
  }

  static void value(const RowBatch& batch, float* y) {
    for_each_pair(batch, [&](const A& f, size_t a, size_t b) {
      f.value(F32x4::load(batch.x + a), F32x4::load(batch.x + b)).store(y + a);
    });
  }
  static void vector_jacobian(const RowBatch& batch, const float*, const float* cotangent, float* result) {
    for_each_pair(batch, [&](const A& f, size_t a, size_t b) {
      const GatedSlopes slopes = f.slopes(F32x4::load(batch.x + a), F32x4::load(batch.x + b));
      const F32x4 incoming = F32x4::load(cotangent + a);
      (incoming * slopes.by_value).store(result + a);
      (incoming * slopes.by_gate).store(result + b);
    });
  }
  static void jacobian_vector(const RowBatch& batch, const float*, const float* tangent, float* result) {
    for_each_pair(batch, [&](const A& f, size_t a, size_t b) {
      const GatedSlopes slopes = f.slopes(F32x4::load(batch.x + a), F32x4::load(batch.x + b));
      const F64x4 by_value = widen(slopes.by_value) * widen(F32x4::load(tangent + a));
      const F64x4 by_gate = widen(slopes.by_gate) * widen(F32x4::load(tangent + b));
      narrow(by_value + by_gate).store(result + a);
    });
  }
};

// ---- Pooled: k consecutive features become one

template <class A>
struct PooledKernels {
  static size_t group(const float* parameters) { return static_cast<size_t>(parameters[0]); }
  static size_t outputs(const float* parameters, size_t columns) { return columns / group(parameters); }

  // body(unit's place in the result, place of its first piece, the largest piece, its index)
  template <class Body>
  static void for_each_unit(const RowBatch& batch, Body&& body) {
    const A f;
    const size_t k = group(batch.parameters);
    for (size_t u = 0; u < batch.columns / k; ++u) {
      for (size_t r = 0; r < batch.rows; r += lanes) {
        const size_t first = u * k * batch.stride + r;
        F32x4 best = F32x4::load(batch.x + first);
        F32x4 winner = F32x4::zero();
        for (size_t j = 1; j < k; ++j) {
          const F32x4 candidate = F32x4::load(batch.x + first + j * batch.stride);
          const Mask32x4 taken = f.replaces(best, candidate);
          best = select(taken, candidate, best);
          winner = select(taken, F32x4::splat(static_cast<float>(j)), winner);
        }
        body(u * batch.stride + r, first, best, winner);
      }
    }
  }

  static void value(const RowBatch& batch, float* y) {
    for_each_unit(batch, [&](size_t unit, size_t, F32x4 best, F32x4) { best.store(y + unit); });
  }
  static void vector_jacobian(const RowBatch& batch, const float*, const float* cotangent, float* result) {
    const size_t k = group(batch.parameters);
    for_each_unit(batch, [&](size_t unit, size_t first, F32x4, F32x4 winner) {
      for (size_t j = 0; j < k; ++j) {
        const Mask32x4 here = winner == F32x4::splat(static_cast<float>(j));
        keep_where(here, F32x4::load(cotangent + unit)).store(result + first + j * batch.stride);
      }
    });
  }
  static void jacobian_vector(const RowBatch& batch, const float*, const float* tangent, float* result) {
    const size_t k = group(batch.parameters);
    for_each_unit(batch, [&](size_t unit, size_t first, F32x4, F32x4 winner) {
      F32x4 taken = F32x4::zero();
      for (size_t j = 0; j < k; ++j) {
        const Mask32x4 here = winner == F32x4::splat(static_cast<float>(j));
        taken = select(here, F32x4::load(tangent + first + j * batch.stride), taken);
      }
      taken.store(result + unit);
    });
  }
};

template <class Kernels>
constexpr RowKernels row_kernels(bool noisy) {
  return {noisy, Kernels::group, Kernels::outputs, Kernels::value, Kernels::vector_jacobian, Kernels::jacobian_vector};
}

}  // namespace detail

template <class A>
concept OfRows = RowWise<A> || Gated<A> || Pooled<A>;

template <OfRows A>
constexpr RowKernels row_kernels_of() {
  if constexpr (RowWise<A>) {
    return detail::row_kernels<detail::RowWiseKernels<A>>(NoisyRowWise<A>);
  } else if constexpr (Gated<A>) {
    return detail::row_kernels<detail::GatedKernels<A>>(false);
  } else {
    return detail::row_kernels<detail::PooledKernels<A>>(false);
  }
}

}  // namespace playground
