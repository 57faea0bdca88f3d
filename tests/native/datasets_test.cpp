// cpp/datasets: shape, balance, split and bits of the generated data, and the table of the digits.
#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <set>
#include <utility>
#include <vector>

#include "cpp/datasets/dataset.h"
#include "cpp/datasets/table.h"

namespace playground {
namespace {

uint64_t hash(const Dataset& data) {  // FNV-1a over the words of x, then y
  uint64_t value = 1469598103934665603u;
  for (const std::vector<float>* part : {&data.x, &data.y}) {
    for (float number : *part) {
      uint32_t bits;
      std::memcpy(&bits, &number, sizeof bits);
      value = (value ^ bits) * 1099511628211u;
    }
  }
  return value;
}

// Printed once by g++, clang and WebAssembly alike: the same bits on every target, today and tomorrow.
TEST(Datasets, KeepTheirBits) {
  const std::pair<const char*, uint64_t> expected[] = {
      {"circle", 0x3a2c9c94bde6df33u}, {"xor", 0x05852f7413a6f0e0u},   {"gaussians", 0xd92ed5ecf9e045a6u},
      {"spiral", 0xa11dce7c529ee00fu}, {"moons", 0xe9ddcc85f21a989cu}, {"curve", 0x6aa9a636e0e0c061u},
  };
  for (const auto& [name, bits] : expected) {
    EXPECT_EQ(hash(make_dataset(default_options(*find_dataset(name), 1))), bits) << name;
  }
}

TEST(Datasets, EveryGeneratedOneHasItsShape) {
  for (const DatasetInfo& info : dataset_catalogue()) {
    if (info.kind == DatasetKind::table) continue;
    for (int size : {10, 101, 10000}) {
      DatasetOptions options = default_options(info, 3);
      options.size = size;
      ASSERT_FALSE(validate(options)) << info.name;
      const Dataset data = make_dataset(options);
      EXPECT_EQ(data.rows, size);
      EXPECT_EQ(data.train_rows, (size + 1) / 2);
      EXPECT_EQ(data.inputs, info.inputs);
      EXPECT_EQ(data.outputs, 1);
      ASSERT_EQ(data.x.size(), size_t(size * info.inputs));
      ASSERT_EQ(data.y.size(), size_t(size));
      float farthest = 0.0f;
      for (float x : data.x) {
        ASSERT_TRUE(std::isfinite(x));
        farthest = std::max(farthest, std::fabs(x));
      }
      if (size == 10000) {
        EXPECT_TRUE(farthest > 1.7f && farthest < 3.2f) << info.name << ' ' << farthest;
      }
      if (info.kind == DatasetKind::regression1d) {
        EXPECT_TRUE(data.labels.empty());
        continue;
      }
      int of_class_a = 0;
      for (int row = 0; row < size; ++row) {
        ASSERT_EQ(data.y[row], float(data.labels[row]));
        of_class_a += data.labels[row];
      }
      EXPECT_EQ(of_class_a, (size + 1) / 2) << info.name;
    }
  }
}

TEST(Datasets, LieWhereTheirNamesSay) {
  const auto noise_free = [](const char* name) {
    return make_dataset({.name = name, .size = 1000, .noise = 0.0, .split = 0.5, .seed = 9});
  };
  const Dataset circle = noise_free("circle");
  const Dataset quadrants = noise_free("xor");
  for (int row = 0; row < 1000; ++row) {
    EXPECT_EQ(std::hypot(circle.x[2 * row], circle.x[2 * row + 1]) < 1.0f, circle.labels[row] == 1);
    EXPECT_EQ(quadrants.x[2 * row] * quadrants.x[2 * row + 1] > 0.0f, quadrants.labels[row] == 1);
  }
  const Dataset gaussians = noise_free("gaussians");
  double mean[2] = {};
  for (int row = 0; row < 1000; ++row) mean[gaussians.labels[row]] += gaussians.x[2 * row] / 500.0;
  EXPECT_NEAR(mean[0], -1.0, 0.06);
  EXPECT_NEAR(mean[1], 1.0, 0.06);
  // Turning a spiral's or a moons' class A by half a turn gives the place of class B.
  const Dataset spiral = noise_free("spiral");
  std::set<std::pair<int, int>> arm_b;
  const auto place = [](float x, float y) { return std::pair(int(std::lround(x * 1e4)), int(std::lround(y * 1e4))); };
  for (int row = 0; row < 1000; ++row) {
    if (!spiral.labels[row]) arm_b.insert(place(spiral.x[2 * row], spiral.x[2 * row + 1]));
  }
  for (int row = 0; row < 1000; ++row) {
    if (spiral.labels[row]) {
      EXPECT_TRUE(arm_b.count(place(-spiral.x[2 * row], -spiral.x[2 * row + 1])));
    }
  }
  const Dataset moons = noise_free("moons");
  for (int row = 0; row < 1000; ++row) {
    const float side = moons.labels[row] ? 1.0f : -1.0f;
    const float x = side * moons.x[2 * row] / 1.24f + 0.5f;
    const float y = side * moons.x[2 * row + 1] / 1.6f + 0.25f;
    EXPECT_NEAR(std::hypot(x, y), 1.0f, 1e-5f);
    EXPECT_GE(y, -1e-6f);
  }
}

TEST(Datasets, CurveFollowsItsTarget) {
  const Dataset exact = make_dataset({.name = "curve", .size = 300, .noise = 0.0, .split = 0.5, .seed = 1});
  const Dataset noisy = make_dataset({.name = "curve", .size = 3000, .noise = 0.2, .split = 0.5, .seed = 1});
  for (int row = 0; row < exact.rows; ++row) {
    EXPECT_LE(std::fabs(exact.x[row]), 2.5f);
    EXPECT_NEAR(exact.y[row], curve_target(exact.x[row]), 1e-6);
    EXPECT_LT(std::fabs(exact.y[row]), 1.5f);
  }
  double squares = 0.0;
  for (int row = 0; row < noisy.rows; ++row) squares += std::pow(noisy.y[row] - curve_target(noisy.x[row]), 2);
  EXPECT_NEAR(std::sqrt(squares / noisy.rows), 0.2, 0.01);
}

TEST(Datasets, NoiseMovesPointsByItsStandardDeviation) {
  DatasetOptions options{.name = "spiral", .size = 5000, .noise = 0.0, .split = 1.0, .seed = 4};
  const Dataset exact = make_dataset(options);
  options.noise = 0.03;
  const Dataset noisy = make_dataset(options);
  double squares = 0.0;
  for (size_t i = 0; i < exact.x.size(); ++i) squares += std::pow(noisy.x[i] - exact.x[i], 2);
  EXPECT_NEAR(std::sqrt(squares / exact.x.size()), 0.06, 0.002);
}

TEST(Datasets, SplitMovesTheBorderAndNoRow) {
  EXPECT_EQ(training_rows(10, 0.1), 1);
  EXPECT_EQ(training_rows(10, 0.99), 9);
  EXPECT_EQ(training_rows(10, 1.0), 10);
  EXPECT_EQ(training_rows(11, 0.5), 6);
  EXPECT_EQ(training_rows(1797, 1400.0 / 1797.0), 1400);
  DatasetOptions options{.name = "moons", .size = 100, .noise = 0.1, .split = 0.2, .seed = 8};
  const Dataset few = make_dataset(options);
  options.split = 0.8;
  const Dataset many = make_dataset(options);
  EXPECT_EQ(few.train_rows, 20);
  EXPECT_EQ(many.train_rows, 80);
  EXPECT_EQ(few.x, many.x);
  options.seed = 9;
  EXPECT_NE(make_dataset(options).x, many.x);
  // A shuffled order: classes do not simply alternate, and both parts hold both.
  int alternations = 0;
  for (int row = 1; row < 100; ++row) alternations += many.labels[row] != many.labels[row - 1];
  EXPECT_TRUE(alternations > 30 && alternations < 70) << alternations;
}

TEST(Datasets, ValidationNamesFieldAndValidValues) {
  const DatasetOptions good{.name = "xor", .size = 10, .noise = 1.0, .split = 0.1, .seed = 0};
  EXPECT_FALSE(validate(good));
  const auto wrong = [&](auto change) {
    DatasetOptions options = good;
    change(options);
    const auto error = validate(options);
    return error ? error->path + ": " + error->message : std::string("valid");
  };
  EXPECT_EQ(
      wrong([](auto& o) { o.name = "Xor"; }),
      "dataset.name: dataset.name must be one of circle, xor, gaussians, spiral, moons, curve, digits, not \"Xor\"");
  EXPECT_EQ(wrong([](auto& o) { o.size = 9; }), "dataset.size: dataset.size must be between 10 and 10000, not 9");
  EXPECT_EQ(wrong([](auto& o) { o.size = 10001; }),
            "dataset.size: dataset.size must be between 10 and 10000, not 10001");
  EXPECT_EQ(wrong([](auto& o) { o.noise = -0.5; }), "dataset.noise: dataset.noise must be between 0 and 1, not -0.5");
  EXPECT_EQ(wrong([](auto& o) { o.noise = NAN; }), "dataset.noise: dataset.noise must be between 0 and 1, not NaN");
  EXPECT_EQ(wrong([](auto& o) { o.split = 0.05; }), "dataset.split: dataset.split must be between 0.1 and 1, not 0.05");
  EXPECT_EQ(wrong([](auto& o) { o.name = "digits"; }), "dataset.size: dataset.size must be 1797, not 10");
}

struct TableFixture : testing::Test {
  std::vector<float> values = {0, 16, 8, 8, 4, 12, 16, 16, 0, 4};
  std::vector<int32_t> labels = {0, 1, 2, 3, 4};
  Table table() const { return {.values = values, .labels = labels, .inputs = 2, .classes = 5, .full_scale = 16.0f}; }
  std::string error() const {
    const auto wrong = validate(table());
    return wrong ? wrong->path + ": " + wrong->message : "valid";
  }
};

TEST_F(TableFixture, IsStandardisedByItsTrainingRows) {
  EXPECT_EQ(error(), "valid");
  const Dataset data = make_table(table(), 0.6, 5);
  EXPECT_EQ(data.train_rows, 3);
  EXPECT_EQ(data.outputs, 0);
  double squares = 0.0;
  for (int column = 0; column < 2; ++column) {
    double sum = 0.0;
    for (int row = 0; row < 3; ++row) {
      sum += data.x[2 * row + column];
      squares += std::pow(data.x[2 * row + column], 2) / 6.0;
    }
    EXPECT_NEAR(sum, 0.0, 1e-6);
  }
  EXPECT_NEAR(squares, 1.0, 1e-6);
  // Labels tell which row went where: differences between rows keep one common scale, in the test part too.
  const auto original = [&](int row, int column) { return values[2 * data.labels[row] + column] / 16.0; };
  const double scale = (data.x[2] - data.x[0]) / (original(1, 0) - original(0, 0));
  EXPECT_GT(scale, 1.0);
  for (int row = 1; row < 5; ++row) {
    for (int column = 0; column < 2; ++column) {
      const double expected = scale * (original(row, column) - original(0, column));
      EXPECT_NEAR(data.x[2 * row + column] - data.x[column], expected, 1e-5) << row << ' ' << column;
    }
  }
  values.assign(10, 3.0f);
  for (float x : make_table(table(), 0.6, 5).x) EXPECT_EQ(x, 0.0f);
}

TEST_F(TableFixture, RefusesWhatCannotBeLearned) {
  values[5] = NAN;
  EXPECT_EQ(error(), "x: x must be finite, but row 2, column 1 is NaN");
  values[5] = -INFINITY;
  EXPECT_EQ(error(), "x: x must be finite, but row 2, column 1 is -infinity");
  values[5] = 1.0f;
  labels[3] = 5;
  EXPECT_EQ(error(), "labels: labels must be between 0 and 4, but row 3 is 5");
  labels[3] = -1;
  EXPECT_EQ(error(), "labels: labels must be between 0 and 4, but row 3 is -1");
  labels[3] = 0;
  values.pop_back();
  EXPECT_EQ(error(), "x: x must have 5 rows of 2 values, that is 10, not 9");
  labels.resize(1);
  EXPECT_EQ(error(), "labels: labels must have at least 2 rows, not 1");
}

}  // namespace
}  // namespace playground
