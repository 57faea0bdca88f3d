#!/usr/bin/env bash
# Training speed in Node against the machine's multiply-add peak and ConvNetJS: a table, and build/bench/training.json.
source "$(dirname "$0")/common.sh"
no_arguments "$@"
build-scripts/build.sh
use_node
use_emscripten
cmake --build --preset wasm --target peak
node web/bench/training.mjs
