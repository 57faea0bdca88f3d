// log((1 + s) / (1 - s)) = 2 atanh(s): the logarithm of a quotient that lies between 1/2 and 2, without forming it.
#pragma once

#include "cpp/math/polynomial.h"

namespace playground {

namespace detail {

// (atanh(s) / s - 1) / s^2 as a polynomial in y = s^2, |s| <= 1/3; relative error of atanh(s) below 2^-31.
inline F32x4 atanh_remainder(F32x4 y) {
  return polynomial(y, 0x1.555556p-2f, 0x1.99986p-3f, 0x1.24d8dp-3f, 0x1.bb0224p-4f, 0x1.e21248p-4f);
}

}  // namespace detail

// c atanh(s) for |s| <= 1/3, given s and c s.
inline F32x4 scaled_atanh(F32x4 s, F32x4 cs) {
  const F32x4 y = s * s;
  return cs + cs * (y * detail::atanh_remainder(y));
}

}  // namespace playground
