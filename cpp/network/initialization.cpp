// Initial weights, untruncated. Variances and bounds as torch.nn.init has them.
#include <cmath>

#include "cpp/analysis/properties.h"
#include "cpp/network/parts.h"

namespace playground {
namespace {

// Numbers are drawn as spread * U(-1, 1) or spread * N(0, 1).
struct Law {
  bool uniform;
  double spread;
};

Law law_of(const InitializationSpec& spec, int fan_in, int fan_out) {
  switch (spec.scheme) {
    case Scheme::normal:
      return {false, spec.scale};
    case Scheme::uniform:
      return {true, spec.scale};
    case Scheme::xavier_normal:  // Glorot & Bengio 2010
      return {false, std::sqrt(2.0 / (fan_in + fan_out))};
    case Scheme::xavier_uniform:
      return {true, std::sqrt(6.0 / (fan_in + fan_out))};
    case Scheme::he_fan_in:  // He et al. 2015
      return {false, std::sqrt(2.0 / fan_in)};
    case Scheme::he_fan_out:
      return {false, std::sqrt(2.0 / fan_out)};
    case Scheme::he_normal_fan_in:
    case Scheme::lecun_normal:  // LeCun et al. 1998
      return {false, std::sqrt(1.0 / fan_in)};
    case Scheme::he_normal_fan_out:
      return {false, std::sqrt(1.0 / fan_out)};
    case Scheme::he_uniform_fan_in:
    case Scheme::lecun_uniform:
      return {true, std::sqrt(3.0 / fan_in)};
    case Scheme::he_uniform_fan_out:
      return {true, std::sqrt(3.0 / fan_out)};
    case Scheme::torch_linear_default:
      return {true, std::sqrt(1.0 / fan_in)};
    case Scheme::orthogonal:
      break;
  }
  return {false, 1.0};
}

// A vector inside a matrix of doubles.
struct Strided {
  double* data;
  size_t step;

  double& operator[](int i) const { return data[static_cast<size_t>(i) * step]; }
};

double dot(Strided a, Strided b, int n) {
  double sum = 0.0;
  for (int i = 0; i < n; ++i) sum += a[i] * b[i];
  return sum;
}

}  // namespace

// One vector after the other (Gram & Schmidt; twice is enough, Giraud et al.
// 2005). From normal numbers that gives every orthogonal matrix the same chance (Saxe et al. 2014).
void orthonormalize(std::vector<double>& matrix, int rows, int columns) {
  const bool wide = rows <= columns;
  const int count = wide ? rows : columns;
  const int length = wide ? columns : rows;
  const auto vector = [&](int k) {
    const size_t width = static_cast<size_t>(columns);
    return wide ? Strided{matrix.data() + static_cast<size_t>(k) * width, 1} : Strided{matrix.data() + k, width};
  };
  for (int k = 0; k < count; ++k) {
    const Strided v = vector(k);
    for (int pass = 0; pass < 2; ++pass) {
      for (int before = 0; before < k; ++before) {
        const Strided other = vector(before);
        const double part = dot(v, other, length);
        for (int i = 0; i < length; ++i) v[i] -= part * other[i];
      }
    }
    const double norm = std::sqrt(dot(v, v, length));
    for (int i = 0; i < length; ++i) v[i] /= norm;
  }
}

void draw_weights(const InitializationSpec& spec, int fan_in, int fan_out, Random& random,
                  FunctionRef<float*(int)> row) {
  // The same numbers whatever the spread: a change of scheme within a law only scales them.
  const Law law = law_of(spec, fan_in, fan_out);
  std::vector<double> matrix(static_cast<size_t>(fan_in) * static_cast<size_t>(fan_out));
  for (double& weight : matrix) weight = law.uniform ? 2.0 * random.uniform_double() - 1.0 : random.normal();
  if (parts.orthonormalize && spec.scheme == Scheme::orthogonal) parts.orthonormalize(matrix, fan_out, fan_in);
  const double* next = matrix.data();
  for (int u = 0; u < fan_out; ++u) {
    float* weights = row(u);
    for (int i = 0; i < fan_in; ++i) weights[i] = static_cast<float>(spec.gain * law.spread * *next++);
  }
}

double measured_gain(const NetworkSpec& spec, int layer) {
  for (size_t l = static_cast<size_t>(layer) + 1; l < spec.layers.size() && !spec.layers[l].has_weights(); ++l) {
    const LayerSpec& next = spec.layers[l];
    if (next.type != LayerType::activation) continue;
    if (!next.activation->element_wise()) break;
    const double mean_square = measure(*next.activation, next.parameters).mean_square;
    return mean_square > 0.0 && std::isfinite(mean_square) ? 1.0 / std::sqrt(mean_square) : 1.0;
  }
  return 1.0;
}

}  // namespace playground
