// Up to four straight lines, of which each x is on one: slope (x - root), the root a sum of two float32, so that the
// first difference is exact where it cancels.
#pragma once

#include "cpp/catalogue/description.h"

namespace playground {

// A line a lane; slopes are float32. Where x is on a line is said as look_up() takes it.
struct Lines {
  F32x4 slopes;
  F32x4 upper_roots;
  F32x4 lower_roots;

  Lines(F64x4 slope, F64x4 root)
      : slopes(narrow(slope)), upper_roots(narrow(root)), lower_roots(narrow(root - widen(upper_roots))) {}

  F32x4 value(F32x4 x, I32x4 places) const {
    return look_up(slopes, places) * ((x - look_up(upper_roots, places)) - look_up(lower_roots, places));
  }
  Dual value_and_slope(F32x4 x, I32x4 places) const { return {value(x, places), nan_or(x, look_up(slopes, places))}; }
};

// The place of the first line, and what to add for that p lines further on.
inline I32x4 first_line() { return I32x4::splat(0x03020100); }
inline I32x4 lines_on(int32_t p) { return I32x4::splat(0x04040404 * p); }

}  // namespace playground
