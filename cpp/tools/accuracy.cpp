// The accuracy of the kernels at default parameters against the oracles in double precision: of element-wise ones over
// every float32 input or every n-th, of functions of rows over random rows. Prints one line a function as CSV:
//
//   id, inputs, then for value and slope: the worst error in ulp and the input where it is, the mean error in ulp,
//   NaNs and infinities that are wrong. Where the header states a floor, errors below it do not count as the worst.
//   Of functions of rows, inputs: how many numbers were compared; slope: of both products with the Jacobian, in
//   units of the last place of what is summed; where it is: the exact result.
//
// Usage: accuracy [--stride N] [--threads N] [id ...]
//   N = 1, the default: all 2^32 inputs; of functions of rows 2^24 values, from N = 256 on 2^32 / N
#include <cstdio>
#include <string>
#include <thread>
#include <vector>

#include "cpp/analysis/row_accuracy.h"
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

  void add(const Measured& other) {
    value.add(other.value);
    slope.add(other.slope);
  }
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

// Cheap stretches (NaN, flat tails) lie together in bit space: threads take many small turns.
constexpr uint64_t turns = 256;

// The part of every turn, on all threads, together. The same turns however many threads there are.
template <class Part, class Body>
Part in_turns(unsigned thread_count, Body&& body) {
  std::vector<Part> parts(thread_count);
  std::vector<std::thread> threads;
  for (unsigned t = 0; t < thread_count; ++t) {
    threads.emplace_back([&, t] {
      for (uint64_t turn = t; turn < turns; turn += thread_count) parts[t].add(body(turn));
    });
  }
  for (std::thread& thread : threads) thread.join();
  Part total;
  for (const Part& part : parts) total.add(part);
  return total;
}

Measured sweep_all(const CatalogueEntry& entry, const Options& options) {
  constexpr uint64_t all = uint64_t{1} << 32;
  return in_turns<Measured>(options.threads, [&](uint64_t turn) {
    const uint64_t begin = all / turns * turn;
    const uint64_t first = (begin + options.stride - 1) / options.stride * options.stride;
    return sweep(entry, first, begin + all / turns, options.stride);
  });
}

Measured measure_rows(const CatalogueEntry& entry, const Options& options) {
  const uint64_t values = std::min<uint64_t>(uint64_t{1} << 24, (uint64_t{1} << 32) / options.stride);
  const std::vector<float> parameters = defaults_of(entry);
  const RowFunctionAt function{entry, parameters};
  const RowErrors errors = in_turns<RowErrors>(options.threads, [&](uint64_t turn) {
    Random random(static_cast<uint32_t>(turn), Stream::dataset);
    RowErrors part;
    while (static_cast<uint64_t>(part.values.count) < values / turns) {
      for (size_t groups : {1, 2, 3, 5, 8, 17}) {
        for (double spread : {0.01, 1.0, 3.0, 10.0, 100.0}) {
          part.add(function, function.random_rows(random, groups, 4, spread));
        }
      }
    }
    return part;
  });
  return {errors.values, errors.products};
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
    if (!entry) return complain("no activation is called \"" + argument + "\"; valid: " + known_ids());
    options.entries.push_back(entry);
  }
  if (options.entries.empty()) {
    for (const CatalogueEntry& entry : catalogue()) options.entries.push_back(&entry);
  }
  std::printf("id,inputs,value_ulp,value_at,value_mean,value_specials,slope_ulp,slope_at,slope_mean,slope_specials\n");
  for (const CatalogueEntry* entry : options.entries) {
    const Measured measured = (entry->element_wise() ? sweep_all : measure_rows)(*entry, options);
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
