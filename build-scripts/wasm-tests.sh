#!/usr/bin/env bash
# The same C++ tests compiled to WebAssembly, run in Node.
source "$(dirname "$0")/common.sh"
no_arguments "$@"
build-scripts/build.sh
use_node
use_emscripten
cmake --build --preset wasm -j "$(nproc)"
ctest --preset wasm -j "$(nproc)"
