// The one source of chance: seeded, with independent streams, and the same draws on every target.
//
// The generator is PCG32 (PCG-XSH-RR 64/32) by M. E. O'Neill, "PCG: A Family of Simple Fast Space-Efficient
// Statistically Good Algorithms for Random Number Generation", 2014, pcg-random.org. It refuses to take entropy from
// anywhere: no clock, no device.
#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace playground {

// PCG32 exactly as published (pcg32_srandom_r, pcg32_random_r).
class Pcg32 {
 public:
  Pcg32(uint64_t state, uint64_t sequence);
  uint32_t next();

  uint64_t state() const { return state_; }
  uint64_t increment() const { return increment_; }
  void restore(uint64_t state, uint64_t increment) {
    state_ = state;
    increment_ = increment;
  }

 private:
  uint64_t state_;
  uint64_t increment_;
};

// What the draws are for. Streams of one seed are independent: drawing more weights moves no point of a data set.
enum class Stream : uint32_t { dataset = 1, split, order, weights, activation_noise, dropout, pretraining };

class Random {
 public:
  // index tells the members of one stream apart: the layer, the epoch.
  Random(uint64_t seed, Stream stream, uint32_t index = 0);

  uint32_t next() { return generator_.next(); }
  // [0, 1), all multiples of 2^-24.
  float uniform() { return static_cast<float>(next() >> 8) * 0x1p-24f; }
  // [0, 1), all multiples of 2^-53; takes two draws.
  double uniform_double();
  // 0 ... n - 1, each exactly as likely; n >= 1.
  uint32_t below(uint32_t n);
  // Standard normal, by Marsaglia's polar method: pairs, of which the second is kept for the next call.
  double normal();
  // Gumbel(0, 1): -log(-log u).
  double gumbel();

  // Everything that the next draws depend on, to go on from later.
  using State = std::array<uint64_t, 4>;
  State state() const;
  void restore(const State& state);

 private:
  Pcg32 generator_;
  double spare_ = 0.0;
  bool has_spare_ = false;
};

// A uniformly drawn order of the items (Fisher and Yates, from the last place down).
void shuffle(Random& random, std::span<uint32_t> items);

}  // namespace playground
