// The data a network learns: points drawn from a seed, or a table of given values (table.h).
//
// Coordinates are the network's inputs as they stand; figures fill about [-2, 2] x [-2, 2]. Class A is 1, class B is
// 0, and there are equally many of both (one more of A in an odd number). Refuses to read files: values come in as
// arrays.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace playground {

class Random;
struct Point;
// The point of one row out of `rows`: generators.h.
using PointGenerator = Point (*)(int row, int rows, bool class_a, Random& random);

struct Dataset {
  int inputs = 0;
  int outputs = 0;  // targets per row in y; 0 where there are only labels
  int rows = 0;
  int train_rows = 0;           // the first train_rows rows are for training, the rest for testing
  std::vector<float> x;         // rows x inputs, row-major
  std::vector<float> y;         // rows x outputs: 0 or 1 for two classes, any real number for a curve
  std::vector<int32_t> labels;  // rows; empty for a curve
};

enum class DatasetKind {
  classes2d,     // two inputs, one target in {0, 1}, labels 0 and 1
  regression1d,  // one input, one real target
  table,         // given values: make_table, not make_dataset
};

struct DatasetInfo {
  const char* name;
  DatasetKind kind;
  int inputs;
  int classes;  // 0 for regression
  // Rows in all, training and test.
  int default_size;
  int min_size;
  int max_size;
  // Standard deviation of the Gaussian added to every coordinate, in halves of the figure's width: 0.03 moves points
  // by about 0.06. Of the target itself for a curve.
  double default_noise;
  double max_noise;
  double default_split;
  PointGenerator point;  // classes2d only
};

// Fraction of the rows used for training.
inline constexpr double min_split = 0.1;
inline constexpr double max_split = 1.0;

std::span<const DatasetInfo> dataset_catalogue();
// Null where no data set has this name.
const DatasetInfo* find_dataset(std::string_view name);

struct DatasetOptions {
  std::string name;
  int size = 400;
  double noise = 0.0;
  double split = 0.5;
  uint64_t seed = 1;
};

// Every option but the name at its default. The name must be known.
DatasetOptions default_options(const DatasetInfo& info, uint64_t seed);

struct InvalidField {
  std::string path;     // "dataset.noise"
  std::string message;  // what was found, and what is valid
};

// The first thing that is wrong, if any.
std::optional<InvalidField> validate(const DatasetOptions& options);

// The options must be valid. A table has no generator: it gives an empty data set.
// Rows are drawn from Stream::dataset and put in an order drawn from Stream::split, so that a change of split moves
// the border between training and test and no row.
Dataset make_dataset(const DatasetOptions& options);

// The noise-free target of "curve", on [-2.5, 2.5].
double curve_target(double x);

// Rounded, at least one row for training, and at least one for testing unless split is 1.
int training_rows(int rows, double split);

// Puts the rows of a data set in the order drawn for this seed and sets train_rows.
void split_rows(Dataset& data, double split, uint64_t seed);

}  // namespace playground
