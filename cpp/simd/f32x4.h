// Four float32 lanes over the WebAssembly SIMD128 instruction set.
//
// The only file that names an intrinsic. Compiled by Emscripten it is wasm_simd128.h itself; natively the same
// names come from SIMDe, so that the arithmetic that ships is the arithmetic that is tested and sanitised.
// It refuses to be a general vector library: it holds what the kernels use, and every operation gives the same
// bits on every target. Where SIMDe departs from WebAssembly (sign of zero in min and max, nearest at -0.5, NaN
// payloads), the operation is left out or built from parts that agree.
#pragma once

#include <cstdint>

#if defined(__EMSCRIPTEN__)
#include <wasm_simd128.h>
#else
#define SIMDE_ENABLE_NATIVE_ALIASES
#include <simde/wasm/simd128.h>
#endif

namespace playground {

inline constexpr int lanes = 4;

namespace detail {

#if defined(__EMSCRIPTEN__)
alignas(16) inline int32_t zeros[lanes] = {};
#endif

// v itself, but hidden from compilers. LLVM writes a v128.const anew at each use, and so do V8's compilers wherever
// registers are short: four instructions each time. What is combined with a zero loaded from memory is computed once,
// before the loop. The load is assembly so that LLVM takes it for a pure function and moves it out of loops.
inline v128_t hidden(v128_t v) {
#if defined(__EMSCRIPTEN__)
  v128_t zero;
  asm("local.get %1\n\tv128.load 0\n\tlocal.set %0" : "=r"(zero) : "r"(zeros));
  v = wasm_v128_xor(v, zero);
#endif
  return v;
}

// v itself, but no longer known to be a comparison: LLVM makes v & a comparison a choice between v and zero, for which
// V8 needs three instructions instead of one.
inline v128_t opaque(v128_t v) {
#if defined(__EMSCRIPTEN__)
  asm("" : "+r"(v));
#endif
  return v;
}

}  // namespace detail

struct I32x4 {
  v128_t v;

  static I32x4 splat(int32_t value) { return {detail::hidden(wasm_i32x4_splat(value))}; }
  static I32x4 zero() { return {wasm_i32x4_splat(0)}; }
  static I32x4 load(const int32_t* source) { return {wasm_v128_load(source)}; }
  void store(int32_t* target) const { wasm_v128_store(target, v); }

  friend I32x4 operator+(I32x4 a, I32x4 b) { return {wasm_i32x4_add(a.v, b.v)}; }
  friend I32x4 operator-(I32x4 a, I32x4 b) { return {wasm_i32x4_sub(a.v, b.v)}; }
  I32x4 operator-() const { return {wasm_i32x4_neg(v)}; }
  friend I32x4 operator&(I32x4 a, I32x4 b) { return {wasm_v128_and(a.v, b.v)}; }
  friend I32x4 operator|(I32x4 a, I32x4 b) { return {wasm_v128_or(a.v, b.v)}; }
  friend I32x4 operator^(I32x4 a, I32x4 b) { return {wasm_v128_xor(a.v, b.v)}; }

  template <int lane>
  int32_t extract() const {
    return wasm_i32x4_extract_lane(v, lane);
  }
  template <int count>
  I32x4 shift_left() const {
    return {wasm_i32x4_shl(v, count)};
  }
  // Arithmetic: the sign bit is copied in.
  template <int count>
  I32x4 shift_right() const {
    return {wasm_i32x4_shr(v, count)};
  }
};

// A lane is all ones (true) or all zeros (false).
struct Mask32x4 {
  v128_t v;

  static Mask32x4 none() { return {wasm_i32x4_splat(0)}; }

  friend Mask32x4 operator&(Mask32x4 a, Mask32x4 b) { return {wasm_v128_and(a.v, b.v)}; }
  friend Mask32x4 operator|(Mask32x4 a, Mask32x4 b) { return {wasm_v128_or(a.v, b.v)}; }
  friend Mask32x4 operator!(Mask32x4 a) { return {wasm_v128_not(a.v)}; }
  bool any() const { return wasm_v128_any_true(v); }
};

struct F32x4 {
  v128_t v;

