#include "cpp/network/rbm.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "cpp/catalogue/catalogue.h"

namespace playground {
namespace {

// In place; the padding columns, which no row stands in, become zero.
void apply_sigmoid(const Matrix& m, int count) {
  static const ElementWiseKernels& sigmoid = *find_activation("sigmoid")->kernels;
  sigmoid.value(nullptr, m.data, m.data, m.size());
  for (int r = 0; r < m.rows; ++r) std::fill(m.row(r) + count, m.row(r) + m.stride, 0.0f);
}

// target += rate * (sum of the first's row - sum of the second's).
void move_biases(Buffer& target, const Matrix& first, const Matrix& second, float rate) {
  Buffer up(target.size()), down(target.size());
  row_sums(first, up.data());
  row_sums(second, down.data());
  for (int r = 0; r < first.rows; ++r) target[r] += rate * (up[r] - down[r]);
}

}  // namespace

Rbm::Signals Rbm::signals(int rows, int columns) {
  Signals made;
  made.memory.assign(static_cast<size_t>(padded(rows)) * static_cast<size_t>(padded(columns)), 0.0f);
  made.matrix = {made.memory.data(), rows, padded(columns)};
  return made;
}

Rbm::Rbm(std::vector<float> x, const Matrix& weights, int inputs, const float* biases)
    : inputs_(inputs),
      units_(weights.rows),
      rows_(static_cast<int>(x.size()) / inputs),
      x_(std::move(x)),
      low_(inputs, 0.0f),
      scale_(inputs, 1.0f),
      weight_memory_(weights.data, weights.data + weights.size()),
      weights_{weight_memory_.data(), weights.rows, weights.stride},
      hidden_bias_(biases, biases + weights.rows),
      visible_bias_(padded(inputs), 0.0f),
      positive_(signals(weights.rows, inputs)),
      negative_(signals(weights.rows, inputs)) {
  hidden_bias_.resize(padded(units_));
  for (int i = 0; i < inputs; ++i) {
    float low = x_[i];
    float high = x_[i];
    for (int row = 0; row < rows_; ++row) {
      const float value = x_[static_cast<size_t>(row) * inputs + i];
      low = std::min(low, value);
      high = std::max(high, value);
    }
    if (low >= 0.0f && high <= 1.0f) continue;
    low_[i] = low;
    scale_[i] = high > low ? 1.0f / (high - low) : 0.0f;
    for (int row = 0; row < rows_; ++row) {
      float& value = x_[static_cast<size_t>(row) * inputs + i];
      value = (value - low) * scale_[i];
    }
  }
}

void Rbm::use_batch(int size) {
  if (size == batch_) return;
  batch_ = size;
  for (Signals* s : {&visible_, &visible_again_}) *s = signals(inputs_, size);
  for (Signals* s : {&hidden_, &sample_, &hidden_again_}) *s = signals(units_, size);
  turned_.resize(visible_.memory.size());
}

void Rbm::load(const uint32_t* rows, int count) {
  const Matrix& v = visible_.matrix;
  for (int i = 0; i < inputs_; ++i) {
    float* row = v.row(i);
    std::fill(row, row + v.stride, 0.0f);
    for (int b = 0; b < count; ++b) row[b] = x_[static_cast<size_t>(rows[b]) * inputs_ + i];
  }
}

void Rbm::hidden_of(const Matrix& visible, const Matrix& hidden, int count) const {
  multiply(weights_, visible, hidden_bias_.data(), hidden);
  apply_sigmoid(hidden, count);
}

void Rbm::visible_of(const Matrix& hidden, const Matrix& visible, int count) const {
  multiply_transposed(weights_, hidden, nullptr, visible);
  for (int i = 0; i < inputs_; ++i) {
    for (int b = 0; b < count; ++b) visible.row(i)[b] += visible_bias_[i];
  }
  apply_sigmoid(visible, count);
}

void Rbm::learn(float rate, int count) {
  const float each = rate / static_cast<float>(count);
  outer_product(hidden_.matrix, visible_.matrix, count, turned_.data(), positive_.matrix);
  outer_product(hidden_again_.matrix, visible_again_.matrix, count, turned_.data(), negative_.matrix);
  for (int u = 0; u < units_; ++u) {
    for (int i = 0; i < inputs_; ++i) {
      weights_.row(u)[i] += each * (positive_.matrix.row(u)[i] - negative_.matrix.row(u)[i]);
    }
  }
  move_biases(hidden_bias_, hidden_.matrix, hidden_again_.matrix, each);
  move_biases(visible_bias_, visible_.matrix, visible_again_.matrix, each);
}

void Rbm::epoch(const PretrainingSpec& spec, Random& random) {
  std::vector<uint32_t> order(rows_);
  std::iota(order.begin(), order.end(), 0u);
  shuffle(random, order);
  use_batch(std::min(spec.batch_size, rows_));
  for (int start = 0; start < rows_; start += batch_) {
    const int count = std::min(batch_, rows_ - start);
    load(order.data() + start, count);
    hidden_of(visible_.matrix, hidden_.matrix, count);
    for (int u = 0; u < units_; ++u) {
      const float* probability = hidden_.matrix.row(u);
      for (int b = 0; b < count; ++b) sample_.matrix.row(u)[b] = random.uniform() < probability[b] ? 1.0f : 0.0f;
      std::fill(sample_.matrix.row(u) + count, sample_.matrix.row(u) + sample_.matrix.stride, 0.0f);
    }
    visible_of(sample_.matrix, visible_again_.matrix, count);
    hidden_of(visible_again_.matrix, hidden_again_.matrix, count);
    learn(static_cast<float>(spec.learning_rate), count);
  }
}

float Rbm::error() {
  use_batch(std::min(256, rows_));
  std::vector<uint32_t> order(rows_);
  std::iota(order.begin(), order.end(), 0u);
  double total = 0.0;
  for (int start = 0; start < rows_; start += batch_) {
    const int count = std::min(batch_, rows_ - start);
    load(order.data() + start, count);
    hidden_of(visible_.matrix, hidden_.matrix, count);
    visible_of(hidden_.matrix, visible_again_.matrix, count);
    for (int i = 0; i < inputs_; ++i) {
      for (int b = 0; b < count; ++b) {
        const double difference = visible_.matrix.row(i)[b] - visible_again_.matrix.row(i)[b];
        total += difference * difference;
      }
    }
  }
  return static_cast<float>(total / rows_ / inputs_);
}

// W (x - low) scale + b = (W scale) x + (b - W scale low).
void Rbm::write(const Matrix& weights, float* biases) const {
  for (int u = 0; u < units_; ++u) {
    double bias = hidden_bias_[u];
    for (int i = 0; i < inputs_; ++i) {
      weights.row(u)[i] = weights_.row(u)[i] * scale_[i];
      bias -= static_cast<double>(weights.row(u)[i]) * low_[i];
    }
    biases[u] = static_cast<float>(bias);
  }
}

bool Rbm::finite() const {
  double sum = 0.0;
  for (float w : weight_memory_) sum += std::fabs(w);
  for (float b : hidden_bias_) sum += std::fabs(b);
  return std::isfinite(sum);
}

}  // namespace playground
