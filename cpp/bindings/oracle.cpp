// The functions by their oracles in float64: how far float32 results are from them, and they themselves, which the page
// times beside the kernels. A module of its own, oracle.wasm, so that the engine, which trains and draws, carries
// nothing of the C library. Loaded by web/engine/oracle.ts; errors are those that cpp/tools/accuracy.cpp publishes.
#include <emscripten/emscripten.h>

#include <algorithm>
#include <array>
#include <limits>

#include "cpp/analysis/ulp.h"
#include "cpp/catalogue/catalogue.h"

namespace playground {
namespace {

constexpr int capacity = 4096;
float parameters[most_parameters];
float x[capacity];
float values[capacity];
float slopes[capacity];

// In units of the last place; 0 where the bound's floor counts as met, NaN for a wrong NaN or infinity.
float judged(float found, double exact, double floor) {
  const FloatError error = error_of(found, exact);
  if (error.special) return std::numeric_limits<float>::quiet_NaN();
  return error.absolute <= floor ? 0.0f : static_cast<float>(error.ulp);
}

}  // namespace
}  // namespace playground

// Functions are named by their place in the catalogue, arrays by their address.
extern "C" {
EMSCRIPTEN_KEEPALIVE int most() { return playground::capacity; }
EMSCRIPTEN_KEEPALIVE float* parameters() { return playground::parameters; }
EMSCRIPTEN_KEEPALIVE float* inputs() { return playground::x; }
EMSCRIPTEN_KEEPALIVE float* values() { return playground::values; }
EMSCRIPTEN_KEEPALIVE float* slopes() { return playground::slopes; }

// Takes what a kernel gave for n inputs, at most `most`, and leaves the errors in its place. The function is
// element-wise.
EMSCRIPTEN_KEEPALIVE void judge(int place, int n) {
  using namespace playground;
  const Oracle& oracle = *oracle_at(static_cast<size_t>(place));
  std::array<double, most_parameters> wide;
  std::copy_n(playground::parameters, most_parameters, wide.begin());
  for (int i = 0; i < n; ++i) {
    const float at = x[i];
    float& value = playground::values[i];
    float& slope = playground::slopes[i];
    value = judged(value, oracle.value(at, wide.data()), oracle.bound->value_floor(at));
    slope = judged(slope, oracle.slope(at, wide.data()), oracle.bound->slope_floor(at));
  }
}

// Leaves the function of n inputs, at most `most`, in values: one after another, in float64.
EMSCRIPTEN_KEEPALIVE void evaluate(int place, int n) {
  using namespace playground;
  std::array<double, most_parameters> wide;
  std::copy_n(playground::parameters, most_parameters, wide.begin());
  oracle_at(static_cast<size_t>(place))->values(x, wide.data(), playground::values, static_cast<size_t>(n));
}
}
