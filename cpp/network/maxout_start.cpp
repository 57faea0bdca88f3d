#include "cpp/network/maxout_start.h"

#include <algorithm>

namespace playground {
namespace {

struct Line {
  double slope;
  double intercept;
};

// Points are added one by one; the sums are about a point near them, so that they do not cancel.
class Fit {
 public:
  explicit Fit(double about) : about_(about) {}

  void add(double x, double y) {
    x -= about_;
    ++count_;
    x_ += x;
    y_ += y;
    xx_ += x * x;
    xy_ += x * y;
  }
  double variation() const { return count_ ? xx_ - x_ * x_ / count_ : 0.0; }
  Line line() const {
    const double slope = variation() > 0.0 ? (xy_ - x_ * y_ / count_) / variation() : 0.0;
    const double height = count_ ? (y_ - slope * x_) / count_ : 0.0;
    return {slope, height - slope * about_};
  }

 private:
  double about_;
  double count_ = 0.0, x_ = 0.0, y_ = 0.0, xx_ = 0.0, xy_ = 0.0;
};

std::vector<Line> fit_function(const LeastSquaresSpec& spec, int pieces) {
  constexpr int points = 64;  // per part, at the middles of equal steps
  std::vector<float> parameters;
  for (const Parameter& parameter : spec.target->parameters) parameters.push_back(parameter.initial);
  std::vector<Line> lines;
  const double part = (spec.high - spec.low) / pieces;
  for (int j = 0; j < pieces; ++j) {
    float x[points], y[points];
    for (int k = 0; k < points; ++k) x[k] = static_cast<float>(spec.low + part * (j + (k + 0.5) / points));
    spec.target->kernels->value(parameters.data(), x, y, points);
    Fit fit(spec.low + part * (j + 0.5));
    for (int k = 0; k < points; ++k) fit.add(x[k], y[k]);
    lines.push_back(fit.line());
  }
  return lines;
}

std::vector<Line> fit_data(const Dataset& data, int column, int pieces) {
  const auto [low, high] = std::minmax_element(data.x.begin(), data.x.begin() + data.train_rows);
  const double start = *low;
  const double part = (static_cast<double>(*high) - start) / pieces;
  Fit all(start);
  std::vector<Fit> fits;
  for (int j = 0; j < pieces; ++j) fits.emplace_back(start + part * (j + 0.5));
  for (int row = 0; row < data.train_rows; ++row) {
    const double x = data.x[row];
    const double y = data.y[static_cast<size_t>(row) * data.outputs + column];
    const int j = part > 0.0 ? std::min(pieces - 1, static_cast<int>((x - start) / part)) : 0;
    fits[j].add(x, y);
    all.add(x, y);
  }
  std::vector<Line> lines;
  for (const Fit& fit : fits) lines.push_back((fit.variation() > 0.0 ? fit : all).line());
  return lines;
}

}  // namespace

void start_by_least_squares(Arena& arena, int layer, const LayerSpec& spec, const Dataset& data) {
  const std::string key = std::to_string(layer);
  const int tensor = arena.find(key + ".weight");
  const Matrix weights = arena.matrix(tensor, Arena::values);
  float* biases = arena.matrix(arena.find(key + ".bias"), Arena::values).data;
  const int inputs = arena.tensors()[tensor].columns;
  const bool function = spec.least_squares->target;
  std::vector<Line> lines;
  if (function) lines = fit_function(*spec.least_squares, spec.pieces);
  for (int u = 0; u < spec.units; ++u) {
    if (!function) lines = fit_data(data, u, spec.pieces);
    // The first piece's row is the direction, and is itself replaced: last.
    const float* direction = weights.row(u * spec.pieces);
    for (int j = spec.pieces; j-- > 0;) {
      const int row = u * spec.pieces + j;
      biases[row] = static_cast<float>(lines[j].intercept);
      for (int i = 0; i < inputs; ++i) {
        weights.row(row)[i] = static_cast<float>(lines[j].slope * (function ? direction[i] : 1.0));
      }
    }
  }
}

}  // namespace playground
