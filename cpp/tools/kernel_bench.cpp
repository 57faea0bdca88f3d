// The engine's own kernels on arrays that stay in its memory: what an element costs once dispatch is paid. A module of
// its own, so that the one that ships exports nothing for it; the same library, linked with the same flags. Built for
// WebAssembly when asked for (target `kernel_bench`), run by web/bench/kernels.mjs.

#include <emscripten/emscripten.h>

#include <vector>

#include "cpp/catalogue/catalogue.h"

namespace playground {
namespace {

constexpr size_t capacity = 1 << 16;
alignas(16) float x[capacity];
alignas(16) float value[capacity];
alignas(16) float slope[capacity];

std::vector<float> defaults(const CatalogueEntry& entry) {
  std::vector<float> values;
  for (const Parameter& parameter : entry.parameters) values.push_back(parameter.initial);
  return values;
}

}  // namespace
}  // namespace playground

// Functions are named by their place in the catalogue, arrays by their address; n is at most 65,536.
extern "C" {
EMSCRIPTEN_KEEPALIVE float* input() { return playground::x; }
EMSCRIPTEN_KEEPALIVE float* values() { return playground::value; }
EMSCRIPTEN_KEEPALIVE float* slopes() { return playground::slope; }

EMSCRIPTEN_KEEPALIVE int entries() { return static_cast<int>(playground::catalogue().size()); }
EMSCRIPTEN_KEEPALIVE const char* id(int index) {
  return playground::catalogue()[static_cast<size_t>(index)].description->id;
}

// The two below are for element-wise functions only.
EMSCRIPTEN_KEEPALIVE int is_element_wise(int index) {
  return playground::catalogue()[static_cast<size_t>(index)].element_wise();
}

EMSCRIPTEN_KEEPALIVE void run_value(int index, int n, int rounds) {
  const playground::CatalogueEntry& entry = playground::catalogue()[static_cast<size_t>(index)];
  const std::vector<float> parameters = playground::defaults(entry);
  for (int round = 0; round < rounds; ++round) {
    entry.kernels->value(parameters.data(), playground::x, playground::value, static_cast<size_t>(n));
  }
}

EMSCRIPTEN_KEEPALIVE void run_value_and_slope(int index, int n, int rounds) {
  const playground::CatalogueEntry& entry = playground::catalogue()[static_cast<size_t>(index)];
  const std::vector<float> parameters = playground::defaults(entry);
  for (int round = 0; round < rounds; ++round) {
    entry.kernels->value_and_slope(parameters.data(), playground::x, playground::value, playground::slope,
                                   static_cast<size_t>(n));
  }
}
}
