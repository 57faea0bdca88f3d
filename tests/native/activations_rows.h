// What the tests of functions of rows share: rows evaluated, and errors counted.
#pragma once

#include "cpp/catalogue/rows.h"
#include "tests/native/activations_support.h"

namespace playground::test {

inline std::vector<CatalogueEntry> row_entries() {
  std::vector<CatalogueEntry> found;
  for (const CatalogueEntry& entry : catalogue()) {
    if (entry.rows) found.push_back(entry);
  }
  return found;
}

// Row-major. Empty arrays: not given.
struct Rows {
  size_t columns = 0;
  std::vector<float> x, noise, cotangent, tangent;

  size_t rows() const { return x.size() / columns; }
};

struct RowsOutput {
  std::vector<float> value, vector_jacobian, jacobian_vector;
};

class RowFunctionTest : public testing::TestWithParam<CatalogueEntry> {
 protected:
  std::string id() const { return std::string(GetParam().id()); }
  const RowKernels& kernels() const { return *GetParam().rows; }
  const Bound& bound() const { return GetParam().description->bound; }

  // The defaults, and each parameter at both ends of its range.
  std::vector<std::vector<float>> parameter_sets() const {
    std::vector<std::vector<float>> sets(1);
    for (const Parameter& parameter : GetParam().parameters) sets[0].push_back(parameter.initial);
    for (size_t k = 0; k < GetParam().parameters.size(); ++k) {
      for (float value : {GetParam().parameters[k].minimum, GetParam().parameters[k].maximum}) {
        sets.push_back(sets[0]);
        sets.back()[k] = value;
      }
    }
    return sets;
  }

  RowsOutput evaluate(const std::vector<float>& parameters, const Rows& rows) const {
    const auto pointer = [](const std::vector<float>& array) { return array.empty() ? nullptr : array.data(); };
    const RowsRequest request{&kernels(),   parameters.data(),   rows.x.data(),           rows.rows(),
                              rows.columns, pointer(rows.noise), pointer(rows.cotangent), pointer(rows.tangent)};
    RowsOutput output;
    const size_t values = rows.rows() * request.outputs();
    output.value.resize(values);
    if (request.cotangent) output.vector_jacobian.resize(rows.x.size());
    if (request.tangent) output.jacobian_vector.resize(values);
    evaluate_rows(request, {output.value.data(), output.vector_jacobian.data(), output.jacobian_vector.data()});
    return output;
  }

  // The oracle's answer for row r, and how large the terms of each product are.
  struct Exact {
    std::vector<double> value, vector_jacobian, jacobian_vector;
    std::vector<double> vector_jacobian_scale, jacobian_vector_scale;
  };
  Exact exact(const std::vector<float>& parameters, const Rows& rows, size_t r) const {
    const size_t n = rows.columns;
    const size_t outputs = kernels().outputs(parameters.data(), n);
    const std::vector<double> wide(parameters.begin(), parameters.end());
    std::vector<double> x(rows.x.begin() + r * n, rows.x.begin() + (r + 1) * n);
    for (size_t i = 0; i < n && !rows.noise.empty(); ++i) x[i] += rows.noise[r * n + i];
    std::vector<double> jacobian(outputs * n);
    Exact found{std::vector<double>(outputs), std::vector<double>(n), std::vector<double>(outputs),
                std::vector<double>(n), std::vector<double>(outputs)};
    GetParam().row_oracle()->value(x, wide.data(), found.value.data());
    GetParam().row_oracle()->jacobian(x, wide.data(), jacobian.data());
    for (size_t i = 0; i < outputs; ++i) {
      for (size_t j = 0; j < n; ++j) {
        const double entry = jacobian[i * n + j];
        const double up = entry == 0.0 ? 0.0 : entry * rows.cotangent[r * outputs + i];
        const double down = entry == 0.0 ? 0.0 : entry * rows.tangent[r * n + j];
        found.vector_jacobian[j] += up;
        found.vector_jacobian_scale[j] += std::fabs(up);
        found.jacobian_vector[i] += down;
        found.jacobian_vector_scale[i] += std::fabs(down);
      }
    }
    if (GetParam().description->kind == Kind::gated) {
      add_gate_scales(parameters, rows, r, found);
    } else {
      add_subnormal_scales(parameters, rows, r, found);
    }
    return found;
  }

  // What an error may be besides the bound's steps (description.h).
  double product_floor(double scale) const { return 0x1p-24 * bound().slope_ulp * scale; }
  // In the value of a gated function, what one subnormal step of the gate makes of the value that it multiplies.
  double value_floor(const Rows& rows, size_t r, size_t i) const {
    if (GetParam().description->kind != Kind::gated) return 0.0;
    return 0x1p-149 * std::fabs(rows.x[r * rows.columns + i]);
  }

 private:
  // Where a gate's slope is zero the product's scale is the value that it multiplies; and a subnormal step as above.
  void add_gate_scales(const std::vector<float>& parameters, const Rows& rows, size_t r, Exact& found) const {
    const size_t half = rows.columns / 2;
    for (size_t i = 0; i < half; ++i) {
      const double a = std::fabs(rows.x[r * rows.columns + i]);
      const float z = (parameters.empty() ? 1.0f : parameters[0]) * rows.x[r * rows.columns + half + i];
      const double share = bound().slope_floor(z) > 0.0 ? 1.0 : 0x1p-125;
      found.vector_jacobian_scale[half + i] += share * a * std::fabs(rows.cotangent[r * half + i]);
      found.jacobian_vector_scale[i] += share * a * std::fabs(rows.tangent[r * rows.columns + half + i]);
    }
  }

  // The products of softmax are made of y: what one subnormal step of y makes of the largest entry of the vector.
  void add_subnormal_scales(const std::vector<float>& parameters, const Rows& rows, size_t r, Exact& found) const {
    const double factor = 0x1p-124 / (kernels().noisy ? parameters[0] : 1.0);
    const auto add = [&](const std::vector<float>& vector, std::vector<double>& scales) {
      const size_t width = vector.size() / rows.rows();
      double largest = 0.0;
      for (size_t i = 0; i < width; ++i) largest = std::max<double>(largest, std::fabs(vector[r * width + i]));
      for (double& scale : scales) scale += factor * largest;
    };
    add(rows.cotangent, found.vector_jacobian_scale);
    add(rows.tangent, found.jacobian_vector_scale);
  }
};

}  // namespace playground::test
