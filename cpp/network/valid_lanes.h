// Which lanes of a batch hold samples and which are padding.
#pragma once

#include "cpp/simd/f32x4.h"

namespace playground {

// True in the lanes from `column` on that lie below `samples`.
inline Mask32x4 valid_lanes(int column, int samples) {
  alignas(16) static constexpr float index[lanes] = {0.0f, 1.0f, 2.0f, 3.0f};
  return F32x4::load(index) < F32x4::splat(static_cast<float>(samples - column));
}

}  // namespace playground
