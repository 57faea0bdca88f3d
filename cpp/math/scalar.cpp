#include "cpp/math/scalar.h"

#include <cstdint>
#include <cstring>
#include <limits>

namespace playground::scalar {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

// ln 2 in two parts: the first has 21 trailing zero bits, so that its product with an exponent is exact.
constexpr double ln2_high = 6.93147180369123816490e-01;
constexpr double ln2_low = 1.90821492927058770002e-10;

int64_t bits_of(double x) {
  int64_t bits;
  std::memcpy(&bits, &x, sizeof bits);
  return bits;
}

double from_bits(int64_t bits) {
  double x;
  std::memcpy(&x, &bits, sizeof x);
  return x;
}

// 2^k for a normal result.
double power_of_two(int k) { return from_bits(static_cast<int64_t>(k + 1023) << 52); }

// The nearest integer, for |x| < 2^31.
int nearest(double x) { return static_cast<int>(x < 0 ? x - 0.5 : x + 0.5); }

// sin and cos of r + tail on [-pi/4, pi/4]; tail is what r could not hold.
double sin_kernel(double r, double tail) {
  const double z = r * r;
  const double v = z * r;
  const double p =
      8.33333333332248946124e-03 +
      z * (-1.98412698298579493134e-04 +
           z * (2.75573137070700676789e-06 + z * (-2.50507602534068634195e-08 + z * 1.58969099521155010221e-10)));
  return r - ((z * (0.5 * tail - v * p) - tail) - v * -1.66666666666666324348e-01);
}

double cos_kernel(double r, double tail) {
  const double z = r * r;
  const double p = z * (4.16666666666666019037e-02 +
                        z * (-1.38888888888741095749e-03 +
                             z * (2.48015872894767294178e-05 +
                                  z * (-2.75573143513906633035e-07 +
                                       z * (2.08757232129817482790e-09 + z * -1.13596475577881948265e-11)))));
  const double half = 0.5 * z;
  const double w = 1.0 - half;
  return w + (((1.0 - w) - half) + (z * p - r * tail));
}

// sin(x + quarter_turns * pi/2).
double sin_shifted(double x, int quarter_turns) {
  if (!(x >= -1e5 && x <= 1e5)) return not_a_number;
  constexpr double two_over_pi = 6.36619772367581382433e-01;
  // pi/2 in three parts of 33 bits and a rest: products with n < 2^20 are exact (Cody and Waite).
  constexpr double half_pi_1 = 1.57079632673412561417e+00;
  constexpr double half_pi_2 = 6.07710050630396597660e-11;
  constexpr double half_pi_3 = 2.02226624879595063154e-21;
  const int n = nearest(x * two_over_pi);
  const double high = x - n * half_pi_1;
  const double middle = n * half_pi_2;
  const double reduced = high - middle;
  const double lost = ((high - reduced) - middle) - n * half_pi_3;
  const double r = reduced + lost;
  const double tail = (reduced - r) + lost;
  const int quadrant = (n + quarter_turns) & 3;
  const double value = quadrant & 1 ? cos_kernel(r, tail) : sin_kernel(r, tail);
  return quadrant & 2 ? -value : value;
}

}  // namespace

double log(double x) {
  if (!(x > 0)) return x == 0 ? -infinity : not_a_number;
  if (x == infinity) return x;
  // x = 2^k (1 + f) with 1 + f in [sqrt(1/2), sqrt(2)): adding the distance of sqrt(1/2)'s bits to those of 1 lets
  // the exponent field count k.
  constexpr int64_t one = 0x3FF0000000000000;
  constexpr int64_t root_half = 0x3FE6A09E667F3BCD;
  const int64_t shifted = bits_of(x) + (one - root_half);
  const int k = static_cast<int>(shifted >> 52) - 1023;
  const double f = from_bits((shifted & 0x000FFFFFFFFFFFFF) + root_half) - 1.0;
  // log(1 + f) = f - f^2/2 + s (f^2/2 + R(s^2)), s = f / (2 + f).
  const double s = f / (2.0 + f);
  const double z = s * s;
  const double r = z * (6.666666666666735130e-01 +
                        z * (3.999999999940941908e-01 +
                             z * (2.857142874366239149e-01 +
                                  z * (2.222219843214978396e-01 +
                                       z * (1.818357216161805012e-01 +
                                            z * (1.531383769920937332e-01 + z * 1.479819860511658591e-01))))));
  const double half = 0.5 * f * f;
  return k * ln2_high - ((half - (s * (half + r) + k * ln2_low)) - f);
}

double exp(double x) {
  if (x != x) return x;
  if (x > 709.782712893384) return infinity;
  if (x < -708.0) return 0.0;
  const int k = nearest(x * 1.44269504088896338700);
  const double high = x - k * ln2_high;
  const double low = k * ln2_low;
  const double r = high - low;
  const double z = r * r;
  // exp(r) = 1 + r + r c / (2 - c), c from Remez on r (exp(r) + 1) / (exp(r) - 1).
  const double c =
      r -
      z * (1.66666666666666019037e-01 +
           z * (-2.77777777770155933842e-03 +
                z * (6.61375632143793436117e-05 + z * (-1.65339022054652515390e-06 + z * 4.13813679705723846039e-08))));
  const double y = 1.0 - ((low - (r * c) / (2.0 - c)) - high);
  // k can be 1024, whose power is no double.
  return k < 1024 ? y * power_of_two(k) : y * 2.0 * power_of_two(1023);
}

double sin(double x) { return sin_shifted(x, 0); }
double cos(double x) { return sin_shifted(x, 1); }

}  // namespace playground::scalar
