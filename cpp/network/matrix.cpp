#include "cpp/network/matrix.h"

#include "cpp/simd/f32x4.h"

namespace playground {
namespace {

// Tiles are sized for 16 vector registers of which the compiler of WebAssembly keeps one: accumulators, one vector
// per column pair and one broadcast weight stay in registers through the inner loop.
constexpr int tile_rows = 4;
constexpr int tile_vectors = 2;

template <int rows, int vectors>
void multiply_tile(const float* w, int w_stride, const float* a, int inputs, int stride, const float* bias, float* z) {
  F32x4 sum[rows][vectors];
  for (int r = 0; r < rows; ++r) {
    const F32x4 start = bias ? F32x4::load_splat(bias + r) : F32x4::zero();
    for (int v = 0; v < vectors; ++v) sum[r][v] = start;
  }
  for (int i = 0; i < inputs; ++i) {
    F32x4 column[vectors];
    for (int v = 0; v < vectors; ++v) column[v] = F32x4::load(a + v * lanes);
    for (int r = 0; r < rows; ++r) {
      const F32x4 weight = F32x4::load_splat(w + r * w_stride + i);
      for (int v = 0; v < vectors; ++v) sum[r][v] += weight * column[v];
    }
    a += stride;
  }
  for (int r = 0; r < rows; ++r) {
    for (int v = 0; v < vectors; ++v) sum[r][v].store(z + r * stride + v * lanes);
  }
}

template <int vectors>
void multiply_panel(const Matrix& w, const Matrix& a, const float* bias, const Matrix& z, int column) {
  int u = 0;
  const auto tile = [&]<int rows>() {
    multiply_tile<rows, vectors>(w.row(u), w.stride, a.data + column, a.rows, a.stride, bias ? bias + u : nullptr,
                                 z.row(u) + column);
    u += rows;
  };
  while (u + tile_rows <= w.rows) tile.template operator()<tile_rows>();
  if (u + 2 <= w.rows) tile.template operator()<2>();
  if (u < w.rows) tile.template operator()<1>();
}

// da[i .. i + 3] for one panel: the four weights of a unit are neighbours.
template <int vectors>
void transposed_tile(const Matrix& w, int i, const Matrix& dz, int column, float* da) {
  F32x4 sum[tile_rows][vectors];
  for (auto& row : sum) {
    for (F32x4& entry : row) entry = F32x4::zero();
  }
  const float* weights = w.data + i;
  const float* source = dz.data + column;
  for (int u = 0; u < w.rows; ++u) {
    F32x4 gradient[vectors];
    for (int v = 0; v < vectors; ++v) gradient[v] = F32x4::load(source + v * lanes);
    for (int r = 0; r < tile_rows; ++r) {
      const F32x4 weight = F32x4::load_splat(weights + r);
      for (int v = 0; v < vectors; ++v) sum[r][v] += weight * gradient[v];
    }
    weights += w.stride;
    source += dz.stride;
  }
  for (int r = 0; r < tile_rows; ++r) {
    for (int v = 0; v < vectors; ++v) sum[r][v].store(da + r * dz.stride + v * lanes);
  }
}

// dw[u .. u + units - 1][i .. i + 3]: dot products over the batch. Of the four inputs only the first `inputs_here` are
// there, the rest is padding: two suffice for points of a plane.
template <int units, int inputs_here>
void outer_tile(const Matrix& dz, int u, const Matrix& a, int i, const Matrix& dw) {
  F32x4 sum[units][lanes];
  for (auto& row : sum) {
    for (F32x4& entry : row) entry = F32x4::zero();
  }
  const float* gradients = dz.row(u);
  const float* inputs = a.row(i);
  for (int b = 0; b < a.stride; b += lanes) {
    F32x4 gradient[units];
    for (int r = 0; r < units; ++r) gradient[r] = F32x4::load(gradients + r * dz.stride + b);
    for (int k = 0; k < inputs_here; ++k) {
      const F32x4 input = F32x4::load(inputs + k * a.stride + b);
      for (int r = 0; r < units; ++r) sum[r][k] += gradient[r] * input;
    }
  }
  for (int r = 0; r < units; ++r) {
    lane_sums(sum[r][0], sum[r][1], sum[r][2], sum[r][3]).store(dw.row(u + r) + i);
  }
}

template <int inputs_here>
void outer_columns(const Matrix& dz, const Matrix& a, int i, const Matrix& dw) {
  int u = 0;
  for (; u + 2 <= dw.rows; u += 2) outer_tile<2, inputs_here>(dz, u, a, i, dw);
  if (u < dw.rows) outer_tile<1, inputs_here>(dz, u, a, i, dw);
}

}  // namespace

void multiply(const Matrix& w, const Matrix& a, const float* bias, const Matrix& z) {
  int column = 0;
  for (; column + tile_vectors * lanes <= a.stride; column += tile_vectors * lanes) {
    multiply_panel<tile_vectors>(w, a, bias, z, column);
  }
  if (column < a.stride) multiply_panel<1>(w, a, bias, z, column);
}

void multiply_transposed(const Matrix& w, const Matrix& dz, const Matrix& da) {
  int column = 0;
  for (; column + tile_vectors * lanes <= dz.stride; column += tile_vectors * lanes) {
    for (int i = 0; i < w.stride; i += lanes) transposed_tile<tile_vectors>(w, i, dz, column, da.row(i) + column);
  }
  if (column < dz.stride) {
    for (int i = 0; i < w.stride; i += lanes) transposed_tile<1>(w, i, dz, column, da.row(i) + column);
  }
}

void outer_product(const Matrix& dz, const Matrix& a, const Matrix& dw) {
  for (int i = 0; i < dw.stride; i += lanes) {
    if (a.rows - i <= 2) {
      outer_columns<2>(dz, a, i, dw);
    } else {
      outer_columns<lanes>(dz, a, i, dw);
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

double sum_of_squares(const Matrix& m) {
  double total = 0.0;
  for (int r = 0; r < m.rows; ++r) {
    const float* row = m.row(r);
    for (int c = 0; c < m.stride; ++c) total += static_cast<double>(row[c]) * row[c];
  }
  return total;
}

}  // namespace playground
