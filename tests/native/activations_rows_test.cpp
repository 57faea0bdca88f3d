// Every function of rows against its own double-precision oracle over random rows, the same bits everywhere, and the
// walk over rows: any number of them, each by itself.
#include "tests/native/activations_rows.h"

#include <algorithm>

#include "tests/native/math_digest.h"

namespace playground::test {
namespace {

class RowsOf : public RowFunctionTest {
 protected:
  Random random_{11, Stream::dataset};
};

TEST_P(RowsOf, KernelsAreWithinTheirBound) {
  RowErrors errors;
  const auto add = [&](const RowFunctionAt& function, size_t groups, size_t rows, double spread) {
    errors.add(function, function.random_rows(random_, groups, rows, spread));
  };
  for (const std::vector<float>& parameters : parameter_sets()) {
    for (size_t groups : {1, 2, 3, 5, 8, 17, 64}) {
      for (double spread : {0.01, 1.0, 10.0, 100.0, 1e30}) add(at(parameters), groups, 40, spread);
    }
  }
  // Sums over long rows.
  const std::vector<float> defaults = parameter_sets()[0];
  add(at(defaults), 1500, 2, 1.0);
  expect_within_bound(errors);
}

TEST_P(RowsOf, KernelsGiveTheSameBitsEverywhere) {
  BitDigest digest;
  for (const std::vector<float>& parameters : parameter_sets()) {
    for (size_t groups : {1, 4, 33}) {
      for (double spread : {0.1, 3.0, 100.0}) {
        const RowsOutput found = at(parameters).evaluate(at(parameters).random_rows(random_, groups, 50, spread));
        for (const auto* array : {&found.value, &found.vector_jacobian, &found.jacobian_vector}) digest.add(*array);
      }
    }
  }
  expect_digest(id(), digest);
}

// Rows are laid out four to a vector and 32 to a block: none may see another.
TEST_P(RowsOf, EveryRowIsItself) {
  const std::vector<float> parameters = parameter_sets()[0];
  const Rows all = at(parameters).random_rows(random_, 3, 67, 2.0);
  const auto part = [](const std::vector<float>& array, size_t rows, size_t from, size_t count) {
    const size_t width = array.size() / rows;
    return std::vector<float>(array.begin() + from * width, array.begin() + (from + count) * width);
  };
  const RowsOutput together = at(parameters).evaluate(all);
  for (size_t count : {1, 3, 4, 5, 32, 33}) {
    for (size_t from : {size_t{0}, 67 - count}) {
      Rows some{all.columns,
                part(all.x, 67, from, count),
                {},
                part(all.cotangent, 67, from, count),
                part(all.tangent, 67, from, count)};
      if (kernels().noisy) some.noise = part(all.noise, 67, from, count);
      const RowsOutput alone = at(parameters).evaluate(some);
      expect_same_bits(alone.value, part(together.value, 67, from, count));
      expect_same_bits(alone.vector_jacobian, part(together.vector_jacobian, 67, from, count));
      expect_same_bits(alone.jacobian_vector, part(together.jacobian_vector, 67, from, count));
    }
  }
}

TEST_P(RowsOf, NanStaysInItsRowAndShowsThere) {
  const std::vector<float> parameters = parameter_sets()[0];
  const Rows clean = at(parameters).random_rows(random_, 4, 8, 1.0);
  const RowsOutput expected = at(parameters).evaluate(clean);
  const size_t outputs = expected.value.size() / 8;
  for (size_t column = 0; column < clean.columns; ++column) {
    Rows rows = clean;
    rows.x[2 * rows.columns + column] = std::numeric_limits<float>::quiet_NaN();
    const RowsOutput found = at(parameters).evaluate(rows);
    bool shown = false;
    for (size_t k = 0; k < found.value.size(); ++k) {
      if (k / outputs == 2) {
        shown |= std::isnan(found.value[k]);
      } else {
        EXPECT_EQ(bits_of_float(found.value[k]), bits_of_float(expected.value[k])) << "element " << k;
      }
    }
    EXPECT_TRUE(shown) << "NaN in column " << column;
  }
}

INSTANTIATE_TEST_SUITE_P(Activations, RowsOf, testing::ValuesIn(row_entries()), test_name);

// What the golden files leave open: infinities that are no mask.
TEST(RowsWithInfinities, AreNanOrTheirLimit) {
  constexpr float infinity = std::numeric_limits<float>::infinity();
  const auto value = [](const char* id, std::array<float, 2> x) {
    std::array<float, 2> y{};
    const float one = 1.0f;  // alpha of swiglu
    evaluate_rows({find_activation(id)->rows, &one, x.data(), 1, 2}, {y.data()});
    return y;
  };
  for (const char* id : {"softmax", "log_softmax", "sparsemax"}) {
    for (const std::array<float, 2>& x : {std::array{infinity, 0.0f}, std::array{-infinity, -infinity}}) {
      const std::array<float, 2> y = value(id, x);
      EXPECT_TRUE(std::isnan(y[0]) && std::isnan(y[1])) << id << ": " << y[0] << ", " << y[1];
    }
    EXPECT_EQ(value(id, {-infinity, 1.0f})[0], std::string(id) == "log_softmax" ? -infinity : 0.0f) << id;
  }
  EXPECT_EQ(value("hardmax", {infinity, infinity})[0], 1.0f);
  EXPECT_EQ(value("swiglu", {1.0f, -infinity})[0], 0.0f);
}

}  // namespace
}  // namespace playground::test
