#include "cpp/expression/names.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "cpp/expression/scanner.h"

namespace playground {
namespace {

constexpr BuiltIn functions[] = {
    {"exp", Operation::exp, 1},     {"expm1", Operation::expm1, 1}, {"ln", Operation::log, 1},
    {"log", Operation::log, 1},     {"log1p", Operation::log1p, 1}, {"sqrt", Operation::sqrt, 1},
    {"sin", Operation::sin, 1},     {"cos", Operation::cos, 1},     {"min", Operation::minimum, 2},
    {"max", Operation::maximum, 2}, {"pow", Operation::power, 2},
};

// What one also writes for functions of the catalogue.
struct Alias {
  const char* name;
  const char* id;
};
constexpr Alias aliases[] = {{"abs", "absolute"}, {"sign", "signum"}, {"atan", "arctan"}};

constexpr const char* greek[] = {"alpha", "beta",  "gamma", "delta",  "epsilon", "zeta", "eta",
                                 "theta", "kappa", "mu",    "lambda", "nu",      "xi",   "rho",
                                 "sigma", "tau",   "phi",   "chi",    "psi",     "omega"};

// Insertions, deletions, replacements and exchanges of neighbours between two words.
size_t distance(std::string_view a, std::string_view b) {
  std::vector<size_t> before, last, row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    before = std::exchange(last, row);
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] != b[j - 1])});
      const bool exchanged = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (exchanged) row[j] = std::min(row[j], before[j - 2] + 1);
    }
  }
  return row[b.size()];
}

template <class Visit>
void for_each_name(Visit&& visit) {
  for (const BuiltIn& function : functions) visit(function.name);
  for (const Alias& alias : aliases) visit(alias.name);
  for (const CatalogueEntry& entry : catalogue()) {
    if (entry.element_wise()) visit(entry.id());
  }
}

}  // namespace

const BuiltIn* find_built_in(std::string_view name) {
  const auto found =
      std::find_if(std::begin(functions), std::end(functions), [&](const BuiltIn& f) { return name == f.name; });
  return found == std::end(functions) ? nullptr : found;
}

std::string_view catalogue_id(std::string_view name) {
  for (const Alias& alias : aliases) {
    if (name == alias.name) return alias.id;
  }
  return name;
}

std::optional<double> find_constant(std::string_view name) {
  if (name == "pi") return 3.141592653589793;
  if (name == "e") return 2.718281828459045;
  return std::nullopt;
}

bool names_parameter(std::string_view name) {
  if (name == "x" || find_constant(name)) return false;
  const auto end = std::find_if(name.begin(), name.end(), [](char c) { return !is_letter(c); });
  if (!std::all_of(end, name.end(), is_digit)) return false;
  const std::string_view letters(name.data(), static_cast<size_t>(end - name.begin()));
  return letters.size() == 1 || std::find(std::begin(greek), std::end(greek), letters) != std::end(greek);
}

std::string_view nearest_name(std::string_view name) {
  std::string_view best;
  size_t nearest = name.size() < 4 ? 2 : 3;
  for_each_name([&](std::string_view known) {
    const size_t d = distance(name, known);
    if (d < nearest) {
      nearest = d;
      best = known;
    }
  });
  return best;
}

}  // namespace playground
