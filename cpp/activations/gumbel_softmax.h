// Gumbel-softmax: softmax of (x + g) / tau with noise g drawn from Gumbel(0, 1), a smooth stand-in for drawing a class
// (Jang et al. 2016; Maddison et al. 2016). The noise is an input: drawn anew for every element in training, absent in
// evaluation.
#pragma once

#include "cpp/activations/softmax.h"

namespace playground {

struct GumbelSoftmax {
  F32x4 tau;

  static constexpr Description description{
      .id = "gumbel_softmax",
      .name_en = "Gumbel-softmax (given noise)",
      .name_zh = "Gumbel-Softmax",
      .kind = Kind::stochastic,
      .formula = R"(y=\mathrm{softmax}\left(\frac{x+g}{\tau}\right),\ g_i\sim\mathrm{Gumbel}(0,1))",
      .derivative = R"(\frac{\partial y_i}{\partial x_j}=\frac{1}{\tau}y_i(\delta_{ij}-y_j))",
      .bound = {.value_ulp = 1, .slope_ulp = 4},
      .frameworks = {.pytorch = "torch.nn.functional.gumbel_softmax"},
      .aliases = "concrete distribution, Gumbel 软最大, 具体分布",
  };
  static constexpr std::array<Parameter, 1> parameters{{
      {.name = "tau", .latex = R"(\tau)", .initial = 1.0f, .minimum = 0.01f, .maximum = 100.0f},
  }};

  static constexpr size_t outputs(size_t inputs) { return inputs; }

  void value(Row x, Row noise, RowTarget y) const {
    const F64x4 wide_tau = widen(tau);
    softmax(
        x.size, [&](size_t i) { return (widen(x[i]) + widen(noise[i])) / wide_tau; }, y);
  }
  void vector_jacobian(Row, Row y, Row cotangent, RowTarget result) const {
    softmax_product(y, cotangent, F64x4::splat(1.0) / widen(tau), result);
  }
  void jacobian_vector(Row x, Row y, Row tangent, RowTarget result) const { vector_jacobian(x, y, tangent, result); }

  // x: with the noise.
  static void reference(std::span<const double> x, const double* parameters, double* y) {
    std::vector<double> logits(x.begin(), x.end());
    for (double& logit : logits) logit /= parameters[0];
    Softmax::reference(logits, parameters, y);
  }
  static void reference_jacobian(std::span<const double> x, const double* parameters, double* jacobian) {
    std::vector<double> logits(x.begin(), x.end());
    for (double& logit : logits) logit /= parameters[0];
    Softmax::reference_jacobian(logits, parameters, jacobian);
    for (size_t k = 0; k < x.size() * x.size(); ++k) jacobian[k] /= parameters[0];
  }
};

}  // namespace playground
