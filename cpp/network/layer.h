// A layer is a forward and a backward pass over a workspace. It owns no memory: weights live in the arena, at places
// that it is told once, signals in the workspace.
#pragma once

#include <memory>

#include "cpp/math/random.h"
#include "cpp/network/arena.h"
#include "cpp/network/function_ref.h"
#include "cpp/network/spec.h"
#include "cpp/network/workspace.h"

namespace playground {

// Which gradients a way back leaves in the arena: probes want those of the weights alone.
enum class Gradients { none, weights, all };

struct Pass {
  Workspace& workspace;
  int layer;        // index in spec.layers
  Random* noise;    // null in evaluation: stochastic layers then take their fixed parameter
  Random* dropout;  // likewise
  bool slopes;      // forward: keep what backward needs
  Gradients gradients;

  // backward of dense and Maxout layers: where not null, what dLoss/d(input) is multiplied by, element by element.
  const float* slopes_below = nullptr;

  // Probes go back too, through the network as it evaluates.
  bool training() const { return dropout || gradients == Gradients::all; }
};

class Layer {
 public:
  virtual ~Layer() = default;

  // Rows of workspace memory that it wants besides its output.
  virtual int auxiliary_rows() const { return 0; }
  virtual int scratch_rows() const { return 0; }
  virtual int scratches() const { return 0; }

  // Learns where its tensors lie and draws their initial values; called once, when the arena has its memory.
  virtual void initialize(Arena&, const InitializationSpec&, Random&) {}

  virtual void forward(const Pass& pass) const = 0;

  // Whether the way back is a product with the slopes that forward left in the auxiliary matrix, and nothing else: a
  // dense or Maxout layer above then writes the product at once, and backward is not called.
  virtual bool only_multiplies() const { return false; }

  // dLoss/d(output) comes in as `incoming`. Writes dLoss/d(input) to `outgoing` (null data: not wanted) and returns
  // which of the two holds it: element-wise layers work in place.
  virtual Matrix backward(const Pass& pass, const Matrix& incoming, const Matrix& outgoing) const = 0;
};

// width: of the input.
std::unique_ptr<Layer> make_dense(Arena&, int layer, int width, const LayerSpec&);
std::unique_ptr<Layer> make_activation(Arena&, int layer, int width, const LayerSpec&);
std::unique_ptr<Layer> make_maxout(Arena&, int layer, int width, const LayerSpec&);
std::unique_ptr<Layer> make_batch_norm(Arena&, int layer, int width, const LayerSpec&);
std::unique_ptr<Layer> make_dropout(Arena&, int layer, int width, const LayerSpec&);

// An activation by what its function is: without parameters, with them, or of rows.
std::unique_ptr<Layer> make_plain_activation(Arena&, int layer, int width, const LayerSpec&);
std::unique_ptr<Layer> make_parametric_activation(Arena&, int layer, int width, const LayerSpec&);
std::unique_ptr<Layer> make_row_layer(Arena&, int layer, int width, const LayerSpec&);

// Initial weights of a matrix [fan_out][fan_in] whose rows lie at row(0), row(1), ...
void draw_weights(const InitializationSpec&, int fan_in, int fan_out, Random&, FunctionRef<float*(int)> row);

// Makes the shorter side's vectors of a matrix [rows][columns] orthonormal.
void orthonormalize(std::vector<double>& matrix, int rows, int columns);
// What makes E f(Z)^2 one again: f is the function that follows the layer, with at most layers that act unit by unit
// between them. 1 where there is none, and where no such number exists.
double measured_gain(const NetworkSpec&, int layer);

}  // namespace playground
