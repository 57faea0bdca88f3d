// What the tests of the catalogue share: one test a catalogue entry, and kernels called on vectors.
#pragma once

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "cpp/catalogue/catalogue.h"
#include "tests/native/math_accuracy.h"

namespace playground {

// For GoogleTest's messages.
inline void PrintTo(const CatalogueEntry& entry, std::ostream* stream) { *stream << entry.id(); }

}  // namespace playground

namespace playground::test {

inline std::vector<CatalogueEntry> element_wise_entries() {
  std::vector<CatalogueEntry> found;
  for (const CatalogueEntry& entry : catalogue()) {
    if (entry.element_wise()) found.push_back(entry);
  }
  return found;
}

// Equal as bits, any NaN equal to any other.
inline void expect_same_bits(std::span<const float> a, std::span<const float> b) {
  ASSERT_EQ(a.size(), b.size());
  for (size_t i = 0; i < a.size(); ++i) {
    if (std::isnan(a[i]) && std::isnan(b[i])) continue;
    EXPECT_EQ(bits_of_float(a[i]), bits_of_float(b[i])) << "element " << i << ": " << a[i] << " and " << b[i];
  }
}

class ElementWiseFunction : public testing::TestWithParam<CatalogueEntry> {
 protected:
  std::string id() const { return std::string(GetParam().id()); }
  const ElementWiseKernels& kernels() const { return *GetParam().kernels; }
  const Bound& bound() const { return GetParam().description->bound; }

  std::vector<float> defaults() const {
    std::vector<float> values;
    for (const Parameter& parameter : GetParam().parameters) values.push_back(parameter.initial);
    return values;
  }

  // The defaults, and each parameter at both ends of its range and halfway to them.
  std::vector<std::vector<float>> parameter_sets() const {
    std::vector<std::vector<float>> sets{defaults()};
    for (size_t k = 0; k < GetParam().parameters.size(); ++k) {
      const Parameter& parameter = GetParam().parameters[k];
      for (float value : {parameter.minimum, 0.5f * (parameter.minimum + parameter.initial),
                          0.5f * (parameter.maximum + parameter.initial), parameter.maximum}) {
        sets.push_back(defaults());
        sets.back()[k] = value;
      }
    }
    return sets;
  }

  std::vector<float> value(const std::vector<float>& parameters, std::span<const float> x) const {
    std::vector<float> y(x.size());
    kernels().value(parameters.data(), x.data(), y.data(), x.size());
    return y;
  }
  std::vector<float> slope(const std::vector<float>& parameters, std::span<const float> x) const {
    std::vector<float> y(x.size());
    std::vector<float> dy(x.size());
    kernels().value_and_slope(parameters.data(), x.data(), y.data(), dy.data(), x.size());
    return dy;
  }
  // The indices of the learned parameters.
  std::vector<size_t> learned() const {
    std::vector<size_t> indices;
    for (size_t k = 0; k < GetParam().parameters.size(); ++k) {
      if (GetParam().parameters[k].learned) indices.push_back(k);
    }
    return indices;
  }
  // One array per learned parameter.
  std::vector<std::vector<float>> parameter_slopes(const std::vector<float>& parameters,
                                                   std::span<const float> x) const {
    if (!kernels().has_parameter_slopes()) return {};
    std::vector<std::vector<float>> slopes(parameters.size(), std::vector<float>(x.size()));
    std::vector<float*> pointers;
    for (std::vector<float>& array : slopes) pointers.push_back(array.data());
    kernels().parameter_slopes(parameters.data(), x.data(), pointers.data(), x.size());
    std::vector<std::vector<float>> by_learned;
    for (size_t k : learned()) by_learned.push_back(slopes[k]);
    return by_learned;
  }
};

inline std::string test_name(const testing::TestParamInfo<CatalogueEntry>& test) {
  return std::string(test.param.id());
}

}  // namespace playground::test