  static F32x4 splat(float value) { return {detail::hidden(wasm_f32x4_splat(value))}; }
  static F32x4 zero() { return {wasm_f32x4_splat(0.0f)}; }
  static F32x4 load(const float* source) { return {wasm_v128_load(source)}; }
  static F32x4 load_splat(const float* source) { return {wasm_v128_load32_splat(source)}; }
  void store(float* target) const { wasm_v128_store(target, v); }
  template <int lane>
  float extract() const {
    return wasm_f32x4_extract_lane(v, lane);
  }

  friend F32x4 operator+(F32x4 a, F32x4 b) { return {wasm_f32x4_add(a.v, b.v)}; }
  friend F32x4 operator-(F32x4 a, F32x4 b) { return {wasm_f32x4_sub(a.v, b.v)}; }
  friend F32x4 operator*(F32x4 a, F32x4 b) { return {wasm_f32x4_mul(a.v, b.v)}; }
  friend F32x4 operator/(F32x4 a, F32x4 b) { return {wasm_f32x4_div(a.v, b.v)}; }
  F32x4 operator-() const { return {wasm_f32x4_neg(v)}; }
  F32x4& operator+=(F32x4 other) { return *this = *this + other; }

  friend Mask32x4 operator<(F32x4 a, F32x4 b) { return {wasm_f32x4_lt(a.v, b.v)}; }
  friend Mask32x4 operator<=(F32x4 a, F32x4 b) { return {wasm_f32x4_le(a.v, b.v)}; }
  friend Mask32x4 operator>(F32x4 a, F32x4 b) { return {wasm_f32x4_gt(a.v, b.v)}; }
  friend Mask32x4 operator>=(F32x4 a, F32x4 b) { return {wasm_f32x4_ge(a.v, b.v)}; }
  friend Mask32x4 operator==(F32x4 a, F32x4 b) { return {wasm_f32x4_eq(a.v, b.v)}; }
};

inline F32x4 abs(F32x4 a) { return {wasm_f32x4_abs(a.v)}; }
inline F32x4 sqrt(F32x4 a) { return {wasm_f32x4_sqrt(a.v)}; }
inline F32x4 floor(F32x4 a) { return {wasm_f32x4_floor(a.v)}; }
// Of whole numbers |a| <= 2^22: one addition, where a truncation that saturates takes an engine seven instructions.
inline I32x4 whole_to_int(F32x4 a) {
  constexpr float magic = 12582912.0f;  // 1.5 * 2^23, whose unit in the last place is 1
  return {wasm_i32x4_sub((a + F32x4::splat(magic)).v, F32x4::splat(magic).v)};
}
inline F32x4 to_float(I32x4 a) { return {wasm_f32x4_convert_i32x4(a.v)}; }

inline I32x4 bits(F32x4 a) { return {a.v}; }
inline I32x4 bits(Mask32x4 a) { return {a.v}; }
inline F32x4 from_bits(I32x4 a) { return {a.v}; }
inline Mask32x4 is_nan(F32x4 a) { return {wasm_f32x4_ne(a.v, a.v)}; }
inline F32x4 select(Mask32x4 mask, F32x4 yes, F32x4 no) { return {wasm_v128_bitselect(yes.v, no.v, mask.v)}; }
// value where the mask is true, else +0.
inline F32x4 keep_where(Mask32x4 mask, F32x4 value) { return {wasm_v128_and(value.v, detail::opaque(mask.v))}; }
inline I32x4 keep_where(Mask32x4 mask, I32x4 value) { return {wasm_v128_and(value.v, detail::opaque(mask.v))}; }
// +0 where the mask is true, else value.
inline F32x4 clear_where(Mask32x4 mask, F32x4 value) { return {wasm_v128_andnot(value.v, detail::opaque(mask.v))}; }
// NaN where x is NaN, else value.
inline F32x4 nan_or(F32x4 x, F32x4 value) { return {wasm_v128_or(value.v, detail::opaque(is_nan(x).v))}; }

// WebAssembly's pmin and pmax: the second operand where it is strictly beyond the first, so that NaN and the sign of
// zero follow one stated rule on every target.
inline F32x4 minimum(F32x4 a, F32x4 b) { return {wasm_f32x4_pmin(a.v, b.v)}; }
inline F32x4 maximum(F32x4 a, F32x4 b) { return {wasm_f32x4_pmax(a.v, b.v)}; }

// The magnitude of the first with the sign of the second.
inline F32x4 copy_sign(F32x4 magnitude, F32x4 sign) {
  return {wasm_v128_bitselect(sign.v, magnitude.v, I32x4::splat(INT32_MIN).v)};
}

// Lane i of the result is a lane of the table: that whose place p stands in lane i of places as 4 p in each byte, added
// to 0x03020100.
inline F32x4 look_up(F32x4 table, I32x4 places) { return {wasm_i8x16_swizzle(table.v, places.v)}; }

// rows[r] lane c and rows[c] lane r change places.
inline void transpose(F32x4 (&rows)[lanes]) {
  const F32x4 a{wasm_i32x4_shuffle(rows[0].v, rows[1].v, 0, 4, 1, 5)};
  const F32x4 b{wasm_i32x4_shuffle(rows[2].v, rows[3].v, 0, 4, 1, 5)};
  const F32x4 c{wasm_i32x4_shuffle(rows[0].v, rows[1].v, 2, 6, 3, 7)};
  const F32x4 d{wasm_i32x4_shuffle(rows[2].v, rows[3].v, 2, 6, 3, 7)};
  rows[0] = {wasm_i32x4_shuffle(a.v, b.v, 0, 1, 4, 5)};
  rows[1] = {wasm_i32x4_shuffle(a.v, b.v, 2, 3, 6, 7)};
  rows[2] = {wasm_i32x4_shuffle(c.v, d.v, 0, 1, 4, 5)};
  rows[3] = {wasm_i32x4_shuffle(c.v, d.v, 2, 3, 6, 7)};
}

// Lane sums of four vectors, in one fixed order: ((0 + 2) + (1 + 3)) of each.
inline F32x4 lane_sums(F32x4 a, F32x4 b, F32x4 c, F32x4 d) {
  const F32x4 ab_low{wasm_i32x4_shuffle(a.v, b.v, 0, 1, 4, 5)};
  const F32x4 ab_high{wasm_i32x4_shuffle(a.v, b.v, 2, 3, 6, 7)};
  const F32x4 cd_low{wasm_i32x4_shuffle(c.v, d.v, 0, 1, 4, 5)};
  const F32x4 cd_high{wasm_i32x4_shuffle(c.v, d.v, 2, 3, 6, 7)};
  const F32x4 ab = ab_low + ab_high;
  const F32x4 cd = cd_low + cd_high;
  const F32x4 even{wasm_i32x4_shuffle(ab.v, cd.v, 0, 2, 4, 6)};
  const F32x4 odd{wasm_i32x4_shuffle(ab.v, cd.v, 1, 3, 5, 7)};
  return even + odd;
}

inline float lane_sum(F32x4 a) { return (a.extract<0>() + a.extract<2>()) + (a.extract<1>() + a.extract<3>()); }

// Four float64 lanes in two vectors, for the few formulas whose intermediate values float32 cannot hold.
struct F64x4 {
  v128_t low;
  v128_t high;

