// One block of memory for everything that training changes: values, gradients and as many moments as the optimiser
// keeps, in this order and with the same layout, so that an update is one loop over contiguous floats. What training
// measures instead of descending on stands behind what it descends on.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cpp/network/matrix.h"

namespace playground {

// One tensor, [rows][columns] with rows padded to whole vectors; padding stays zero.
struct Tensor {
  std::string key;  // "<layer index>.<name>"
  int rows;
  int columns;
  bool penalised;  // L1 acts on weights only
  bool trained;    // false: a statistic, which has no gradient
  size_t offset;

  size_t end() const { return offset + static_cast<size_t>(rows) * static_cast<size_t>(stride()); }

  int stride() const { return padded(columns); }
  size_t size() const { return static_cast<size_t>(rows) * static_cast<size_t>(columns); }
};

// 16-byte aligned floats, zero at first. Memory from operator new is aligned enough on every target.
using Buffer = std::vector<float>;

class Arena {
 public:
  enum Part { values, gradients, first_moments, second_moments, third_moments };

  // Returns the tensor's index. All tensors are added before allocate().
  int add(std::string key, int rows, int columns, bool penalised, bool trained = true);
  // moments: how many the optimiser keeps.
  void allocate(int moments);
  int moments() const { return moments_; }

  const std::vector<Tensor>& tensors() const { return tensors_; }
  // Its index, or -1.
  int find(std::string_view key) const;
  size_t size() const { return size_; }                  // floats of one part, padding included
  size_t trained_size() const { return trained_size_; }  // of those, the ones that the optimiser changes

  float* part(Part part) { return memory_.data() + part * size_; }
  const float* part(Part part) const { return memory_.data() + part * size_; }
  Matrix matrix(int tensor, Part part) {
    const Tensor& t = tensors_[tensor];
    return {this->part(part) + t.offset, t.rows, t.stride()};
  }

  // Flat, row-major, without padding.
  void read(int tensor, Part part, float* target) const;
  void write(int tensor, Part part, const float* source);

 private:
  std::vector<Tensor> tensors_;
  size_t size_ = 0;
  size_t trained_size_ = 0;
  int moments_ = 0;
  Buffer memory_;
};

}  // namespace playground
