// rows() of the public contract: functions of rows, their values and their products with the Jacobian.
#include "cpp/catalogue/rows.h"

#include <emscripten/bind.h>

#include "cpp/bindings/catalogue.h"
#include "cpp/bindings/transfer.h"

namespace playground {
namespace {

// What stands in the input after x, in this order.
enum Parts { noise = 1, cotangent = 2, tangent = 4, weights = 8, bias = 16, drawn = 32 };

// Takes the input apart.
class Input {
 public:
  const float* next(bool given, size_t floats) {
    if (!given) return nullptr;
    const float* found = place_;
    place_ += floats;
    return found;
  }

 private:
  const float* place_ = transfer.input.data();
};

Error shape_error(const CatalogueEntry& entry, const float* parameters, int columns) {
  const size_t group = entry.rows->group(parameters);
  return complain(
      "shape", "columns",
      {" of ", entry.id(), " must be a multiple of ", std::to_string(group), ", not ", std::to_string(columns)});
}

// The output: value, then the products that were asked for.
RowsResult reserve_output(const RowsRequest& request, size_t columns) {
  const size_t values = request.rows * request.outputs();
  const size_t up = request.cotangent ? request.rows * columns : 0;
  const size_t down = request.tangent ? values : 0;
  transfer.output.resize(values + up + down);
  float* output = transfer.output.data();
  return {output, output + values, output + values + up};
}

// Pieces W x + b for x, and the products led through W.
void evaluate_affine(const AffineRows& affine, RowsRequest request, const float* tangent) {
  const size_t count = request.rows * affine.pieces;
  std::vector<float> z(count), turned(tangent ? count : 0), by_piece(request.cotangent ? count : 0);
  affine.apply(request.x, request.rows, true, z.data());
  if (tangent) affine.apply(tangent, request.rows, false, turned.data());
  request.x = z.data();
  request.columns = affine.pieces;
  request.tangent = tangent ? turned.data() : nullptr;
  RowsResult result = reserve_output(request, affine.columns);
  float* vector_jacobian = result.vector_jacobian;
  result.vector_jacobian = by_piece.data();
  evaluate_rows(request, result);
  if (request.cotangent) affine.apply_transposed(by_piece.data(), request.rows, vector_jacobian);
}

// Input: the parameters, x [rows][columns], then as `parts` says noise and tangent (as x), cotangent (as the value), W
// [pieces][columns] and b [pieces] of a pooled function; all lengths but the cotangent's are checked. Returns the
// value's columns; -1, with an error left behind, where the function cannot have that many or the cotangent does not
// fit: it is given with its length.
int rows(int entry_index, int rows, int columns, int pieces, int parts, int cotangent_length, int seed) {
  const CatalogueEntry& entry = entry_at(entry_index);
  const size_t size = static_cast<size_t>(rows) * columns;
  Input input;
  RowsRequest request{entry.rows, input.next(true, entry.parameters.size()), input.next(true, size),
                      static_cast<size_t>(rows), static_cast<size_t>(columns)};
  request.noise = input.next(parts & noise, size);
  request.tangent = input.next(parts & tangent, size);
  request.cotangent = input.next(parts & cotangent, static_cast<size_t>(cotangent_length));
  const AffineRows affine{input.next(parts & weights, static_cast<size_t>(pieces) * columns),
                          input.next(parts & bias, static_cast<size_t>(pieces)), request.columns,
                          static_cast<size_t>(pieces)};
  const int width = affine.weights ? pieces : columns;
  if (width % static_cast<int>(entry.rows->group(request.parameters))) {
    return return_error(shape_error(entry, request.parameters, width)), -1;
  }
  const auto outputs = static_cast<int>(entry.rows->outputs(request.parameters, static_cast<size_t>(width)));
  if (request.cotangent && cotangent_length != rows * outputs) {
    return return_error(
               complain("shape", "cotangent",
                        {" has ", std::to_string(cotangent_length), " values; ", std::to_string(rows), " rows of ",
                         std::to_string(outputs), " outputs are ", std::to_string(rows * outputs)})),
           -1;
  }
  std::vector<float> draws;
  if (parts & drawn) {
    draws.resize(size);
    Random random(static_cast<uint32_t>(seed), Stream::activation_noise);
    draw_gumbel(random, draws.data(), size);
    request.noise = draws.data();
  }
  if (affine.weights) {
    evaluate_affine(affine, request, request.tangent);
  } else {
    evaluate_rows(request, reserve_output(request, request.columns));
  }
  return outputs;
}

}  // namespace

EMSCRIPTEN_BINDINGS(rows) { emscripten::function("rows", &rows); }

}  // namespace playground
