// What the tests of functions of rows share.
#pragma once

#include "cpp/analysis/row_accuracy.h"
#include "cpp/catalogue/rows.h"
#include "tests/native/activations_support.h"

namespace playground::test {

inline std::vector<CatalogueEntry> row_entries() {
  std::vector<CatalogueEntry> found;
  for (const CatalogueEntry& entry : catalogue()) {
    if (entry.rows) found.push_back(entry);
  }
  return found;
}

class RowFunctionTest : public testing::TestWithParam<CatalogueEntry> {
 protected:
  std::string id() const { return std::string(GetParam().id()); }
  const RowKernels& kernels() const { return *GetParam().rows; }
  const Bound& bound() const { return GetParam().description->bound; }
  RowFunctionAt at(const std::vector<float>& parameters) const { return {GetParam(), parameters}; }

  // The defaults, and each parameter at both ends of its range.
  std::vector<std::vector<float>> parameter_sets() const {
    std::vector<std::vector<float>> sets(1);
    for (const Parameter& parameter : GetParam().parameters) sets[0].push_back(parameter.initial);
    for (size_t k = 0; k < GetParam().parameters.size(); ++k) {
      for (float value : {GetParam().parameters[k].minimum, GetParam().parameters[k].maximum}) {
        sets.push_back(sets[0]);
        sets.back()[k] = value;
      }
    }
    return sets;
  }

  void expect_within_bound(const RowErrors& errors) const {
    print(errors.values, id() + " value");
    print(errors.products, id() + " products");
    EXPECT_LE(errors.values.error.steps, bound().value_ulp) << "at y = " << errors.values.at;
    EXPECT_LE(errors.products.error.steps, bound().slope_ulp) << "at a product of " << errors.products.at;
    EXPECT_EQ(errors.values.specials, 0) << "at y = " << errors.values.special_at;
    EXPECT_EQ(errors.products.specials, 0) << "at a product of " << errors.products.special_at;
  }
};

}  // namespace playground::test
