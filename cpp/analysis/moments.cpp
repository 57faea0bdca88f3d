// Gauss and Legendre's rule with 8 nodes on panels of half a unit over [-12, 12], divided further at the jumps, so
// that f is smooth inside each, and where f swings within one. The rule is then exact beyond float32; what remains is
// the rounding of the kernels, about 1e-7. Outside lie 4e-33 of the weight.
#include "cpp/analysis/moments.h"

#include <algorithm>

#include "cpp/math/scalar.h"

namespace playground::analysis {
namespace {

// Roots of P8 and their weights, as in Abramowitz and Stegun, table 25.4.
constexpr double roots[] = {0.1834346424956498, 0.5255324099163290, 0.7966664774136267, 0.9602898564975363};
constexpr double weights[] = {0.3626837833783620, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763};
constexpr int nodes = 8;
constexpr double limit = 12.0;

// Node i of the panel [low, high], and what it weighs: the rule's weight times the density.
struct Node {
  Node(int i, double low, double high) {
    constexpr double density_at_zero = 0.3989422804014327;  // 1 / sqrt(2 pi)
    const double half = 0.5 * (high - low);
    x = static_cast<float>(0.5 * (low + high) + (i % 2 ? half : -half) * roots[i / 2]);
    const double at = x;
    weight = half * weights[i / 2] * density_at_zero * scalar::exp(-0.5 * at * at);
  }
  float x;
  double weight;
};

struct Moments {
  double value = 0.0;
  double square = 0.0;
  double square_slope = 0.0;

  Moments& operator+=(const Moments& other) {
    value += other.value;
    square += other.square;
    square_slope += other.square_slope;
    return *this;
  }
};

Moments panel(const Function& f, double low, double high) {
  float x[nodes], value[nodes], slope[nodes];
  for (int i = 0; i < nodes; ++i) x[i] = Node(i, low, high).x;
  f.fill(x, value, slope);
  Moments moments;
  for (int i = 0; i < nodes; ++i) {
    const double weight = Node(i, low, high).weight;
    moments += {weight * value[i], weight * value[i] * value[i], weight * slope[i] * slope[i]};
  }
  return moments;
}

// Halves the panel until the halves agree with the whole, as far as float32 slopes tell.
Moments integral(const Function& f, double low, double high, const Moments& whole, int depth) {
  const double middle = 0.5 * (low + high);
  const Moments left = panel(f, low, middle);
  const Moments right = panel(f, middle, high);
  Moments halves = left;
  halves += right;
  const auto agree = [](double a, double b) { return !(std::fabs(a - b) > 1e-9 + 1e-7 * std::fabs(a)); };
  if (depth == 0 || (agree(whole.value, halves.value) && agree(whole.square, halves.square) &&
                     agree(whole.square_slope, halves.square_slope))) {
    return halves;
  }
  Moments finer = integral(f, low, middle, left, depth - 1);
  finer += integral(f, middle, high, right, depth - 1);
  return finer;
}

// The mass of N(0, 1) between two points less than a unit apart.
double mass(double low, double high) {
  double sum = 0.0;
  for (int i = 0; i < nodes; ++i) sum += Node(i, low, high).weight;
  return sum;
}

}  // namespace

void measure_moments(const Function& f, Properties& properties) {
  std::vector<double> edges;
  for (double edge = -limit; edge <= limit; edge += 0.5) edges.push_back(edge);
  for (const std::vector<Jump>* jumps : {&properties.value_jumps, &properties.slope_jumps}) {
    for (const Jump& jump : *jumps) {
      const double edge = jump.x;
      if (std::fabs(edge) < limit) edges.insert(std::upper_bound(edges.begin(), edges.end(), edge), edge);
    }
  }
  constexpr int depth = 8;
  Moments total;
  for (size_t i = 0; i + 1 < edges.size(); ++i) {
    if (edges[i] < edges[i + 1]) {
      total += integral(f, edges[i], edges[i + 1], panel(f, edges[i], edges[i + 1]), depth);
    }
  }
  properties.mean_value = total.value;
  properties.mean_square = total.square;
  properties.mean_square_slope = total.square_slope;
}

double sparsity(const Function& f, const Samples& samples) {
  double total = 0.0;
  for (size_t i = 0; i + 1 < samples.size(); ++i) {
    const bool zero = samples.value[i] == 0.0f;
    if (std::fabs(samples.x[i]) > limit || zero + (samples.value[i + 1] == 0.0f) == 0) continue;
    int64_t low = key_of(samples.x[i]);
    int64_t high = key_of(samples.x[i + 1]);
    const bool zero_throughout = zero && samples.value[i + 1] == 0.0f;
    // To the last float with the same answer as the lower end.
    while (!zero_throughout && high - low > 1) {
      const int64_t middle = low + (high - low) / 2;
      ((f.at(float_of(middle)).value == 0.0f) == zero ? low : high) = middle;
    }
    const double edge = zero_throughout ? samples.x[i + 1] : float_of(low);
    total += zero ? mass(samples.x[i], edge) : mass(edge, samples.x[i + 1]);
  }
  return total;
}

}  // namespace playground::analysis
