// The figures of cpp/datasets, on [-1, 1] x [-1, 1] and without noise; make_dataset scales them and adds it.
#pragma once

#include "cpp/datasets/dataset.h"
#include "cpp/math/random.h"

namespace playground {

struct Point {
  double x;
  double y;
};

Point circle_point(int row, int rows, bool class_a, Random& random);
Point xor_point(int row, int rows, bool class_a, Random& random);
Point gaussians_point(int row, int rows, bool class_a, Random& random);
Point spiral_point(int row, int rows, bool class_a, Random& random);
Point moons_point(int row, int rows, bool class_a, Random& random);

}  // namespace playground
