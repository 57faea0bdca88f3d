// Every element-wise function of the catalogue against its own double-precision oracle, over the whole float32 line and
// its parameters' ranges; and its outputs' digests.
#include "tests/native/activations_support.h"
#include "tests/native/math_digest.h"

namespace playground::test {
namespace {

class Oracles : public ElementWiseFunction {};

TEST_P(Oracles, KernelsAreWithinTheirBound) {
  Worst values, slopes, parameter_slopes_worst;
  const Oracle& oracle = *GetParam().oracle();
  const std::vector<size_t> learned = this->learned();
  const std::vector<std::vector<float>> sets = parameter_sets();
  // Beyond two parameters the inputs of a set become fewer, so that the number of all stays.
  const uint32_t stride = sweep_stride() * static_cast<uint32_t>((sets.size() + 8) / 9);
  for (const std::vector<float>& parameters : sets) {
    const std::vector<double> wide(parameters.begin(), parameters.end());
    sweep_bit_space(stride, [&](std::span<const float> x) {
      const std::vector<float> y = value(parameters, x);
      const std::vector<float> dy = slope(parameters, x);
      const std::vector<std::vector<float>> by_parameter = parameter_slopes(parameters, x);
      for (size_t i = 0; i < x.size(); ++i) {
        values.add(x[i], error_of(y[i], oracle.value(x[i], wide.data())), bound().value_floor(x[i]));
        slopes.add(x[i], error_of(dy[i], oracle.slope(x[i], wide.data())), bound().slope_floor(x[i]));
        for (size_t k = 0; k < by_parameter.size(); ++k) {
          const double exact = oracle.parameter_slope(x[i], wide.data(), learned[k]);
          parameter_slopes_worst.add(x[i], error_of(by_parameter[k][i], exact), bound().slope_floor(x[i]));
        }
      }
    });
  }
  print(values, id() + " value");
  print(slopes, id() + " slope");
  if (!learned.empty()) print(parameter_slopes_worst, id() + " parameter slopes");
  EXPECT_LE(values.error.steps, bound().value_ulp) << "at x = " << values.at;
  EXPECT_LE(slopes.error.steps, bound().slope_ulp) << "at x = " << slopes.at;
  EXPECT_LE(parameter_slopes_worst.error.steps, bound().slope_ulp) << "at x = " << parameter_slopes_worst.at;
  EXPECT_EQ(values.specials, 0) << "at x = " << values.special_at;
  EXPECT_EQ(slopes.specials, 0) << "at x = " << slopes.special_at;
  EXPECT_EQ(parameter_slopes_worst.specials, 0) << "at x = " << parameter_slopes_worst.special_at;
}

TEST_P(Oracles, OfAnArrayIsThatOfEachNumber) {
  const Oracle& oracle = *GetParam().oracle();
  const std::vector<float> x{-2.5f, -0.0f, 0.75f, 3.0f};
  for (const std::vector<float>& parameters : parameter_sets()) {
    const std::vector<double> wide(parameters.begin(), parameters.end());
    std::vector<float> expected;
    for (float one : x) expected.push_back(static_cast<float>(oracle.value(one, wide.data())));
    expected.push_back(7.0f);  // beyond the end
    std::vector<float> values(x.size() + 1, 7.0f);
    oracle.values(x.data(), wide.data(), values.data(), x.size());
    expect_same_bits(values, expected);
  }
}

TEST_P(Oracles, KernelsGiveTheSameBitsEverywhere) {
  BitDigest digest;
  for (const std::vector<float>& parameters : parameter_sets()) {
    sweep_bit_space(digest_stride, [&](std::span<const float> x) {
      digest.add(value(parameters, x));
      digest.add(slope(parameters, x));
      for (const std::vector<float>& array : parameter_slopes(parameters, x)) digest.add(array);
    });
  }
  expect_digest(id(), digest);
}

INSTANTIATE_TEST_SUITE_P(Activations, Oracles, testing::ValuesIn(element_wise_entries()), test_name);

}  // namespace
}  // namespace playground::test
