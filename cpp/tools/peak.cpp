// The f32x4 multiply-add peak of the machine at hand: what no kernel without fused multiply-add can exceed.
// A WebAssembly module of its own, so that it cannot lend the engine anything; built for WebAssembly when asked for
// (target `peak`), run by web/bench/training.mjs.
//
// Each accumulator is a chain a = a * m + c. Several chains hide the latency of both operations; how many hide it best
// depends on the machine and on the registers left, so that the caller tries each count and takes the fastest.

#include <emscripten/emscripten.h>

#include "cpp/simd/f32x4.h"

namespace playground {

// Bounded: every chain tends to c / (1 - m) = 1. The sum is returned so that no chain can be dropped.
template <int chains>
float multiply_add(int rounds) {
  const F32x4 m = F32x4::splat(0.9375f);
  const F32x4 c = F32x4::splat(0.0625f);
  F32x4 a[chains];
  for (int i = 0; i < chains; ++i) a[i] = F32x4::splat(static_cast<float>(i));
  for (int round = 0; round < rounds; ++round) {
#pragma clang loop unroll(full)
    for (int i = 0; i < chains; ++i) a[i] = a[i] * m + c;
  }
  F32x4 sum = F32x4::zero();
  for (int i = 0; i < chains; ++i) sum += a[i];
  return lane_sum(sum);
}

}  // namespace playground

// Each round does 8 operations a chain (4 lanes, multiply and add); the result tends to 4 * chains.
extern "C" {
EMSCRIPTEN_KEEPALIVE float peak8(int rounds) { return playground::multiply_add<8>(rounds); }
EMSCRIPTEN_KEEPALIVE float peak10(int rounds) { return playground::multiply_add<10>(rounds); }
EMSCRIPTEN_KEEPALIVE float peak12(int rounds) { return playground::multiply_add<12>(rounds); }
EMSCRIPTEN_KEEPALIVE float peak14(int rounds) { return playground::multiply_add<14>(rounds); }
EMSCRIPTEN_KEEPALIVE float peak16(int rounds) { return playground::multiply_add<16>(rounds); }
}
