#include "cpp/datasets/table.h"

#include <cmath>

namespace playground {
namespace {

void standardise(Dataset& data, double full_scale) {
  const size_t columns = data.inputs;
  const size_t rows = data.train_rows;
  std::vector<double> mean(columns, 0.0);
  for (size_t row = 0; row < rows; ++row) {
    for (size_t column = 0; column < columns; ++column) mean[column] += data.x[row * columns + column] / full_scale;
  }
  for (double& m : mean) m /= static_cast<double>(rows);
  double squares = 0.0;
  for (size_t row = 0; row < rows; ++row) {
    for (size_t column = 0; column < columns; ++column) {
      const double centred = data.x[row * columns + column] / full_scale - mean[column];
      squares += centred * centred;
    }
  }
  const double deviation = squares > 0.0 ? std::sqrt(squares / static_cast<double>(rows * columns)) : 1.0;
  for (size_t i = 0; i < data.x.size(); ++i) {
    data.x[i] = static_cast<float>((data.x[i] / full_scale - mean[i % columns]) / deviation);
  }
}

}  // namespace

std::optional<InvalidField> validate(const Table& table) {
  const size_t rows = table.labels.size();
  const size_t inputs = table.inputs;
  if (rows < 2) return InvalidField{"labels", "labels must have at least 2 rows, not " + std::to_string(rows)};
  if (table.values.size() != rows * inputs) {
    return InvalidField{"x", "x must have " + std::to_string(rows) + " rows of " + std::to_string(inputs) +
                                 " values, that is " + std::to_string(rows * inputs) + ", not " +
                                 std::to_string(table.values.size())};
  }
  for (size_t i = 0; i < table.values.size(); ++i) {
    const float value = table.values[i];
    if (std::isfinite(value)) continue;
    const char* found = std::isnan(value) ? "NaN" : value > 0 ? "infinity" : "-infinity";
    return InvalidField{"x", "x must be finite, but row " + std::to_string(i / inputs) + ", column " +
                                 std::to_string(i % inputs) + " is " + found};
  }
  for (size_t row = 0; row < rows; ++row) {
    const int32_t label = table.labels[row];
    if (label >= 0 && label < table.classes) continue;
    return InvalidField{"labels", "labels must be between 0 and " + std::to_string(table.classes - 1) + ", but row " +
                                      std::to_string(row) + " is " + std::to_string(label)};
  }
  return std::nullopt;
}

Dataset make_table(const Table& table, double split, uint64_t seed) {
  Dataset data;
  data.rows = static_cast<int>(table.labels.size());
  data.inputs = table.inputs;
  data.x.assign(table.values.begin(), table.values.end());
  data.labels.assign(table.labels.begin(), table.labels.end());
  split_rows(data, split, seed);
  standardise(data, table.full_scale);
  return data;
}

}  // namespace playground
