#!/usr/bin/env bash
# What it costs and how fast it is here: training in Node against the machine's multiply-add peak and ConvNetJS, then
# the page in Chromium (weight, first curve, script a frame). Tables, and build/bench/*.json. Wants a quiet machine.
source "$(dirname "$0")/common.sh"
no_arguments "$@"
build-scripts/build.sh
use_node
use_emscripten
cmake --build --preset wasm --target peak
node web/bench/training.mjs
node web/bench/page.mjs
