#include "cpp/math/trig.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>

namespace playground::detail {
namespace {

// 2/pi to 256 bits behind the point, after 64 bits before it.
constexpr std::array<uint64_t, 5> two_over_pi{0, 0xa2f9836e4e441529, 0xfc2757d1f534ddc0, 0xdb6295993c439041,
                                              0xfe5163abdebbc561};

// 64 of these bits from the given one on.
uint64_t bits_from(int first) {
  const size_t word = static_cast<size_t>(first / 64);
  const int shift = first % 64;
  return shift == 0 ? two_over_pi[word] : two_over_pi[word] << shift | two_over_pi[word + 1] >> (64 - shift);
}

// The upper half of a 128-bit product.
uint64_t multiply_upper(uint64_t a, uint64_t b) {
  const uint64_t low = 0xffffffff;
  const uint64_t first = (a >> 32) * (b & low) + ((a & low) * (b & low) >> 32);
  const uint64_t second = (a & low) * (b >> 32) + (first & low);
  return (a >> 32) * (b >> 32) + (first >> 32) + (second >> 32);
}

struct Turns {
  double r;
  int32_t n;
};

// |t| = mantissa * 2^exponent. Of 2/pi only those bits matter whose product with it is below 4: 128 of them give the
// quarter turns modulo 4 as a fixed-point number with two bits before the point; its upper 64 bits are kept.
Turns reduce_large_angle(double t) {
  uint64_t pattern;
  std::memcpy(&pattern, &t, sizeof pattern);
  const int exponent = static_cast<int>(pattern >> 52 & 0x7ff) - 1075;
  if (exponent > 1024 - 53) return {std::numeric_limits<double>::quiet_NaN(), 0};
  const uint64_t mantissa = (pattern & 0x000fffffffffffff) | 0x0010000000000000;
  // Bit k behind the point times 2^exponent is 2^(exponent - k): the first that matters has k = exponent - 1.
  const int first = 64 + exponent - 2;
  const uint64_t turns = mantissa * bits_from(first) + multiply_upper(mantissa, bits_from(first + 64));
  const uint64_t n = (turns + (uint64_t{1} << 61)) >> 62;
  const auto fraction = static_cast<int64_t>(turns - (n << 62));
  const double r = static_cast<double>(fraction) * 0x1.921fb54442d18p-62;
  return t < 0 ? Turns{-r, -static_cast<int32_t>(n)} : Turns{r, static_cast<int32_t>(n)};
}

}  // namespace

void reduce_large_angles(F64x4 t, QuarterTurns& reduced) {
  std::array<double, lanes> angle;
  std::array<double, lanes> r;
  std::array<int32_t, lanes> n;
  t.store(angle.data());
  reduced.r.store(r.data());
  reduced.n.store(n.data());
  for (size_t i = 0; i < lanes; ++i) {
    if (-small_angle < angle[i] && angle[i] < small_angle) continue;
    const Turns turns = reduce_large_angle(angle[i]);
    r[i] = turns.r;
    n[i] = turns.n;
  }
  reduced = {F64x4::load(r.data()), I32x4::load(n.data())};
}

}  // namespace playground::detail
