#include "cpp/datasets/dataset.h"

#include <numeric>
#include <utility>

#include "cpp/datasets/generators.h"
#include "cpp/math/decimal.h"

namespace playground {
namespace {

constexpr double half_width = 2.0;   // of the figures of classes2d
constexpr double curve_width = 2.5;  // x of "curve" lies in [-2.5, 2.5]

constexpr DatasetInfo classes(const char* name, PointGenerator point, double noise) {
  return {name, DatasetKind::classes2d, 2, 2, 400, 10, 10000, noise, 1.0, 0.5, point};
}

constexpr DatasetInfo infos[] = {
    classes("circle", circle_point, 0.03),
    classes("xor", xor_point, 0.03),
    classes("gaussians", gaussians_point, 0.05),
    classes("spiral", spiral_point, 0.03),
    classes("moons", moons_point, 0.05),
    {"curve", DatasetKind::regression1d, 1, 0, 200, 10, 10000, 0.05, 1.0, 0.5, nullptr},
    {"digits", DatasetKind::table, 64, 10, 1797, 1797, 1797, 0.0, 0.0, 1400.0 / 1797.0, nullptr},
};

std::optional<InvalidField> outside(const char* field, double value, double low, double high) {
  if (value >= low && value <= high) return std::nullopt;  // false for NaN
  const std::string path = std::string("dataset.") + field;
  const std::string valid = low == high ? decimal(low) : "between " + decimal(low) + " and " + decimal(high);
  return InvalidField{path, path + " must be " + valid + ", not " + decimal(value)};
}

Dataset empty_rows(int rows, int inputs, bool with_labels) {
  Dataset data;
  data.rows = rows;
  data.inputs = inputs;
  data.outputs = 1;
  data.x.resize(static_cast<size_t>(rows) * inputs);
  data.y.resize(rows);
  if (with_labels) data.labels.resize(rows);
  return data;
}

Dataset make_classes(const DatasetOptions& options, PointGenerator point) {
  Dataset data = empty_rows(options.size, 2, true);
  Random random(options.seed, Stream::dataset);
  for (int row = 0; row < options.size; ++row) {
    const bool class_a = row % 2 == 0;
    Point p = point(row, options.size, class_a, random);
    p.x += options.noise * random.normal();
    p.y += options.noise * random.normal();
    data.x[2 * row] = static_cast<float>(half_width * p.x);
    data.x[2 * row + 1] = static_cast<float>(half_width * p.y);
    data.y[row] = class_a ? 1.0f : 0.0f;
    data.labels[row] = class_a;
  }
  return data;
}

Dataset make_curve(const DatasetOptions& options) {
  Dataset data = empty_rows(options.size, 1, false);
  Random random(options.seed, Stream::dataset);
  for (int row = 0; row < options.size; ++row) {
    // One point in each of `size` equal parts of the interval: chance without gaps.
    const double part = (row + random.uniform_double()) / options.size;
    const double x = curve_width * (2.0 * part - 1.0);
    data.x[row] = static_cast<float>(x);
    data.y[row] = static_cast<float>(curve_target(x) + options.noise * random.normal());
  }
  return data;
}

// Row i of the result is row order[i] of values.
template <class T>
void reorder(std::vector<T>& values, std::span<const uint32_t> order, int columns) {
  std::vector<T> moved(values.size());
  for (size_t row = 0; row < order.size(); ++row) {
    for (int column = 0; column < columns; ++column) {
      moved[row * columns + column] = values[static_cast<size_t>(order[row]) * columns + column];
    }
  }
  values = std::move(moved);
}

}  // namespace

std::span<const DatasetInfo> dataset_catalogue() { return infos; }

const DatasetInfo* find_dataset(std::string_view name) {
  for (const DatasetInfo& info : infos) {
    if (name == info.name) return &info;
  }
  return nullptr;
}

DatasetOptions default_options(const DatasetInfo& info, uint64_t seed) {
  return {info.name, info.default_size, info.default_noise, info.default_split, seed};
}

std::optional<InvalidField> validate(const DatasetOptions& options) {
  const DatasetInfo* info = find_dataset(options.name);
  if (info == nullptr) {
    std::string message = "dataset.name must be one of ";
    for (const DatasetInfo& known : infos) {
      if (&known != infos) message += ", ";
      message += known.name;
    }
    return InvalidField{"dataset.name", message + ", not \"" + options.name + "\""};
  }
  if (auto wrong = outside("size", options.size, info->min_size, info->max_size)) return wrong;
  if (auto wrong = outside("noise", options.noise, 0.0, info->max_noise)) return wrong;
  return outside("split", options.split, min_split, max_split);
}

Dataset make_dataset(const DatasetOptions& options) {
  const DatasetInfo* info = find_dataset(options.name);
  if (info == nullptr || info->kind == DatasetKind::table) return {};
  Dataset data = info->kind == DatasetKind::regression1d ? make_curve(options) : make_classes(options, info->point);
  split_rows(data, options.split, options.seed);
  return data;
}

int training_rows(int rows, double split) {
  const int most = split < 1.0 ? rows - 1 : rows;
  const int wanted = static_cast<int>(split * rows + 0.5);
  return wanted > most ? most : wanted < 1 ? 1 : wanted;
}

void split_rows(Dataset& data, double split, uint64_t seed) {
  std::vector<uint32_t> order(data.rows);
  std::iota(order.begin(), order.end(), 0u);
  Random random(seed, Stream::split);
  shuffle(random, order);
  reorder(data.x, order, data.inputs);
  if (!data.y.empty()) reorder(data.y, order, data.outputs);
  if (!data.labels.empty()) reorder(data.labels, order, 1);
  data.train_rows = training_rows(data.rows, split);
}

}  // namespace playground
