// The norm that probes, observers and clipping take, whatever the size of what it is of.
#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "cpp/math/random.h"
#include "cpp/network/matrix.h"

namespace playground::test {
namespace {

class SumOfSquares : public testing::TestWithParam<int> {
 protected:
  // Entries of one size, whole blocks and a rest of vectors; every seventh is zero.
  std::vector<float> entries(float size) const {
    Random random(1, Stream::dataset);
    std::vector<float> values(static_cast<size_t>(GetParam()));
    for (size_t i = 0; i < values.size(); ++i) values[i] = i % 7 == 0 ? 0.0f : size * (2.0f * random.uniform() - 1.0f);
    return values;
  }
  static double sum(std::vector<float>& values) {
    return sum_of_squares({values.data(), 1, static_cast<int>(values.size())});
  }
};

TEST_P(SumOfSquares, EqualsThatInDoublePrecision) {
  // The squares of the first and the last are not float32.
  for (float size : {1e-40f, 1e-25f, 1e-12f, 1.0f, 1e14f, 1e25f}) {
    std::vector<float> values = entries(size);
    double expected = 0.0;
    for (float value : values) expected += static_cast<double>(value) * value;
    EXPECT_NEAR(sum(values) / expected, 1.0, 1e-6) << "entries of " << size;
  }
}

TEST_P(SumOfSquares, OfNothingIsZeroAndOfNanIsNan) {
  std::vector<float> values(static_cast<size_t>(GetParam()), 0.0f);
  EXPECT_EQ(sum(values), 0.0);
  values[values.size() / 2] = NAN;
  EXPECT_TRUE(std::isnan(sum(values)));
}

INSTANTIATE_TEST_SUITE_P(Sizes, SumOfSquares, testing::Values(4, 60, 64, 1024, 1100));

}  // namespace
}  // namespace playground::test
