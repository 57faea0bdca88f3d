// cpp/math/scalar.h against the platform's libm, which may be used here as the oracle and nowhere in the engine.
#include "cpp/math/scalar.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace playground {
namespace {

// Long double where it is wider than double; the same bound holds, a little looser, where it is not.
double relative_error(double found, long double exact) {
  return std::fabs(static_cast<double>((found - exact) / (exact == 0 ? 1.0L : exact)));
}

TEST(Scalar, LogIsWithinItsBound) {
  double worst = 0.0;
  for (double x = 1e-300; x < 1e300; x *= 1.0137) {
    worst = std::fmax(worst, relative_error(scalar::log(x), std::log(static_cast<long double>(x))));
  }
  for (double x = 0.5; x < 2.0; x += 1.37e-5) {
    worst = std::fmax(worst, relative_error(scalar::log(x), std::log(static_cast<long double>(x))));
  }
  RecordProperty("worst", std::to_string(worst));
  EXPECT_LT(worst, scalar::error_bound);
}

TEST(Scalar, ExpIsWithinItsBound) {
  double worst = 0.0;
  for (double x = -707.9; x < 709.0; x += 0.00713) {
    worst = std::fmax(worst, relative_error(scalar::exp(x), std::exp(static_cast<long double>(x))));
  }
  EXPECT_LT(worst, scalar::error_bound);
}

TEST(Scalar, SinAndCosAreWithinTheirBound) {
  double worst = 0.0;
  const auto look = [&](double x) {
    const auto exact_sin = static_cast<double>(scalar::sin(x) - std::sin(static_cast<long double>(x)));
    const auto exact_cos = static_cast<double>(scalar::cos(x) - std::cos(static_cast<long double>(x)));
    worst = std::fmax(worst, std::fmax(std::fabs(exact_sin), std::fabs(exact_cos)));
  };
  for (double x = -20.0; x < 20.0; x += 0.000171) look(x);
  for (double x = -1e5; x <= 1e5; x += 1.237) look(x);
  EXPECT_LT(worst, scalar::error_bound);
}

TEST(Scalar, SpecialValues) {
  const double infinity = std::numeric_limits<double>::infinity();
  const double not_a_number = std::numeric_limits<double>::quiet_NaN();
  EXPECT_EQ(scalar::log(1.0), 0.0);
  EXPECT_EQ(scalar::log(0.0), -infinity);
  EXPECT_EQ(scalar::log(infinity), infinity);
  EXPECT_TRUE(std::isnan(scalar::log(-1.0)));
  EXPECT_TRUE(std::isnan(scalar::log(not_a_number)));
  EXPECT_EQ(scalar::exp(0.0), 1.0);
  EXPECT_EQ(scalar::exp(-infinity), 0.0);
  EXPECT_EQ(scalar::exp(710.0), infinity);
  EXPECT_EQ(scalar::exp(infinity), infinity);
  EXPECT_TRUE(std::isnan(scalar::exp(not_a_number)));
  EXPECT_LT(scalar::exp(709.78), infinity);
  EXPECT_EQ(scalar::sin(0.0), 0.0);
  EXPECT_EQ(scalar::cos(0.0), 1.0);
  EXPECT_TRUE(std::isnan(scalar::sin(1.1e5)));
  EXPECT_TRUE(std::isnan(scalar::cos(not_a_number)));
}

}  // namespace
}  // namespace playground
