#include "cpp/math/random.h"

#include <cmath>
#include <cstring>
#include <utility>

#include "cpp/math/scalar.h"

namespace playground {
namespace {

// SplitMix64's finaliser (Stafford's mix 13). PCG streams that start from related states stay related, as all its
// increments give affine copies of one sequence; hashing seed, stream and index together sends each to a state and an
// increment of its own.
uint64_t mixed(uint64_t z) {
  z += 0x9E3779B97F4A7C15u;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return z ^ (z >> 31);
}

uint64_t sequence_of(Stream stream, uint32_t index) { return static_cast<uint64_t>(stream) << 32 | index; }

}  // namespace

Pcg32::Pcg32(uint64_t state, uint64_t sequence) : state_(0), increment_(sequence << 1 | 1) {
  next();
  state_ += state;
  next();
}

uint32_t Pcg32::next() {
  const uint64_t old = state_;
  state_ = old * 6364136223846793005u + increment_;
  const auto shifted = static_cast<uint32_t>(((old >> 18) ^ old) >> 27);
  const auto rotation = static_cast<uint32_t>(old >> 59);
  return shifted >> rotation | shifted << (-rotation & 31);
}

Random::Random(uint64_t seed, Stream stream, uint32_t index)
    : generator_(mixed(mixed(seed) + sequence_of(stream, index)), mixed(mixed(sequence_of(stream, index)) + seed)) {}

double Random::uniform_double() {
  // Two statements: the order of evaluation inside one expression is the compiler's.
  const uint64_t high = next() >> 5;
  const uint64_t low = next() >> 6;
  return static_cast<double>(high << 26 | low) * 0x1p-53;
}

uint32_t Random::below(uint32_t n) {
  // 2^32 mod n draws at the low end are refused, so that what is left divides evenly. That is less than n: the division
  // that tells how many is seldom needed.
  uint32_t drawn = next();
  while (drawn < n && drawn < -n % n) drawn = next();
  return drawn % n;
}

double Random::normal() {
  if (has_spare_) {
    has_spare_ = false;
    return spare_;
  }
  double u, v, s;
  do {
    u = 2.0 * uniform_double() - 1.0;
    v = 2.0 * uniform_double() - 1.0;
    s = u * u + v * v;
  } while (s >= 1.0 || s == 0.0);
  const double factor = std::sqrt(-2.0 * scalar::log(s) / s);
  spare_ = v * factor;
  has_spare_ = true;
  return u * factor;
}

double Random::gumbel() {
  double u;
  do {
    u = uniform_double();
  } while (u == 0.0);
  return -scalar::log(-scalar::log(u));
}

Random::State Random::state() const {
  uint64_t spare;
  std::memcpy(&spare, &spare_, sizeof spare);
  return {generator_.state(), generator_.increment(), spare, has_spare_};
}

void Random::restore(const State& state) {
  generator_.restore(state[0], state[1]);
  std::memcpy(&spare_, &state[2], sizeof spare_);
  has_spare_ = state[3] != 0;
}

void shuffle(Random& random, std::span<uint32_t> items) {
  for (size_t left = items.size(); left > 1; --left) {
    std::swap(items[left - 1], items[random.below(static_cast<uint32_t>(left))]);
  }
}

}  // namespace playground
