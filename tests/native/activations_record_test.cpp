// The published accuracy, cpp/activations/accuracy.csv, belongs to these kernels: what build-scripts/accuracy.sh
// recorded is within the bounds that the headers state. A row may stay behind only by being better than stated.
#include <fstream>
#include <sstream>

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

TEST(Record, IsWithinTheStatedBounds) {
  const std::vector<Row> rows = recorded();
  EXPECT_GE(rows.size(), 80u);
  for (const Row& row : rows) {
    SCOPED_TRACE(row.id);
    const CatalogueEntry* entry = find_activation(row.id);
    ASSERT_NE(entry, nullptr);
    ASSERT_EQ(row.numbers.size(), 9u);
    const Bound& bound = entry->description->bound;
    // n steps from the correctly rounded result are at most n + 1/2 units from the exact one.
    EXPECT_LE(row.numbers[1], bound.value_ulp + 0.501);
    EXPECT_LE(row.numbers[5], bound.slope_ulp + 0.501);
    EXPECT_EQ(row.numbers[4], 0.0) << "NaN or infinity where it should not be";
    EXPECT_EQ(row.numbers[8], 0.0) << "likewise of the slope";
  }
}

}  // namespace
}  // namespace playground::test
