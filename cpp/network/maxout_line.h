// The line through a Maxout unit's input space on which its pieces are drawn.
#pragma once

#include <cmath>

#include "cpp/network/function_ref.h"
#include "cpp/network/layer.h"
#include "cpp/network/probe.h"

namespace playground {

class MaxoutLine {
 public:
  MaxoutLine(Arena& arena, int layer, const LayerSpec& spec, int unit);

  // First pass, over all rows: the inputs' mean and how often each piece wins.
  void learn(const Matrix& inputs, const Matrix& pieces, int samples);
  // Chooses the direction and computes the pieces on the line.
  void settle();
  // Second pass: body(t, slope of the winning piece) for every row.
  void follow(const Matrix& inputs, const Matrix& pieces, int samples, FunctionRef<void(float, float)> body) const {
    for (int b = 0; b < samples; ++b) {
      double t = 0.0;
      for (int i = 0; i < inputs.rows; ++i) t += direction_[i] * (inputs.row(i)[b] - mean_[i]);
      body(static_cast<float>(t), line_.slopes[winner(pieces, b)]);
    }
  }

  const MaxoutPieces& pieces() const { return line_; }

 private:
  int winner(const Matrix& pieces, int column) const;

  int unit_;
  int count_;       // pieces of the unit
  Matrix weights_;  // of the unit: one row per piece
  std::vector<double> biases_;
  std::vector<double> mean_;
  std::vector<double> direction_;
  std::vector<uint32_t> wins_;
  uint32_t rows_ = 0;
  MaxoutPieces line_;
};

}  // namespace playground
