// log, exp, sin and cos in double precision, with the same bits on every target.
//
// For drawing random numbers, placing points and weighting integrals; it refuses to be a libm: no subnormals, no
// errno, no vectors. Only additions, multiplications, divisions and moves of bits, so every compiler with contraction
// off agrees. Methods and coefficients are those of Sun's fdlibm 5.3 (netlib.org/fdlibm: e_log.c, e_exp.c, k_sin.c,
// k_cos.c), which are freely distributable; tests/native/scalar_test.cpp holds the bounds below against libm.
#pragma once

namespace playground::scalar {

inline constexpr double pi = 3.141592653589793;

// Natural logarithm for normal x > 0; 0 gives -inf, negative x and NaN give NaN, +inf gives +inf. Below 1 ULP.
double log(double x);

// For any x: below 1 ULP where the result is normal; results below 2^-1022 become 0, overflow +inf.
double exp(double x);

// For |x| <= 1e5: absolute error below 2.3e-16 (2^-52). Beyond, and for NaN, NaN: nothing here draws from there.
double sin(double x);
double cos(double x);

// Largest error accepted, for log and exp relative to the result and for sin and cos absolute: the constant tested.
inline constexpr double error_bound = 2.3e-16;

}  // namespace playground::scalar
