#include "cpp/network/matrix.h"

#include "cpp/simd/f32x4.h"
#include "cpp/simd/turn_by_turn.h"

namespace playground {
namespace {

// All three products of a layer are one: c[r][.] = start[r] + sum over k of a(r, k) b[k][.], with rows of b and c as
// vectors and one number of a broadcast. They differ in how a lies: row by row, or column by column.
enum class Side { rows, columns };

struct Product {
  const float* a;
  int a_stride;
  const float* b;
  int b_stride;
  int count;             // of k
  const float* start;    // one number a row of c; null: zero
  const float* factors;  // laid out like c, which is multiplied by them element by element; null: by none
};

// Tiles are sized for 16 vector registers of which the engines of WebAssembly keep one: accumulators, one row of b and
// the numbers of a stay in registers through the inner loop.
constexpr int tile_rows = 4;
constexpr int tile_vectors = 2;

template <Side side, int rows, int vectors>
struct Tile {
  F32x4 sum[rows][vectors];
  const float* a[rows];  // of columns, only the first is used

  void add(const float* b) {
    F32x4 column[vectors];
    for (int v = 0; v < vectors; ++v) column[v] = F32x4::load(b + v * lanes);
    for (int r = 0; r < rows; ++r) {
      const F32x4 number = F32x4::load_splat(side == Side::rows ? a[r] : a[0] + r);
      for (int v = 0; v < vectors; ++v) sum[r][v] += number * column[v];
    }
  }

  void advance(int stride) {
    if (side == Side::columns) {
      a[0] += stride;
    } else {
      for (int r = 0; r < rows; ++r) ++a[r];
    }
  }
};

// The tile whose first element is row r and the given column of c.
template <Side side, int rows, int vectors>
void multiply_tile(const Product& p, int r, int column, const Matrix& c) {
  Tile<side, rows, vectors> tile;
  for (int i = 0; i < rows; ++i) {
    for (int v = 0; v < vectors; ++v) tile.sum[i][v] = F32x4::zero();
  }
  if (p.start) {
    for (int i = 0; i < rows; ++i) {
      const F32x4 start = F32x4::load_splat(p.start + r + i);
      for (int v = 0; v < vectors; ++v) tile.sum[i][v] = start;
    }
  }
  for (int i = 0; i < rows; ++i) {
    tile.a[i] = side == Side::rows ? p.a + (r + i) * p.a_stride : p.a + r;
  }
  const float* b = p.b + column;
  PLAYGROUND_TURN_BY_TURN
  for (int k = 0; k < p.count; ++k) {
    tile.add(b);
    b += p.b_stride;
    tile.advance(p.a_stride);
  }
  const size_t place = static_cast<size_t>(r) * c.stride + column;
  float* target = c.data + place;
  if (p.factors) {
    const float* factor = p.factors + place;
    for (int i = 0; i < rows; ++i) {
      for (int v = 0; v < vectors; ++v) {
        (tile.sum[i][v] * F32x4::load(factor + v * lanes)).store(target + v * lanes);
      }
      target += c.stride;
      factor += c.stride;
    }
  } else {
    for (int i = 0; i < rows; ++i) {
      for (int v = 0; v < vectors; ++v) tile.sum[i][v].store(target + v * lanes);
      target += c.stride;
    }
  }
}

template <Side side, int vectors>
void multiply_panel(const Product& p, int column, const Matrix& c) {
  int r = 0;
  for (; r + tile_rows <= c.rows; r += tile_rows) multiply_tile<side, tile_rows, vectors>(p, r, column, c);
  if (r + 2 <= c.rows) {
    multiply_tile<side, 2, vectors>(p, r, column, c);
    r += 2;
  }
  if (r < c.rows) multiply_tile<side, 1, vectors>(p, r, column, c);
}

template <Side side>
void multiply(const Product& p, const Matrix& c) {
  int column = 0;
  for (; column + tile_vectors * lanes <= c.stride; column += tile_vectors * lanes) {
    multiply_panel<side, tile_vectors>(p, column, c);
  }
  if (column < c.stride) multiply_panel<side, 1>(p, column, c);
}

}  // namespace

void multiply(const Matrix& w, const Matrix& a, const float* bias, const Matrix& z) {
  multiply<Side::rows>({w.data, w.stride, a.data, a.stride, a.rows, bias, nullptr}, z);
}

void multiply_transposed(const Matrix& w, const Matrix& dz, const float* factors, const Matrix& da) {
  multiply<Side::columns>({w.data, w.stride, dz.data, dz.stride, w.rows, nullptr, factors}, da);
}

void outer_product(const Matrix& dz, const Matrix& a, int samples, float* turned, const Matrix& dw) {
  transpose(a, turned, dw.stride);
  multiply<Side::rows>({dz.data, dz.stride, turned, dw.stride, samples, nullptr, nullptr}, dw);
}

void transpose(const Matrix& m, float* target, int stride) {
  for (int r = 0; r < m.rows; r += lanes) {
    for (int c = 0; c < m.stride; c += lanes) {
      F32x4 block[lanes];
      for (int k = 0; k < lanes; ++k) block[k] = F32x4::load(m.row(r + k) + c);
      transpose(block);
      for (int k = 0; k < lanes; ++k) block[k].store(target + (c + k) * stride + r);
    }
  }
}

void row_sums(const Matrix& m, float* sums) {
  for (int r = 0; r < m.rows; r += lanes) {
    F32x4 sum[lanes];
    for (int k = 0; k < lanes; ++k) {
      sum[k] = F32x4::zero();
      if (r + k >= m.rows) continue;
      const float* row = m.row(r + k);
      for (int c = 0; c < m.stride; c += lanes) sum[k] += F32x4::load(row + c);
    }
    lane_sums(sum[0], sum[1], sum[2], sum[3]).store(sums + r);
  }
}

// Rows stand one after the other: they are one array.
double sum_of_squares(const Matrix& m) {
  constexpr int sums = 4;
  constexpr size_t block = 4 * sums * lanes;
  F64x4 total = F64x4::zero();
  const size_t n = m.size();
  size_t i = 0;
  const auto add_exactly = [&](size_t end) {
    for (; i < end; i += lanes) {
      const F64x4 value = widen(F32x4::load(m.data + i));
      total += value * value;
    }
  };
  // Blocks in float32, unless a square may have been lost or gone to infinity: then the block again.
  const F32x4 least = F32x4::splat(0x1p-80f);
  const F32x4 most = F32x4::splat(0x1p100f);
  while (i + block <= n) {
    F32x4 sum[sums] = {F32x4::zero(), F32x4::zero(), F32x4::zero(), F32x4::zero()};
    for (size_t k = i; k < i + block; k += sums * lanes) {
      for (int j = 0; j < sums; ++j) {
        const F32x4 value = F32x4::load(m.data + k + static_cast<size_t>(j * lanes));
        sum[j] += value * value;
      }
    }
    const F32x4 all = (sum[0] + sum[1]) + (sum[2] + sum[3]);
    if ((!((all >= least) & (all <= most))).any()) {
      add_exactly(i + block);
    } else {
      total += widen(all);
      i += block;
    }
  }
  add_exactly(n);
  return lane_sum(total);
}

}  // namespace playground
