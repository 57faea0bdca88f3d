#include "cpp/catalogue/rows.h"

#include <algorithm>
#include <vector>

namespace playground {
namespace {

// Rows that are laid out feature-major at a time.
constexpr size_t block_rows = 32;

// Row-major to feature-major and back; the rows that fill a vector up stay as they are.
void spread(const float* rows, size_t count, size_t columns, float* features) {
  for (size_t r = 0; r < count; ++r) {
    for (size_t i = 0; i < columns; ++i) features[i * block_rows + r] = rows[r * columns + i];
  }
}
void gather(const float* features, size_t count, size_t columns, float* rows) {
  for (size_t r = 0; r < count; ++r) {
    for (size_t i = 0; i < columns; ++i) rows[r * columns + i] = features[i * block_rows + r];
  }
}

}  // namespace

void evaluate_rows(const RowsRequest& request, const RowsResult& result) {
  const size_t columns = request.columns;
  const size_t outputs = request.outputs();
  const size_t widest = block_rows * std::max(columns, outputs);
  std::vector<float> x(widest), noise(widest), y(widest), incoming(widest), product(widest);
  for (size_t row = 0; row < request.rows; row += block_rows) {
    const size_t count = std::min(block_rows, request.rows - row);
    spread(request.x + row * columns, count, columns, x.data());
    if (request.noise) spread(request.noise + row * columns, count, columns, noise.data());
    const RowBatch batch{request.parameters, (count + lanes - 1) / lanes * lanes,   block_rows, columns,
                         x.data(),           request.noise ? noise.data() : nullptr};
    request.kernels->value(batch, y.data());
    gather(y.data(), count, outputs, result.value + row * outputs);
    if (request.cotangent) {
      spread(request.cotangent + row * outputs, count, outputs, incoming.data());
      request.kernels->vector_jacobian(batch, y.data(), incoming.data(), product.data());
      gather(product.data(), count, columns, result.vector_jacobian + row * columns);
    }
    if (request.tangent) {
      spread(request.tangent + row * columns, count, columns, incoming.data());
      request.kernels->jacobian_vector(batch, y.data(), incoming.data(), product.data());
      gather(product.data(), count, outputs, result.jacobian_vector + row * outputs);
    }
  }
}

void draw_gumbel(Random& random, float* noise, size_t n) {
  for (size_t i = 0; i < n; ++i) noise[i] = static_cast<float>(random.gumbel());
}

void AffineRows::apply(const float* x, size_t rows, bool with_bias, float* z) const {
  for (size_t r = 0; r < rows; ++r) {
    for (size_t p = 0; p < pieces; ++p) {
      double sum = with_bias && bias ? bias[p] : 0.0;
      for (size_t i = 0; i < columns; ++i) {
        sum += static_cast<double>(weights[p * columns + i]) * x[r * columns + i];
      }
      z[r * pieces + p] = static_cast<float>(sum);
    }
  }
}

void AffineRows::apply_transposed(const float* z, size_t rows, float* x) const {
  for (size_t r = 0; r < rows; ++r) {
    for (size_t i = 0; i < columns; ++i) {
      double sum = 0.0;
      for (size_t p = 0; p < pieces; ++p) {
        sum += static_cast<double>(weights[p * columns + i]) * z[r * pieces + p];
      }
      x[r * columns + i] = static_cast<float>(sum);
    }
  }
}

}  // namespace playground
