#include "cpp/network/workspace.h"

#include <algorithm>

namespace playground {

Workspace::Workspace(int inputs, const std::vector<int>& widths, const std::vector<int>& auxiliary_rows,
                     int scratch_rows, int scratches, int columns)
    : columns_(columns) {
  int widest = inputs;
  for (int width : widths) widest = std::max(widest, width);

  const auto floats = [&](int rows) { return static_cast<size_t>(padded(rows)) * static_cast<size_t>(stride()); };
  size_t total = floats(inputs) + 3 * floats(widest) + static_cast<size_t>(scratches) * floats(scratch_rows);
  for (int width : widths) total += floats(width);
  for (int rows : auxiliary_rows) total += floats(rows);
  memory_.assign(total, 0.0f);

  float* next = memory_.data();
  const auto take = [&](int rows) {
    float* taken = next;
    next += floats(rows);
    return taken;
  };
  input_ = {take(inputs), inputs, stride()};
  for (int width : widths) outputs_.push_back({take(width), width, stride()});
  for (int rows : auxiliary_rows) auxiliary_.push_back({take(rows), rows, stride()});
  for (float*& gradient : gradients_) gradient = take(widest);
  turned_ = take(widest);
  for (int k = 0; k < scratches; ++k) scratch_.push_back(take(scratch_rows));
}

}  // namespace playground
