// Every element-wise function of the catalogue against its golden table (tests/reference/README.md): value, slope and
// slope by each learned parameter, for every parameter set of the table. Errors are counted as the tables' own
// check.py counts them.
#include <fstream>
#include <sstream>

#include "tests/native/activations_support.h"
#include "tests/native/math_accuracy.h"

namespace playground::test {
namespace {

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream stream(text);
  for (std::string part; std::getline(stream, part, separator);) parts.push_back(part);
  if (text.empty() || text.back() == separator) parts.emplace_back();
  return parts;
}

struct Row {
  std::string parameter_set;  // "a=0x1p-2;b=0x1p+0"
  float x;
  std::vector<long double> exact;  // value, slope, then the slope by each learned parameter
  bool exact_rule;                 // limits and NaN: no tolerance
  bool kink;
};

std::vector<Row> read_table(const std::string& path) {
  std::ifstream file(path);
  std::string line;
  std::getline(file, line);
  const size_t columns = split(line, ',').size();
  std::vector<Row> rows;
  while (std::getline(file, line)) {
    const std::vector<std::string> cells = split(line, ',');
    if (cells.size() != columns) ADD_FAILURE() << path << ": " << line;
    const std::string& flags = cells[8];
    const auto flagged = [&](const char* flag) { return flags.find(flag) != std::string::npos; };
    Row row{cells[1], std::strtof(cells[2].c_str(), nullptr), {}, false, flagged("kink")};
    row.exact_rule = flagged("limit") || flagged("nan") || flagged("domain");
    for (size_t c : {4u, 5u}) row.exact.push_back(std::strtold(cells[c].c_str(), nullptr));
    for (size_t c = 9; c < columns; ++c) row.exact.push_back(std::strtold(cells[c].c_str(), nullptr));
    rows.push_back(row);
  }
  return rows;
}

class Golden : public ElementWiseFunction {
 protected:
  std::vector<float> parameters_of(const std::string& set) const {
    std::vector<float> values;
    std::istringstream stream(set);
    for (std::string assignment; std::getline(stream, assignment, ';');) {
      const std::vector<std::string> sides = split(assignment, '=');
      const Parameter& parameter = GetParam().parameters[values.size()];
      const float value = std::strtof(sides.at(1).c_str(), nullptr);
      EXPECT_EQ(sides[0], parameter.name);
      EXPECT_GE(value, parameter.minimum) << parameter.name;
      EXPECT_LE(value, parameter.maximum) << parameter.name;
      values.push_back(value);
    }
    EXPECT_EQ(values.size(), GetParam().parameters.size());
    return values;
  }
};

TEST_P(Golden, IsWithinItsBound) {
  const std::string path = PLAYGROUND_TEST_DATA "/reference/golden/" + id() + ".csv";
  const std::vector<Row> rows = read_table(path);
  if (rows.empty()) GTEST_SKIP() << id() << " has no golden table, only its oracle: tests/reference/README.md";
  EXPECT_EQ(parameters_of(rows[0].parameter_set), defaults()) << "the first set of a table is the defaults";

  const size_t columns = rows[0].exact.size();
  std::vector<Worst> worst(columns);
  for (const Row& row : rows) {
    const std::vector<float> parameters = parameters_of(row.parameter_set);
    const std::array<float, 1> x{row.x};
    std::vector<float> found{value(parameters, x)[0], slope(parameters, x)[0]};
    for (const std::vector<float>& by_parameter : parameter_slopes(parameters, x)) found.push_back(by_parameter[0]);
    ASSERT_EQ(found.size(), columns);
    for (size_t c = 0; c < columns; ++c) {
      const FloatError error = error_of(found[c], row.exact[c]);
      worst[c].add(row.x, error, c == 0 ? bound().value_floor(row.x) : bound().slope_floor(row.x));
      if (row.exact_rule || (row.kink && c == 1)) {
        EXPECT_TRUE(!error.special && error.steps == 0)
            << "column " << c << ", x = " << row.x << ", " << row.parameter_set << ": " << found[c] << " instead of "
            << row.exact[c];
      }
    }
  }
  for (size_t c = 0; c < columns; ++c) {
    print(worst[c], id() + (c == 0 ? " value" : c == 1 ? " slope" : " parameter slope"));
    EXPECT_LE(worst[c].error.steps, c == 0 ? bound().value_ulp : bound().slope_ulp) << "at x = " << worst[c].at;
    EXPECT_EQ(worst[c].specials, 0) << "at x = " << worst[c].special_at;
  }
}

INSTANTIATE_TEST_SUITE_P(Activations, Golden, testing::ValuesIn(element_wise_entries()), test_name);

}  // namespace
}  // namespace playground::test
