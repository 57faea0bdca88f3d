// float32 to float64 without infinities: what vanishes beside one stays 0, where 0 * inf would be NaN.
#pragma once

#include "cpp/simd/f32x4.h"

namespace playground {

// x in float64, an infinity as 2^200: further out than any float32, so that the quotient is at its limit in float32,
// and near enough for its fifth power to be a number.
inline F64x4 widen_finite(F32x4 x) { return maximum(minimum(widen(x), F64x4::splat(0x1p200)), F64x4::splat(-0x1p200)); }

}  // namespace playground
