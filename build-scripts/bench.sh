#!/usr/bin/env bash
# What it costs and how fast it is here, all in headless Chromium: the kernels of the functions against plain JavaScript
# and the peers (web/bench/package.json, installed here and nowhere else), training against the machine's multiply-add
# peak and the peers, then the page (weight, first curve, script a frame). Tables, build/bench/*.json, and a picture of
# the depth and width sweep. Wants a quiet machine.
source "$(dirname "$0")/common.sh"
no_arguments "$@"
build-scripts/build.sh
use_node
use_emscripten
cmake --build --preset wasm --target peak kernel_bench
if newer_than web/bench/node_modules/.package-lock.json web/bench/package-lock.json web/bench/package.json; then
  say 'installing the peers'
  (cd web/bench && npm ci)
  touch web/bench/node_modules/.package-lock.json
fi
node web/bench/kernels.mjs
node web/bench/training.mjs
node web/bench/page.mjs
