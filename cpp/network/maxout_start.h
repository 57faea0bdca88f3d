// Interval least squares: where a Maxout layer starts when its pieces shall be fitted to a curve before training. A
// piece that is never on top gets no gradient; after this start every piece is on top somewhere.
#pragma once

#include "cpp/datasets/dataset.h"
#include "cpp/network/arena.h"
#include "cpp/network/spec.h"

namespace playground {

// An interval is cut into as many equal parts as there are pieces; piece j becomes the line that fits the target best
// on part j, in the sense of least squares. The largest of the lines follows the target where it is convex.
//
// A function f of the catalogue as target: of t = w . x, with w the weights drawn for the unit's first piece, on
// [low, high]; piece j is intercept + slope w . x. The data as target (the layer must be the first, of one input):
// unit u is fitted to column u of y over the training rows, and the interval is theirs. A part with fewer than two
// different inputs takes the line through all rows.
void start_by_least_squares(Arena& arena, int layer, const LayerSpec& spec, const Dataset& data);

}  // namespace playground
