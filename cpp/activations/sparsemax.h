// Sparsemax: the point of the simplex nearest to the row, max(x - tau, 0) with tau such that the entries sum to 1
// (Martins and Astudillo 2016). The support is {i: 1 + k x_(k) > sum of the k largest}, strictly: an entry exactly on
// the boundary is outside, with zero slope. A row with NaN or +inf, or of -inf alone, is NaN.
//
// The support is found without sorting, by Michelot's iteration: cut at the threshold of the entries that are left
// until none falls away. Entries z = x - max x are taken in float64, and a threshold (s - 1) / k is compared as
// k z > s - 1, so that it is not rounded.
#pragma once

#include <algorithm>
#include <cmath>
#include <functional>
#include <span>
#include <vector>

#include "cpp/catalogue/description.h"
#include "cpp/simd/row.h"

namespace playground {

struct Sparsemax {
  static constexpr Description description{
      .id = "sparsemax",
      .name_en = "Sparsemax",
      .name_zh = "Sparsemax",
      .kind = Kind::row_wise,
      .formula = R"(y=\arg\min_{p\in\Delta}\lVert p-x\rVert^2=\max(x-\tau(x),0))",
      .derivative = R"(J v=s\odot(v-\bar v_S),\ s_i=[y_i>0],\ S=\{i:y_i>0\})",
      .bound = {.value_ulp = 1, .slope_ulp = 1},
      .frameworks = {.keras = "keras.activations.sparsemax", .tensorflow = "tfa.activations.sparsemax (archived)"},
      .aliases = "稀疏最大",
  };
  static constexpr std::array<Parameter, 0> parameters{};

  static constexpr size_t outputs(size_t inputs) { return inputs; }

  void value(Row x, RowTarget y) const {
    const F32x4 first = row_maximum(x);
    const F64x4 largest = widen(first + (first - first));  // NaN where it is infinite
    // Beyond -2 every entry is outside; the limit keeps 0 * inf away.
    const auto entry = [&](size_t i) { return maximum(widen(x[i]) - largest, F64x4::splat(-2.0)); };
    const F64x4 one = F64x4::splat(1.0);
    // The first cut is at the largest entry's own threshold, -1; each later one takes away at least one entry more.
    F64x4 count = one;
    F64x4 excess = -one;  // s - 1
    for (size_t cut = 0; cut <= x.size; ++cut) {
      F64x4 left = F64x4::splat(0.0);
      F64x4 sum = left;
      for (size_t i = 0; i < x.size; ++i) {
        const F64x4 z = entry(i);
        left += keep_where_greater(count * z, excess, one);
        sum += keep_where_greater(count * z, excess, z);
      }
      const bool settled = cut > 0 && !(narrow(left) < narrow(count)).any();
      count = left;
      excess = sum - one;
      if (settled) break;
    }
    for (size_t i = 0; i < x.size; ++i) {
      y.set(i, narrow(maximum((count * entry(i) - excess) / count, F64x4::splat(0.0))));
    }
  }
  // In the support v_i less the support's mean of v; zero outside.
  void vector_jacobian(Row, Row y, Row cotangent, RowTarget result) const {
    const F32x4 zero = F32x4::zero();
    F64x4 count = F64x4::splat(0.0);
    F64x4 sum = count;
    for (size_t i = 0; i < y.size; ++i) {
      const Mask32x4 inside = y[i] > zero;
      count += widen(keep_where(inside, F32x4::splat(1.0f)));
      sum += widen(keep_where(inside, cotangent[i]));
    }
    const F64x4 mean = sum / count;
    for (size_t i = 0; i < y.size; ++i) {
      const F32x4 product = keep_where(y[i] > zero, narrow(widen(cotangent[i]) - mean));
      result.set(i, select(is_nan(y[i]), y[i], product));
    }
  }
  // The Jacobian is symmetric.
  void jacobian_vector(Row x, Row y, Row tangent, RowTarget result) const { vector_jacobian(x, y, tangent, result); }

  // By sorting, as the authors do.
  static void reference(std::span<const double> x, const double*, double* y) {
    std::vector<double> sorted(x.begin(), x.end());
    std::sort(sorted.begin(), sorted.end(), std::greater<>());
    const double largest = sorted[0];
    double sum = 0.0, threshold = 0.0;
    for (size_t k = 0; k < sorted.size(); ++k) {
      const double z = sorted[k] - largest;
      sum += z;
      if (1.0 + static_cast<double>(k + 1) * z > sum) threshold = (sum - 1.0) / static_cast<double>(k + 1);
    }
    for (size_t i = 0; i < x.size(); ++i) y[i] = std::max(x[i] - largest - threshold, 0.0);
  }
  static void reference_jacobian(std::span<const double> x, const double* parameters, double* jacobian) {
    const size_t n = x.size();
    std::vector<double> y(n);
    reference(x, parameters, y.data());
    const double count = static_cast<double>(std::count_if(y.begin(), y.end(), [](double p) { return p > 0.0; }));
    for (size_t i = 0; i < n; ++i) {
      for (size_t j = 0; j < n; ++j) {
        jacobian[i * n + j] = y[i] > 0.0 && y[j] > 0.0 ? (i == j ? 1.0 : 0.0) - 1.0 / count : 0.0;
      }
    }
  }
};

}  // namespace playground
