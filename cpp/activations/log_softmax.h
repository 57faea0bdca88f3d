// Logarithm of softmax: x_i - max x - log(sum of e^(x_j - max x)). Both parts are at most 0, so nothing cancels; the
// sum is 1 for a largest entry plus the rest, and log(1 + rest) keeps the digits of a rest far below 1.
#pragma once

#include "cpp/activations/softmax.h"

namespace playground {

struct LogSoftmax {
  static constexpr Description description{
      .id = "log_softmax",
      .name_en = "Log-softmax",
      .name_zh = "对数 Softmax",
      .kind = Kind::row_wise,
      .formula = R"(y_i=x_i-\ln\sum_j e^{x_j})",
      .derivative = R"(\frac{\partial y_i}{\partial x_j}=\delta_{ij}-e^{y_j})",
      .bound = {.value_ulp = 2, .slope_ulp = 1},
      .frameworks = {.pytorch = "torch.nn.LogSoftmax",
                     .keras = "keras.activations.log_softmax",
                     .jax = "jax.nn.log_softmax",
                     .tensorflow = "tf.nn.log_softmax",
                     .onnx = "LogSoftmax"},
  };
  static constexpr std::array<Parameter, 0> parameters{};

  static constexpr size_t outputs(size_t inputs) { return inputs; }

  void value(Row x, RowTarget y) const {
    const SoftmaxSums sums = sums_of(x);
    const F64x4 log_total = widen(sums.log_total());
    for (size_t i = 0; i < x.size; ++i) y.set(i, narrow((widen(x[i]) - sums.largest) - log_total));
  }
  // c_i - p_i sum_j c_j with p = softmax(x): from x, for y has lost what p needs.
  void vector_jacobian(Row x, Row, Row cotangent, RowTarget result) const {
    const SoftmaxSums sums = sums_of(x);
    F64x4 share = F64x4::splat(0.0);
    for (size_t i = 0; i < x.size; ++i) share += widen(cotangent[i]);
    share = share / sums.total();
    for (size_t i = 0; i < x.size; ++i) {
      const F64x4 e = exp_of_difference(widen(x[i]) - sums.largest);
      result.set(i, narrow(widen(cotangent[i]) - e * share));
    }
  }
  // t_i - sum_j p_j t_j, with t relative to its entry at the largest x (softmax_product says why).
  void jacobian_vector(Row x, Row, Row tangent, RowTarget result) const {
    const SoftmaxSums sums = sums_of(x);
    const F64x4 origin = widen(at_largest(x, tangent));
    F64x4 mean = F64x4::splat(0.0);
    for (size_t i = 0; i < x.size; ++i) {
      mean += exp_of_difference(widen(x[i]) - sums.largest) * (widen(tangent[i]) - origin);
    }
    mean = mean / sums.total();
    for (size_t i = 0; i < x.size; ++i) result.set(i, narrow((widen(tangent[i]) - origin) - mean));
  }

  static void reference(std::span<const double> x, const double*, double* y) {
    const size_t first = std::max_element(x.begin(), x.end()) - x.begin();
    double rest = 0.0;
    for (size_t i = 0; i < x.size(); ++i) {
      if (i != first) rest += std::exp(x[i] - x[first]);
    }
    for (size_t i = 0; i < x.size(); ++i) y[i] = (x[i] - x[first]) - std::log1p(rest);
  }
  static void reference_jacobian(std::span<const double> x, const double* parameters, double* jacobian) {
    const size_t n = x.size();
    std::vector<double> p(n);
    Softmax::reference(x, parameters, p.data());
    for (size_t i = 0; i < n; ++i) {
      double others = 0.0;
      for (size_t j = 0; j < n; ++j) {
        if (j == i) continue;
        others += p[j];
        jacobian[i * n + j] = -p[j];
      }
      jacobian[i * n + i] = others;
    }
  }

 private:
  static SoftmaxSums sums_of(Row x) {
    return softmax_sums(x.size, [&](size_t i) { return widen(x[i]); });
  }
};

}  // namespace playground
