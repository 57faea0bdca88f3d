#include "cpp/network/error.h"

namespace playground {

Error complain(const char* code, std::string path, std::initializer_list<std::string_view> complaint) {
  std::string message = path;
  for (std::string_view part : complaint) message += part;
  return {code, std::move(path), std::move(message)};
}

}  // namespace playground
