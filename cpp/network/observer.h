// Looks at training as it happens: the statistics of a probe over the batches of every so manieth step, taken while
// their signals are in the cache. It only reads: what is trained is the same to the bit. Gathering allocates nothing.
#pragma once

#include <memory>

#include "cpp/network/statistics.h"

namespace playground {

// An interface, so that a module that does not bind observe() does not hold what stands behind it.
class Observer {
 public:
  explicit Observer(int every) : every_(static_cast<uint64_t>(every)) {}
  virtual ~Observer() = default;

  bool wants(uint64_t step) const { return step % every_ == 0; }

  // In this order, at a step whose loss is finite: after the forward pass; for every layer on the way back; after it.
  virtual void add_signals(const Workspace& workspace, int samples) = 0;
  virtual void add_gradient(int layer, const Matrix& gradient) = 0;
  virtual void add_weight_gradients(Arena& arena) = 0;

  // What was gathered. The window that begins next has layers() to begin.
  virtual Observation take() = 0;
  virtual std::vector<LayerStatistics>& layers() = 0;

 private:
  uint64_t every_;
};

}  // namespace playground