  static F64x4 splat(double value) {
    const v128_t both = detail::hidden(wasm_f64x2_splat(value));
    return {both, both};
  }
  static F64x4 zero() { return {wasm_f64x2_splat(0.0), wasm_f64x2_splat(0.0)}; }
  static F64x4 load(const double* source) { return {wasm_v128_load(source), wasm_v128_load(source + 2)}; }
  void store(double* target) const {
    wasm_v128_store(target, low);
    wasm_v128_store(target + 2, high);
  }

  friend F64x4 operator+(F64x4 a, F64x4 b) { return {wasm_f64x2_add(a.low, b.low), wasm_f64x2_add(a.high, b.high)}; }
  friend F64x4 operator-(F64x4 a, F64x4 b) { return {wasm_f64x2_sub(a.low, b.low), wasm_f64x2_sub(a.high, b.high)}; }
  friend F64x4 operator*(F64x4 a, F64x4 b) { return {wasm_f64x2_mul(a.low, b.low), wasm_f64x2_mul(a.high, b.high)}; }
  friend F64x4 operator/(F64x4 a, F64x4 b) { return {wasm_f64x2_div(a.low, b.low), wasm_f64x2_div(a.high, b.high)}; }
  F64x4 operator-() const { return {wasm_f64x2_neg(low), wasm_f64x2_neg(high)}; }
  F64x4& operator+=(F64x4 other) { return *this = *this + other; }

