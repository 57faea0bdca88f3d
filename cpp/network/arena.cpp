#include "cpp/network/arena.h"

#include <cstring>

namespace playground {

int Arena::add(std::string key, int rows, int columns, bool penalised, bool trained) {
  tensors_.push_back({std::move(key), rows, columns, penalised, trained, 0});
  return static_cast<int>(tensors_.size()) - 1;
}

int Arena::find(std::string_view key) const {
  for (size_t k = 0; k < tensors_.size(); ++k) {
    if (tensors_[k].key == key) return static_cast<int>(k);
  }
  return -1;
}

void Arena::allocate(int moments) {
  for (bool trained : {true, false}) {
    for (Tensor& tensor : tensors_) {
      if (tensor.trained != trained) continue;
      tensor.offset = size_;
      size_ = tensor.end();
    }
    if (trained) trained_size_ = size_;
  }
  moments_ = moments;
  memory_.assign((2 + static_cast<size_t>(moments)) * size_, 0.0f);
}

void Arena::read(int tensor, Part part, float* target) const {
  const Tensor& t = tensors_[tensor];
  const float* source = this->part(part) + t.offset;
  for (int r = 0; r < t.rows; ++r) {
    std::memcpy(target + static_cast<size_t>(r) * t.columns, source + static_cast<size_t>(r) * t.stride(),
                t.columns * sizeof(float));
  }
}

void Arena::write(int tensor, Part part, const float* source) {
  const Tensor& t = tensors_[tensor];
  float* target = this->part(part) + t.offset;
  for (int r = 0; r < t.rows; ++r) {
    std::memcpy(target + static_cast<size_t>(r) * t.stride(), source + static_cast<size_t>(r) * t.columns,
                t.columns * sizeof(float));
  }
}

}  // namespace playground
