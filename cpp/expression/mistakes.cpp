#include "cpp/expression/mistakes.h"

namespace playground {

std::string sentence_of(const Mistake& mistake, std::span<const std::string> details) {
  std::string text(mistake.sentence);
  for (size_t k = 0; k < details.size(); ++k) {
    const std::string place = "{" + std::to_string(k) + "}";
    if (const size_t at = text.find(place); at != text.npos) text.replace(at, place.size(), details[k]);
  }
  return text;
}

}  // namespace playground
