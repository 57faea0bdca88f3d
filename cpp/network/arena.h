// One block of memory for everything that training changes: values, gradients and the optimiser's two moments, in
// this order and with the same layout, so that an update is one loop over contiguous floats.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cpp/network/matrix.h"

namespace playground {

// One trainable tensor, [rows][columns] with rows padded to whole vectors; padding stays zero.
struct Tensor {
  std::string key;  // "<layer index>.<name>"
  int rows;
  int columns;
  bool penalised;  // L1 acts on weights only
  size_t offset;

  int stride() const { return padded(columns); }
  size_t size() const { return static_cast<size_t>(rows) * static_cast<size_t>(columns); }
};

// 16-byte aligned floats, zero at first. Memory from operator new is aligned enough on every target.
using Buffer = std::vector<float>;

class Arena {
 public:
  enum Part { values, gradients, first_moments, second_moments };

  // Returns the tensor's index. All tensors are added before allocate().
  int add(std::string key, int rows, int columns, bool penalised);
  void allocate();

  const std::vector<Tensor>& tensors() const { return tensors_; }
  // Its index, or -1.
  int find(std::string_view key) const;
  size_t size() const { return size_; }  // floats of one part, padding included

  float* part(Part part) { return memory_.data() + part * size_; }
  const float* part(Part part) const { return memory_.data() + part * size_; }
  Matrix matrix(int tensor, Part part) {
    const Tensor& t = tensors_[tensor];
    return {this->part(part) + t.offset, t.rows, t.stride()};
  }

  // Flat, row-major, without padding.
  void read(int tensor, Part part, float* target) const;
  void write(int tensor, const float* source);

 private:
  std::vector<Tensor> tensors_;
  size_t size_ = 0;
  Buffer memory_;
};

}  // namespace playground
