// A table of given values with a class per row (the digits): standardised, and split by a seed.
#pragma once

#include "cpp/datasets/dataset.h"

namespace playground {

struct Table {
  std::span<const float> values;    // rows x inputs, row-major
  std::span<const int32_t> labels;  // rows
  int inputs = 64;
  int classes = 10;
  float full_scale = 16.0f;  // the largest value a pixel can take
};

// Which value, where, cannot be learned from: lengths that do not fit, a value that is not finite, a label outside
// 0 ... classes - 1. Rows and columns are counted from 0.
std::optional<InvalidField> validate(const Table& table);

// The table must be valid. x = value / full_scale, minus each column's mean over the training rows, over the one
// standard deviation common to all columns of the training rows (1 where they do not vary at all): columns keep their
// relative spread, as the claims' experiments have it. The test rows have no part in either figure.
Dataset make_table(const Table& table, double split, uint64_t seed);

}  // namespace playground