  // As a mask of float32 lanes.
  friend Mask32x4 operator<(F64x4 a, F64x4 b) {
    return {wasm_i32x4_shuffle(wasm_f64x2_lt(a.low, b.low), wasm_f64x2_lt(a.high, b.high), 0, 2, 4, 6)};
  }
};

inline F64x4 abs(F64x4 a) { return {wasm_f64x2_abs(a.low), wasm_f64x2_abs(a.high)}; }
inline F64x4 sqrt(F64x4 a) { return {wasm_f64x2_sqrt(a.low), wasm_f64x2_sqrt(a.high)}; }

// The rules of minimum and maximum above.
inline F64x4 minimum(F64x4 a, F64x4 b) { return {wasm_f64x2_pmin(a.low, b.low), wasm_f64x2_pmin(a.high, b.high)}; }
inline F64x4 maximum(F64x4 a, F64x4 b) { return {wasm_f64x2_pmax(a.low, b.low), wasm_f64x2_pmax(a.high, b.high)}; }
// Every |lane| < limit: false where one is NaN.
inline bool all_within(F64x4 a, double limit) {
  const v128_t low = wasm_f64x2_lt(wasm_f64x2_abs(a.low), wasm_f64x2_splat(limit));
  const v128_t high = wasm_f64x2_lt(wasm_f64x2_abs(a.high), wasm_f64x2_splat(limit));
  return wasm_i64x2_bitmask(wasm_v128_and(low, high)) == 3;
}
inline F64x4 select(Mask32x4 mask, F64x4 yes, F64x4 no) {
  const v128_t low = wasm_i32x4_shuffle(mask.v, mask.v, 0, 0, 1, 1);
  const v128_t high = wasm_i32x4_shuffle(mask.v, mask.v, 2, 2, 3, 3);
  return {wasm_v128_bitselect(yes.low, no.low, low), wasm_v128_bitselect(yes.high, no.high, high)};
}
// a with the sign changed where the lane's highest bit is set; the others are clear.
inline F64x4 flip_sign(F64x4 a, I32x4 sign) {
  const v128_t zero = wasm_i32x4_splat(0);
  return {wasm_v128_xor(a.low, wasm_i32x4_shuffle(zero, sign.v, 0, 4, 1, 5)),
          wasm_v128_xor(a.high, wasm_i32x4_shuffle(zero, sign.v, 2, 6, 3, 7))};
}
// The value where a > b, else +0.
inline F64x4 keep_where_greater(F64x4 a, F64x4 b, F64x4 value) {
  return {wasm_v128_and(value.low, detail::opaque(wasm_f64x2_gt(a.low, b.low))),
          wasm_v128_and(value.high, detail::opaque(wasm_f64x2_gt(a.high, b.high)))};
}

inline F64x4 widen(F32x4 a) {
  return {wasm_f64x2_promote_low_f32x4(a.v), wasm_f64x2_promote_low_f32x4(wasm_i32x4_shuffle(a.v, a.v, 2, 3, 2, 3))};
}
// The same where all lanes are equal: one vector that serves as both.
inline F64x4 widen_uniform(F32x4 a) {
  const v128_t both = wasm_f64x2_promote_low_f32x4(a.v);
  return {both, both};
}
inline double lane_sum(F64x4 a) {
  return (wasm_f64x2_extract_lane(a.low, 0) + wasm_f64x2_extract_lane(a.high, 0)) +
         (wasm_f64x2_extract_lane(a.low, 1) + wasm_f64x2_extract_lane(a.high, 1));
}
// Rounds to nearest, into the subnormals too.
inline F32x4 narrow(F64x4 a) {
  return {wasm_i32x4_shuffle(wasm_f32x4_demote_f64x2_zero(a.low), wasm_f32x4_demote_f64x2_zero(a.high), 0, 1, 4, 5)};
}
// The low 32 bits of each lane: the n that 1.5 * 2^52 + n holds.
inline I32x4 low_bits(F64x4 a) { return {wasm_i32x4_shuffle(a.low, a.high, 0, 2, 4, 6)}; }
// a * 2^n for a and the result normal; n stands in the low bits of each shifted lane, as 1.5 * 2^52 + n leaves it.
inline F64x4 scale_by_low_bits(F64x4 a, F64x4 shifted) {
  return {wasm_i64x2_add(a.low, wasm_i64x2_shl(shifted.low, 52)),
          wasm_i64x2_add(a.high, wasm_i64x2_shl(shifted.high, 52))};
}

}  // namespace playground
