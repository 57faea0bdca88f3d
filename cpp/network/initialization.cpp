// Initial weights, untruncated; biases start at zero. Variances as torch.nn.init has them.
#include <cmath>

#include "cpp/network/layer.h"

namespace playground {
namespace {

double draw_weight(const InitializationSpec& spec, int fan_in, int fan_out, Random& random) {
  // The same standard normal number whatever the scheme: a change of scheme only scales it.
  if (spec.scheme == Scheme::xavier_uniform) {
    const double bound = std::sqrt(6.0 / (fan_in + fan_out));  // Glorot & Bengio 2010
    return spec.gain * bound * (2.0 * random.uniform_double() - 1.0);
  }
  double deviation = 0.0;
  switch (spec.scheme) {
    case Scheme::normal:
      deviation = spec.scale;
      break;
    case Scheme::xavier_uniform:
    case Scheme::xavier_normal:
      deviation = std::sqrt(2.0 / (fan_in + fan_out));
      break;
    case Scheme::he_fan_in:  // He et al. 2015
      deviation = std::sqrt(2.0 / fan_in);
      break;
    case Scheme::he_fan_out:
      deviation = std::sqrt(2.0 / fan_out);
      break;
    case Scheme::lecun_normal:  // LeCun et al. 1998
      deviation = std::sqrt(1.0 / fan_in);
      break;
  }
  return spec.gain * deviation * random.normal();
}

}  // namespace

void draw_row(const InitializationSpec& spec, float* row, int fan_in, int fan_out, Random& random) {
  for (int i = 0; i < fan_in; ++i) row[i] = static_cast<float>(draw_weight(spec, fan_in, fan_out, random));
}

}  // namespace playground
