#include <gtest/gtest.h>

#include <limits>

#include "cpp/math/decimal.h"

namespace playground {
namespace {

TEST(Decimal, WritesWhatAMessageNeeds) {
  EXPECT_EQ(decimal(0.0), "0");
  EXPECT_EQ(decimal(-0.5), "-0.5");
  EXPECT_EQ(decimal(65536.0), "65536");
  EXPECT_EQ(decimal(1e6), "1000000");
  EXPECT_EQ(decimal(4294967295.0), "4294967295");
  EXPECT_EQ(decimal(-1e9), "-1000000000");
  EXPECT_EQ(decimal(0.999999), "0.999999");
  EXPECT_EQ(decimal(0.9999999999), "1");
  EXPECT_EQ(decimal(1e-30), "1e-30");
  EXPECT_EQ(decimal(2.5e20), "250000000e12");
  EXPECT_EQ(decimal(std::numeric_limits<double>::infinity()), "Infinity");
  EXPECT_EQ(decimal(std::numeric_limits<double>::quiet_NaN()), "NaN");
}

}  // namespace
}  // namespace playground
