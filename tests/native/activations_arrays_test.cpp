// The per-array loops around every element-wise function: any length, any alignment, in place, nothing written beyond
// the end, every kernel the same function, and NaN in its own lane only.
#include <algorithm>

#include "cpp/catalogue/kernel.h"
#include "tests/native/activations_support.h"

namespace playground::test {
namespace {

const std::vector<float> inputs{-2.5f, -1.0f, -0.3f, -0.0f, 0.0f, 0.7f, 3.0f, 40.0f, -90.0f, -0x1p-140f};
constexpr float guard = 12345.0f;

class Arrays : public ElementWiseFunction {
 protected:
  // One element at a time: what every longer call must agree with.
  std::vector<float> one_by_one(bool of_slope) const {
    std::vector<float> result;
    for (float x : inputs) {
      const std::array<float, 1> single{x};
      result.push_back(of_slope ? slope(defaults(), single)[0] : value(defaults(), single)[0]);
    }
    return result;
  }
};

TEST_P(Arrays, AnyLengthAndAlignmentAndInPlace) {
  const std::vector<float> parameters = defaults();
  const std::vector<float> expected = one_by_one(false);
  for (size_t n = 0; n <= inputs.size(); ++n) {
    for (size_t offset = 0; offset < 4; ++offset) {
      alignas(16) std::array<float, 16> array;
      array.fill(guard);
      std::copy_n(inputs.begin(), n, array.begin() + offset);
      kernels().value(parameters.data(), array.data() + offset, array.data() + offset, n);
      expect_same_bits({array.data() + offset, n}, {expected.data(), n});
      EXPECT_EQ(std::count(array.begin(), array.end(), guard), static_cast<std::ptrdiff_t>(array.size() - n));
    }
  }
}

TEST_P(Arrays, AllKernelsAreOneFunction) {
  const std::vector<float> parameters = defaults();
  const size_t n = inputs.size();
  expect_same_bits(value(parameters, inputs), one_by_one(false));
  expect_same_bits(slope(parameters, inputs), one_by_one(true));

  std::vector<float> both_value = inputs;  // the value in place, the slope beside it
  std::vector<float> both_slope(n);
  kernels().value_and_slope(parameters.data(), both_value.data(), both_value.data(), both_slope.data(), n);
  expect_same_bits(both_value, one_by_one(false));
  expect_same_bits(both_slope, one_by_one(true));

  if (kernels().slope_each_kernel == nullptr) return;
  std::vector<std::vector<float>> each;
  std::vector<const float*> pointers;
  for (float parameter : parameters) each.emplace_back(n, parameter);
  for (const std::vector<float>& array : each) pointers.push_back(array.data());
  kernels().value_and_slope_each(pointers.data(), inputs.data(), both_value.data(), both_slope.data(), n);
  expect_same_bits(both_value, one_by_one(false));
  expect_same_bits(both_slope, one_by_one(true));

  if (kernels().parameter_slope_each_kernel == nullptr) return;
  std::vector<std::vector<float>> by_parameter(parameters.size(), std::vector<float>(n));
  std::vector<float*> outputs;
  for (std::vector<float>& array : by_parameter) outputs.push_back(array.data());
  kernels().parameter_slopes_each(pointers.data(), inputs.data(), outputs.data(), n);
  const std::vector<std::vector<float>> shared = parameter_slopes(parameters, inputs);
  for (size_t k = 0; k < shared.size(); ++k) expect_same_bits(by_parameter[learned()[k]], shared[k]);
}

TEST_P(Arrays, LongOnesInPlaceAtAllParameters) {
  // Two blocks of passes, whole vectors and a rest; rising, so that most vectors have nothing near zero in them.
  std::vector<float> x((2 * detail::vectors_a_block + 3) * lanes + 3);
  const size_t n = x.size();
  for (size_t i = 0; i < n; ++i) x[i] = -12.0f + 24.0f * static_cast<float>(i) / static_cast<float>(n - 1);
  for (const std::vector<float>& parameters : parameter_sets()) {
    std::vector<float> values, slopes;
    for (float one : x) {
      const std::array<float, 1> single{one};
      values.push_back(value(parameters, single)[0]);
      slopes.push_back(slope(parameters, single)[0]);
    }
    std::vector<float> in_place = x;
    kernels().value(parameters.data(), in_place.data(), in_place.data(), n);
    expect_same_bits(in_place, values);

    std::vector<float> beside(n);
    in_place = x;
    kernels().value_and_slope(parameters.data(), in_place.data(), in_place.data(), beside.data(), n);
    expect_same_bits(in_place, values);
    expect_same_bits(beside, slopes);

    in_place = x;
    kernels().value_and_slope(parameters.data(), in_place.data(), beside.data(), in_place.data(), n);
    expect_same_bits(beside, values);
    expect_same_bits(in_place, slopes);
  }
}

TEST_P(Arrays, NanStaysInItsLane) {
  const std::vector<float> clean_value = one_by_one(false);
  const std::vector<float> clean_slope = one_by_one(true);
  for (size_t at = 0; at < inputs.size(); ++at) {
    std::vector<float> x = inputs;
    std::vector<float> expected_value = clean_value;
    std::vector<float> expected_slope = clean_slope;
    x[at] = expected_value[at] = expected_slope[at] = std::numeric_limits<float>::quiet_NaN();
    expect_same_bits(value(defaults(), x), expected_value);
    expect_same_bits(slope(defaults(), x), expected_slope);
    for (const std::vector<float>& array : parameter_slopes(defaults(), x)) EXPECT_TRUE(std::isnan(array[at]));
  }
}

INSTANTIATE_TEST_SUITE_P(Activations, Arrays, testing::ValuesIn(element_wise_entries()), test_name);

}  // namespace
}  // namespace playground::test
