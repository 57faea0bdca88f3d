#include "cpp/network/narrow.h"

#include <cstring>
#include <utility>

#include "cpp/network/valid_lanes.h"
#include "cpp/simd/turn_by_turn.h"

namespace playground {
namespace {

// A row of any matrix is one or two vectors.
constexpr int most_vectors = 2;
constexpr int widest = most_vectors * lanes;
// Rows of a tile: with two vectors a row its sums, one row of the other factor, a number and a product fit the
// registers.
constexpr int tile_rows = 4;

// c[r][.] = start + sum over k of a[r][k] b[k][.], times factors, for `rows` rows of a with `in` and of c with `out`
// vectors. start and factors may be null: zero and one.
template <int in, int out, int rows>
void multiply_rows(const float* a, const float* b, int count, const float* start, const float* factors, float* c) {
  F32x4 sum[rows][out];
  for (int v = 0; v < out; ++v) {
    const F32x4 first = start ? F32x4::load(start + v * lanes) : F32x4::zero();
    for (int r = 0; r < rows; ++r) sum[r][v] = first;
  }
  PLAYGROUND_TURN_BY_TURN
  for (; count > 0; --count) {
    F32x4 row[out];
    for (int v = 0; v < out; ++v) row[v] = F32x4::load(b + v * lanes);
    for (int r = 0; r < rows; ++r) {
      const F32x4 number = F32x4::load_splat(a + r * in * lanes);
      for (int v = 0; v < out; ++v) sum[r][v] += number * row[v];
    }
    a += 1;
    b += out * lanes;
  }
  for (int r = 0; r < rows; ++r) {
    for (int v = 0; v < out; ++v) {
      const int place = (r * out + v) * lanes;
      (factors ? sum[r][v] * F32x4::load(factors + place) : sum[r][v]).store(c + place);
    }
  }
}

template <int in, int out>
void multiply(const float* a, const float* b, int count, const float* start, const float* factors, float* c, int rows) {
  const auto tile = [&]<int tall>() {
    multiply_rows<in, out, tall>(a, b, count, start, factors, c);
    a += tall * in * lanes;
    c += tall * out * lanes;
    if (factors) factors += tall * out * lanes;
  };
  for (; rows >= tile_rows; rows -= tile_rows) tile.template operator()<tile_rows>();
  if (rows >= 2) tile.template operator()<2>();
  if (rows & 1) tile.template operator()<1>();
}

// c[u][.] = sum over the samples s of a[s][u] b[s][.], for `rows` u from the first number of a on; rows of a with
// `wide`, of b and c with `vectors` vectors.
template <int wide, int vectors, int rows>
void add_outer(const float* a, const float* b, int samples, float* c) {
  F32x4 sum[rows][vectors];
  for (int r = 0; r < rows; ++r) {
    for (int v = 0; v < vectors; ++v) sum[r][v] = F32x4::zero();
  }
  PLAYGROUND_TURN_BY_TURN
  for (; samples > 0; --samples) {
    F32x4 row[vectors];
    for (int v = 0; v < vectors; ++v) row[v] = F32x4::load(b + v * lanes);
    for (int r = 0; r < rows; ++r) {
      const F32x4 number = F32x4::load_splat(a + r);
      for (int v = 0; v < vectors; ++v) sum[r][v] += number * row[v];
    }
    a += wide * lanes;
    b += vectors * lanes;
  }
  for (int r = 0; r < rows; ++r) {
    for (int v = 0; v < vectors; ++v) sum[r][v].store(c + (r * vectors + v) * lanes);
  }
}

template <int wide, int vectors>
void outer(const float* a, const float* b, int samples, float* c, int rows) {
  const auto tile = [&]<int tall>() {
    add_outer<wide, vectors, tall>(a, b, samples, c);
    a += tall;
    c += tall * vectors * lanes;
  };
  for (; rows >= tile_rows; rows -= tile_rows) tile.template operator()<tile_rows>();
  if (rows >= 2) tile.template operator()<2>();
  if (rows & 1) tile.template operator()<1>();
}

// target[c][r] = m[r][c] for a matrix of `tall` times `wide` vectors; target's rows have `tall` vectors.
template <int tall, int wide>
void turn(const float* m, float* target) {
  for (int r = 0; r < tall; ++r) {
    for (int c = 0; c < wide; ++c) {
      F32x4 block[lanes];
      for (int k = 0; k < lanes; ++k) block[k] = F32x4::load(m + ((r * lanes + k) * wide + c) * lanes);
      transpose(block);
      for (int k = 0; k < lanes; ++k) block[k].store(target + ((c * lanes + k) * tall + r) * lanes);
    }
  }
}

// sums[c] = sum of column c: every fourth row by itself, and those as lane_sums takes lanes.
template <int vectors>
void column_sums(const float* m, int rows, float* sums) {
  F32x4 sum[lanes][vectors];
  for (int k = 0; k < lanes; ++k) {
    for (int v = 0; v < vectors; ++v) sum[k][v] = F32x4::zero();
  }
  const auto add = [&](int k) {
    for (int v = 0; v < vectors; ++v) sum[k][v] += F32x4::load(m + (k * vectors + v) * lanes);
  };
  for (; rows >= lanes; rows -= lanes, m += lanes * vectors * lanes) {
    for (int k = 0; k < lanes; ++k) add(k);
  }
  for (int k = 0; k < lanes - 1; ++k) {
    if (k < rows) add(k);
  }
  for (int v = 0; v < vectors; ++v) ((sum[0][v] + sum[2][v]) + (sum[1][v] + sum[3][v])).store(sums + v * lanes);
}

bool fits(const NetworkSpec& spec) {
  // A row of one to three units would be mostly padding: those are left to the layers, but for input and output.
  constexpr int narrowest = 4;
  if (spec.inputs > widest) return false;
  bool after_dense = false;
  for (size_t l = 0; l < spec.layers.size(); ++l) {
    const LayerSpec& layer = spec.layers[l];
    const bool hidden = l + 2 < spec.layers.size();
    const bool dense = layer.type == LayerType::dense && layer.units <= widest && (!hidden || layer.units >= narrowest);
    const bool function = after_dense && layer.element_wise() && layer.parameters.empty();
    if (!dense && !function) return false;
    after_dense = dense;
  }
  return true;
}

// Makes the lanes from `width` on zero: a function need not be zero there.
void clear_padding(const Matrix& m, int width) {
  if (width == m.stride) return;
  const Mask32x4 valid = valid_lanes(m.stride - lanes, width);
  for (int r = 0; r < m.rows; ++r) {
    float* last = m.row(r) + m.stride - lanes;
    keep_where(valid, F32x4::load(last)).store(last);
  }
}

// Short, for which a call of memcpy would be most of it.
void copy_row(const Matrix& from, const Matrix& to) {
  for (int i = 0; i < from.stride; i += lanes) F32x4::load(from.data + i).store(to.data + i);
}

}  // namespace

// The products of a layer whose rows have `in` and `out` vectors.
template <int in, int out>
struct NarrowStep::Products {
  // z = x w^T + biases.
  static void forward(const Stage& s, const Matrix& x) {
    turn<out, in>(s.weights.data, s.turned);
    multiply<in, out>(x.data, s.turned, s.inputs, s.biases, nullptr, s.output.data, x.rows);
  }
  // The gradients of the weights and biases, from that of z.
  static void weights(const Stage& s, const Matrix& x) {
    outer<out, in>(s.gradient.data, x.data, x.rows, s.weight_gradients.data, s.weights.rows);
    if (s.bias_gradients) column_sums<out>(s.gradient.data, x.rows, s.bias_gradients);
  }
  // The gradient of what x is the function of, from that of z: times slopes, unless they are null.
  static void down(const Stage& s, const float* slopes, const Matrix& below) {
    multiply<out, in>(s.gradient.data, s.weights.data, s.weights.rows, nullptr, slopes, below.data, below.rows);
  }
};

// Of a layer of one unit, whose output and gradient are [1][batch].
template <int in>
struct NarrowStep::Products<in, 0> {
  // What a stage says is read before the loops: for all that compilers know, to store may change it.
  static void forward(const Stage& s, const Matrix& x) {
    const F32x4 start = s.biases ? F32x4::load_splat(s.biases) : F32x4::zero();
    const float* const weights = s.weights.data;
    const int inputs = s.inputs;
    const float* rows = x.data;
    float* output = s.output.data;
    for (int left = s.output.stride; left > 0; left -= lanes) {
      F32x4 sum = start;
      for (int v = 0; v < in; ++v) {
        F32x4 block[lanes];
        for (int k = 0; k < lanes; ++k) block[k] = F32x4::load(rows + (k * in + v) * lanes);
        transpose(block);
        for (int k = 0; k < lanes; ++k) {
          const int i = v * lanes + k;
          if (i < inputs) sum += F32x4::load_splat(weights + i) * block[k];
        }
      }
      sum.store(output);
      rows += lanes * in * lanes;
      output += lanes;
    }
  }
  static void weights(const Stage& s, const Matrix& x) {
    multiply_rows<0, in, 1>(s.gradient.data, x.data, x.rows, nullptr, nullptr, s.weight_gradients.data);
    if (s.bias_gradients) row_sums(s.gradient, s.bias_gradients);
  }
  static void down(const Stage& s, const float* slopes, const Matrix& below) {
    F32x4 weights[in];
    for (int v = 0; v < in; ++v) weights[v] = F32x4::load(s.weights.data + v * lanes);
    const float* gradient = s.gradient.data;
    float* target = below.data;
    for (int left = below.rows; left > 0; --left) {
      const F32x4 number = F32x4::load_splat(gradient++);
      for (int v = 0; v < in; ++v) {
        const F32x4 product = F32x4::zero() + number * weights[v];
        (slopes ? product * F32x4::load(slopes + v * lanes) : product).store(target + v * lanes);
      }
      target += in * lanes;
      if (slopes) slopes += in * lanes;
    }
  }
};

// call(Products): those of the stage. By direct calls: engines of WebAssembly check an indirect one each time.
template <class Call>
void NarrowStep::Stage::with_products(Call&& call) const {
  static_assert(most_vectors == 2);
  const auto from = [&]<int in>() {
    if (vectors_out == 0) return call(Products<in, 0>{});
    vectors_out == 1 ? call(Products<in, 1>{}) : call(Products<in, 2>{});
  };
  vectors_in == 1 ? from.template operator()<1>() : from.template operator()<2>();
}

std::unique_ptr<NarrowStep> make_narrow_step(const NetworkSpec& spec, Arena& arena) {
  return fits(spec) ? std::make_unique<NarrowStep>(spec, arena) : nullptr;
}

NarrowStep::NarrowStep(const NetworkSpec& spec, Arena& arena) {
  int tensor = 0;
  for (const LayerSpec& layer : spec.layers) {
    if (layer.type == LayerType::activation) {
      stages_.back().kernels = layer.activation->kernels;
      continue;
    }
    Stage stage;
    stage.inputs = arena.tensors()[tensor].columns;
    stage.weights = arena.matrix(tensor, Arena::values);
    stage.weight_gradients = arena.matrix(tensor, Arena::gradients);
    ++tensor;
    if (layer.bias) {
      stage.biases = arena.matrix(tensor, Arena::values).data;
      stage.bias_gradients = arena.matrix(tensor, Arena::gradients).data;
      ++tensor;
    }
    stage.vectors_in = stage.weights.stride / lanes;
    stage.vectors_out = layer.units == 1 ? 0 : padded(layer.units) / lanes;
    stages_.push_back(stage);
  }

  // Rows beyond the batch stay zero; they are read where a matrix is turned.
  const size_t rows = static_cast<size_t>(padded(spec.batch_size));
  const size_t matrix = rows * widest;
  memory_.assign(matrix + stages_.size() * (3 * matrix + widest * widest), 0.0f);
  float* next = memory_.data();
  const auto take = [&](size_t floats) { return std::exchange(next, next + floats); };
  input_ = {take(matrix), spec.batch_size, padded(spec.inputs)};
  for (Stage& s : stages_) {
    const bool one = s.weights.rows == 1;
    const int height = one ? 1 : spec.batch_size;
    const int stride = padded(one ? spec.batch_size : s.weights.rows);
    s.turned = take(widest * widest);
    s.output = {take(matrix), height, stride};
    s.gradient = {take(matrix), height, stride};
    if (s.kernels) s.slopes = take(matrix);
  }
}

void NarrowStep::load(const float* x, std::span<const uint32_t> rows) {
  const size_t inputs = static_cast<size_t>(stages_[0].inputs);
  const int stride = input_.stride;
  float* target = input_.data;
  for (uint32_t row : rows) {
    const float* source = x + row * inputs;
    if (inputs == 2) {
      std::memcpy(target, source, 2 * sizeof(float));  // a point of the plane, at once
    } else {
      for (size_t i = 0; i < inputs; ++i) target[i] = source[i];
    }
    target += stride;
  }
}

void NarrowStep::forward(const Matrix& output) {
  const Matrix* x = &input_;
  for (const Stage& s : stages_) {
    s.with_products([&]<class Of>(Of) { Of::forward(s, *x); });
    if (s.kernels) {
      s.kernels->value_and_slope(nullptr, s.output.data, s.output.data, s.slopes, s.output.size());
      const int valid = s.weights.rows == 1 ? s.output.stride : s.weights.rows;
      clear_padding(s.output, valid);
      clear_padding({s.slopes, s.output.rows, s.output.stride}, valid);
    }
    x = &s.output;
  }
  if (output.rows == 1) {
    copy_row(*x, output);
  } else {
    transpose(*x, output.data, output.stride);
  }
}

void NarrowStep::backward(const Matrix& gradient) {
  const Stage& last = stages_.back();
  if (gradient.rows == 1) {
    copy_row(gradient, last.gradient);
  } else {
    transpose(gradient, last.gradient.data, last.gradient.stride);
    clear_padding(last.gradient, gradient.rows);
  }
  if (last.slopes) {
    for (size_t i = 0; i < last.gradient.size(); i += lanes) {
      (F32x4::load(last.gradient.data + i) * F32x4::load(last.slopes + i)).store(last.gradient.data + i);
    }
  }
  for (size_t k = stages_.size() - 1; k > 0; --k) {
    const Stage& s = stages_[k];
    const Stage& below = stages_[k - 1];
    s.with_products([&]<class Of>(Of) {
      Of::weights(s, below.output);
      Of::down(s, below.slopes, below.gradient);
    });
  }
  const Stage& first = stages_[0];
  first.with_products([&]<class Of>(Of) { Of::weights(first, input_); });
}

}  // namespace playground
