// Where the points of each figure lie. Classes alternate from row to row: even rows are class A.
#include "cpp/datasets/generators.h"

#include <cmath>

#include "cpp/math/scalar.h"

namespace playground {
namespace {

using scalar::pi;

double between(Random& random, double low, double high) { return low + (high - low) * random.uniform_double(); }

}  // namespace

Point circle_point(int, int, bool class_a, Random& random) {
  // The square root spreads A evenly over its disc.
  const double radius = class_a ? 0.42 * std::sqrt(random.uniform_double()) : between(random, 0.62, 0.98);
  const double angle = 2.0 * pi * random.uniform_double();
  return {radius * scalar::cos(angle), radius * scalar::sin(angle)};
}

Point xor_point(int, int, bool class_a, Random& random) {
  // A where the signs agree; nothing within 0.06 of the axes, so that noise-free classes touch nowhere.
  const double x = between(random, 0.06, 1.0);
  const double y = between(random, 0.06, 1.0);
  const double side = random.below(2) ? 1.0 : -1.0;
  return {side * x, class_a ? side * y : -side * y};
}

Point gaussians_point(int, int, bool class_a, Random& random) {
  constexpr double centre = 0.5;
  constexpr double deviation = 0.15;
  const double side = class_a ? centre : -centre;
  const double x = side + deviation * random.normal();
  const double y = side + deviation * random.normal();
  return {x, y};
}

Point spiral_point(int row, int rows, bool class_a, Random&) {
  // Two arms of 1.0625 turns, half a turn apart, clockwise outwards; rows run along an arm at even steps of angle.
  const double along = (row / 2) / (rows * 0.5);
  const double radius = 0.08 + 0.92 * along;
  const double angle = 2.0 * pi * 1.0625 * along + (class_a ? pi : 0.0);
  return {radius * scalar::sin(angle), radius * scalar::cos(angle)};
}

Point moons_point(int, int, bool class_a, Random& random) {
  // Two half circles of radius 1, each with one end inside the other, squeezed into the frame.
  const double angle = pi * random.uniform_double();
  const double x = scalar::cos(angle) - 0.5;
  const double y = scalar::sin(angle) - 0.25;
  const double side = class_a ? 1.0 : -1.0;
  return {0.62 * side * x, 0.8 * side * y};
}

double curve_target(double x) {
  // A wave with a bell beside it: smooth, of unequal scales, and neither odd nor even.
  const double u = 3.0 * (x - 0.9);
  return 0.6 * scalar::sin(2.4 * x) + 0.7 / (1.0 + u * u) - 0.1;
}

}  // namespace playground
