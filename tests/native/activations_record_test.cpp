// The published accuracy, cpp/activations/accuracy.csv, belongs to these kernels: what build-scripts/accuracy.sh
// recorded is within the bounds that the headers state. A row may stay behind only by being better than stated.
#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>

#include "cpp/analysis/ulp.h"
#include "tests/native/activations_support.h"

namespace playground::test {
namespace {

struct Row {
  std::string id;
  std::vector<double> numbers;
};

std::vector<Row> recorded() {
  std::ifstream file(PLAYGROUND_TEST_DATA "/../cpp/activations/accuracy.csv");
  std::vector<Row> rows;
  std::string line;
  std::getline(file, line);
  EXPECT_EQ(line,
            "id,inputs,value_ulp,value_at,value_mean,value_specials,slope_ulp,slope_at,slope_mean,slope_specials");
  while (std::getline(file, line)) {
    std::istringstream cells(line);
    Row& row = rows.emplace_back();
    std::getline(cells, row.id, ',');
    for (std::string cell; std::getline(cells, cell, ',');) row.numbers.push_back(std::stod(cell));
  }
  return rows;
}

// How far a result may be from the exact one, in units of the last place, that is at most so many steps from its
// rounding: a unit a step and half a unit more, and twice that beyond a power of two.
double units_of_steps(double exact, int steps) {
  const float rounded = static_cast<float>(exact);
  float above = rounded, below = rounded;
  for (int step = 0; step < steps; ++step) {
    above = std::nextafter(above, HUGE_VALF);
    below = std::nextafter(below, -HUGE_VALF);
  }
  return std::max(above - exact, exact - below) / spacing(rounded) + 0.001;
}

TEST(Record, IsWithinTheStatedBounds) {
  const std::vector<Row> rows = recorded();
  EXPECT_GE(rows.size(), 100u);
  for (const Row& row : rows) {
    SCOPED_TRACE(row.id);
    const CatalogueEntry* entry = find_activation(row.id);
    ASSERT_NE(entry, nullptr);
    ASSERT_EQ(row.numbers.size(), 9u);
    const Bound& bound = entry->description->bound;
    std::vector<double> defaults;
    for (const Parameter& parameter : entry->parameters) defaults.push_back(parameter.initial);
    const float value_at = static_cast<float>(row.numbers[2]);
    const float slope_at = static_cast<float>(row.numbers[6]);
    if (const Oracle* oracle = entry->oracle()) {
      EXPECT_LE(row.numbers[1], units_of_steps(oracle->value(value_at, defaults.data()), bound.value_ulp));
      EXPECT_LE(row.numbers[5], units_of_steps(oracle->slope(slope_at, defaults.data()), bound.slope_ulp));
    } else {
      // Instead of x there stands the exact result, rounded.
      EXPECT_LE(row.numbers[1], units_of_steps(value_at, bound.value_ulp) + 0.5);
      EXPECT_LE(row.numbers[5], units_of_steps(slope_at, bound.slope_ulp) + 0.5);
    }
    EXPECT_EQ(row.numbers[4], 0.0) << "NaN or infinity where it should not be";
    EXPECT_EQ(row.numbers[8], 0.0) << "likewise of the slope";
  }
}

}  // namespace
}  // namespace playground::test
