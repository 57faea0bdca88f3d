// The accuracy of the element-wise kernels at default parameters, over every float32 input or every n-th, against the
// oracle in double precision. Prints one line a function as CSV:
//
//   id, inputs, then for value and slope: the worst error in ulp and the input where it is, the mean error in ulp,
//   NaNs and infinities that are wrong. Where the header states a floor, errors below it do not count as the worst.
//
// Usage: accuracy [--stride N] [--threads N] [id ...]     N = 1, the default: all 2^32 inputs
#include <cstdio>
#include <string>
#include <thread>
#include <vector>

#include "cpp/analysis/ulp.h"
#include "cpp/catalogue/catalogue.h"

namespace playground {
namespace {

struct Options {
  uint64_t stride = 1;
  unsigned threads = 1;
  std::vector<const CatalogueEntry*> entries;
};

struct Measured {
  Worst value;
  Worst slope;
};

std::vector<float> defaults_of(const CatalogueEntry& entry) {
  std::vector<float> values;
  for (const Parameter& parameter : entry.parameters) values.push_back(parameter.initial);
  return values;
}

// Inputs whose bits are begin, begin + stride, ... below end.
Measured sweep(const CatalogueEntry& entry, uint64_t begin, uint64_t end, uint64_t stride) {
  constexpr size_t block = 1024;
  const std::vector<float> parameters = defaults_of(entry);
  const std::vector<double> wide(parameters.begin(), parameters.end());
  const Oracle& oracle = *entry.oracle();
  const Bound& bound = entry.description->bound;
  Measured measured;
  float x[block], value[block], slope[block];
  for (uint64_t bits = begin; bits < end;) {
    size_t n = 0;
    for (; n < block && bits < end; bits += stride) x[n++] = float_of_bits(static_cast<uint32_t>(bits));
    entry.kernels->value_and_slope(parameters.data(), x, value, slope, n);
    for (size_t i = 0; i < n; ++i) {
      measured.value.add(x[i], error_of(value[i], oracle.value(x[i], wide.data())), bound.value_floor(x[i]));
      measured.slope.add(x[i], error_of(slope[i], oracle.slope(x[i], wide.data())), bound.slope_floor(x[i]));
    }
  }
  return measured;
}

Measured measure_all(const CatalogueEntry& entry, const Options& options) {
  constexpr uint64_t all = uint64_t{1} << 32;
  // Cheap stretches (NaN, flat tails) lie together in bit space: threads take many small turns.
  const uint64_t turns = 64 * options.threads;
  std::vector<Measured> parts(options.threads);
  std::vector<std::thread> threads;
  for (unsigned t = 0; t < options.threads; ++t) {
    threads.emplace_back([&, t] {
      for (uint64_t turn = t; turn < turns; turn += options.threads) {
        const uint64_t begin = all / turns * turn;
        const uint64_t end = turn + 1 == turns ? all : all / turns * (turn + 1);
        const uint64_t first = (begin + options.stride - 1) / options.stride * options.stride;
        const Measured part = sweep(entry, first, end, options.stride);
        parts[t].value.add(part.value);
        parts[t].slope.add(part.slope);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  Measured total;
  for (const Measured& part : parts) {
    total.value.add(part.value);
    total.slope.add(part.slope);
  }
  return total;
}

void print(const Worst& worst) {
  const int64_t ordinary = worst.count - worst.specials;
  std::printf(",%.3f,%.9g,%.4f,%lld", worst.error.ulp, worst.at, worst.sum / static_cast<double>(ordinary),
              static_cast<long long>(worst.specials));
}

int complain(const std::string& message) {
  std::fprintf(stderr, "error: %s\nusage: accuracy [--stride N] [--threads N] [id ...]\n", message.c_str());
  return 2;
}

bool read_count(const std::string& text, uint64_t most, uint64_t& count) {
  char* end = nullptr;
  count = std::strtoull(text.c_str(), &end, 10);
  return !text.empty() && *end == 0 && count >= 1 && count <= most;
}

int run(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--stride" || argument == "--threads") {
      uint64_t count = 0;
      const uint64_t most = argument == "--stride" ? uint64_t{1} << 31 : 1024;
      if (++i == argc || !read_count(argv[i], most, count)) {
        return complain(argument + " needs a number from 1 to " + std::to_string(most));
      }
      if (argument == "--stride") {
        options.stride = count;
      } else {
        options.threads = static_cast<unsigned>(count);
      }
      continue;
    }
    const CatalogueEntry* entry = find_activation(argument);
    if (!entry || !entry->element_wise()) {
      return complain("no element-wise activation is called \"" + argument + "\"; valid: " + known_ids());
    }
    options.entries.push_back(entry);
  }
  if (options.entries.empty()) {
    for (const CatalogueEntry& entry : catalogue()) {
      if (entry.element_wise()) options.entries.push_back(&entry);
    }
  }
  std::printf("id,inputs,value_ulp,value_at,value_mean,value_specials,slope_ulp,slope_at,slope_mean,slope_specials\n");
  for (const CatalogueEntry* entry : options.entries) {
    const Measured measured = measure_all(*entry, options);
    std::printf("%s,%lld", entry->description->id, static_cast<long long>(measured.value.count));
    print(measured.value);
    print(measured.slope);
    std::printf("\n");
    std::fflush(stdout);
  }
  return 0;
}

}  // namespace
}  // namespace playground

int main(int argc, char** argv) { return playground::run(argc, argv); }
