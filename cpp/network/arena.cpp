#include "cpp/network/arena.h"

#include <cstring>

namespace playground {

int Arena::add(std::string key, int rows, int columns, bool penalised) {
  tensors_.push_back({std::move(key), rows, columns, penalised, size_});
  size_ += static_cast<size_t>(rows) * static_cast<size_t>(padded(columns));
  return static_cast<int>(tensors_.size()) - 1;
}

int Arena::find(std::string_view key) const {
  for (size_t k = 0; k < tensors_.size(); ++k) {
    if (tensors_[k].key == key) return static_cast<int>(k);
  }
  return -1;
}

void Arena::allocate() { memory_.assign(4 * size_, 0.0f); }

void Arena::read(int tensor, Part part, float* target) const {
  const Tensor& t = tensors_[tensor];
  const float* source = this->part(part) + t.offset;
  for (int r = 0; r < t.rows; ++r) {
    std::memcpy(target + static_cast<size_t>(r) * t.columns, source + static_cast<size_t>(r) * t.stride(),
                t.columns * sizeof(float));
  }
}

void Arena::write(int tensor, const float* source) {
  const Tensor& t = tensors_[tensor];
  float* target = part(values) + t.offset;
  for (int r = 0; r < t.rows; ++r) {
    std::memcpy(target + static_cast<size_t>(r) * t.stride(), source + static_cast<size_t>(r) * t.columns,
                t.columns * sizeof(float));
  }
}

}  // namespace playground
