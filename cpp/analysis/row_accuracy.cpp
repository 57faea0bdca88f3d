#include "cpp/analysis/row_accuracy.h"

#include <algorithm>
#include <cmath>

#include "cpp/catalogue/rows.h"

namespace playground {
namespace {

const float* pointer(const std::vector<float>& array) { return array.empty() ? nullptr : array.data(); }

// Where a gate's slope is zero the product's scale is the value that it multiplies; besides, one subnormal step of the
// gate counts.
void add_gate_scales(const RowFunctionAt& f, const Rows& rows, size_t r, ExactRow& exact) {
  const size_t half = rows.columns / 2;
  for (size_t i = 0; i < half; ++i) {
    const double a = std::fabs(rows.x[r * rows.columns + i]);
    const float z = (f.parameters.empty() ? 1.0f : f.parameters[0]) * rows.x[r * rows.columns + half + i];
    const double share = f.entry.description->bound.slope_floor(z) > 0.0 ? a : 0x1p-125 * a;
    if (!rows.cotangent.empty())
      exact.vector_jacobian.scale[half + i] += share * std::fabs(rows.cotangent[r * half + i]);
    if (!rows.tangent.empty())
      exact.jacobian_vector.scale[i] += share * std::fabs(rows.tangent[r * rows.columns + half + i]);
  }
}

// The products of softmax are made of y: what one subnormal step of y makes of the largest entry of the vector.
void add_subnormal_scales(const RowFunctionAt& f, const Rows& rows, size_t r, ExactRow& exact) {
  const double factor = 0x1p-124 / (f.entry.rows->noisy ? f.parameters[0] : 1.0);
  const auto add = [&](const std::vector<float>& vector, std::vector<double>& scales) {
    const size_t width = vector.size() / rows.rows();
    double largest = 0.0;
    for (size_t i = 0; i < width; ++i) largest = std::max<double>(largest, std::fabs(vector[r * width + i]));
    for (double& scale : scales) scale += factor * largest;
  };
  add(rows.cotangent, exact.vector_jacobian.scale);
  add(rows.tangent, exact.jacobian_vector.scale);
}

Exact zeros(size_t n) { return {std::vector<double>(n), std::vector<double>(n), std::vector<double>(n)}; }

void add_values(Worst& worst, std::span<const float> found, const Exact& exact) {
  for (size_t i = 0; i < found.size(); ++i) {
    worst.add(static_cast<float>(exact.numbers[i]), error_of(found[i], exact.numbers[i]), exact.floor[i]);
  }
}

void add_products(Worst& worst, std::span<const float> found, const Exact& exact) {
  for (size_t i = 0; i < found.size(); ++i) {
    FloatError error = error_of(found[i], exact.numbers[i]);
    if (error.absolute <= exact.floor[i]) error.steps = 0;
    // Where terms cancel, the last place of their sum says nothing.
    error.ulp = std::min(error.ulp, error.absolute / spacing(static_cast<float>(exact.scale[i])));
    worst.add(static_cast<float>(exact.numbers[i]), error);
  }
}

// Row r of what was computed; nothing where that was not asked for.
std::span<const float> row_of(const std::vector<float>& found, size_t r, size_t width) {
  return found.empty() ? std::span<const float>() : std::span<const float>(found).subspan(r * width, width);
}

}  // namespace

RowsOutput RowFunctionAt::evaluate(const Rows& rows) const {
  const RowsRequest request{entry.rows,   parameters.data(),   rows.x.data(),           rows.rows(),
                            rows.columns, pointer(rows.noise), pointer(rows.cotangent), pointer(rows.tangent)};
  RowsOutput output;
  const size_t values = rows.rows() * request.outputs();
  output.value.resize(values);
  if (request.cotangent) output.vector_jacobian.resize(rows.x.size());
  if (request.tangent) output.jacobian_vector.resize(values);
  evaluate_rows(request, {output.value.data(), output.vector_jacobian.data(), output.jacobian_vector.data()});
  return output;
}

ExactRow RowFunctionAt::exact(const Rows& rows, size_t r) const {
  const size_t n = rows.columns;
  const size_t outputs = entry.rows->outputs(parameters.data(), n);
  const bool gated = entry.description->kind == Kind::gated;
  const std::vector<double> wide(parameters.begin(), parameters.end());
  std::vector<double> x(rows.x.begin() + r * n, rows.x.begin() + (r + 1) * n);
  for (size_t i = 0; i < n && !rows.noise.empty(); ++i) x[i] += rows.noise[r * n + i];
  std::vector<double> jacobian(outputs * n);
  ExactRow found{zeros(outputs), zeros(n), zeros(outputs)};
  auto& [value, up, down] = found;
  entry.row_oracle()->value(x, wide.data(), value.numbers.data());
  entry.row_oracle()->jacobian(x, wide.data(), jacobian.data());
  const auto add = [](Exact& product, size_t k, double slope, const std::vector<float>& vector, size_t place) {
    if (slope == 0.0 || vector.empty()) return;
    product.numbers[k] += slope * vector[place];
    product.scale[k] += std::fabs(slope * vector[place]);
  };
  for (size_t i = 0; i < outputs; ++i) {
    // What one subnormal step of the gate makes of the value that it multiplies.
    if (gated) value.floor[i] = 0x1p-149 * std::fabs(rows.x[r * n + i]);
    for (size_t j = 0; j < n; ++j) {
      add(up, j, jacobian[i * n + j], rows.cotangent, r * outputs + i);
      add(down, i, jacobian[i * n + j], rows.tangent, r * n + j);
    }
  }
  (gated ? add_gate_scales : add_subnormal_scales)(*this, rows, r, found);
  for (Exact* product : {&up, &down}) {
    const auto floor = [&](double scale) { return 0x1p-24 * entry.description->bound.slope_ulp * scale; };
    std::transform(product->scale.begin(), product->scale.end(), product->floor.begin(), floor);
  }
  return found;
}

Rows RowFunctionAt::random_rows(Random& random, size_t groups, size_t rows, double spread) const {
  Rows made;
  made.columns = groups * entry.rows->group(parameters.data());
  const size_t outputs = entry.rows->outputs(parameters.data(), made.columns);
  const auto fill = [&](std::vector<float>& array, size_t n, double scale) {
    for (size_t i = 0; i < n; ++i) array.push_back(static_cast<float>(scale * random.normal()));
  };
  fill(made.x, rows * made.columns, spread);
  fill(made.cotangent, rows * outputs, 1.0);
  fill(made.tangent, rows * made.columns, 1.0);
  if (entry.rows->noisy) {
    made.noise.resize(made.x.size());
    draw_gumbel(random, made.noise.data(), made.noise.size());
  }
  for (size_t i = 0; i < made.x.size(); ++i) {
    if (i / made.columns % 2) made.x[i] = static_cast<float>(std::round(made.x[i]));
    if (random.below(10) == 0) made.x[i] *= 50.0f;
  }
  return made;
}

void RowErrors::add(const RowFunctionAt& function, const Rows& rows) {
  const RowsOutput found = function.evaluate(rows);
  const size_t outputs = found.value.size() / rows.rows();
  for (size_t r = 0; r < rows.rows(); ++r) {
    const ExactRow exact = function.exact(rows, r);
    add_values(values, row_of(found.value, r, outputs), exact.value);
    add_products(products, row_of(found.jacobian_vector, r, outputs), exact.jacobian_vector);
    add_products(products, row_of(found.vector_jacobian, r, rows.columns), exact.vector_jacobian);
  }
}

void RowErrors::add(const RowErrors& other) {
  values.add(other.values);
  products.add(other.products);
}

}  // namespace playground
