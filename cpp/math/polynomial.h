// Polynomials in Horner form, the lowest coefficient first.
#pragma once

#include "cpp/simd/f32x4.h"

namespace playground {

template <class Vector, class Scalar>
Vector polynomial(Vector, Scalar constant) {
  return Vector::splat(constant);
}

// What a polynomial whose higher terms are known ends with.
template <class Vector>
Vector polynomial(Vector, Vector higher) {
  return higher;
}

// constant + x (next + x (...)): one rounding per operation, in this order, on every target.
template <class Vector, class Scalar, class... Scalars>
Vector polynomial(Vector x, Scalar constant, Scalars... higher) {
  return Vector::splat(constant) + x * polynomial(x, higher...);
}

}  // namespace playground
