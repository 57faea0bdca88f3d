#!/usr/bin/env bash
# Builds the engine (build/wasm), the page (build/site) and the npm package (build/package); what did not change stays.
source "$(dirname "$0")/common.sh"
no_arguments "$@"
use_node
use_emscripten

# Ninja decides what to compile. A build folder of another toolchain is of no use.
if [ "$(cat build/wasm/toolchain 2>/dev/null)" != "$EMSCRIPTEN_TOOLCHAIN" ]; then
  rm -rf build/wasm
  cmake --preset wasm
  printf '%s' "$EMSCRIPTEN_TOOLCHAIN" >build/wasm/toolchain
fi
cmake --build --preset wasm --target engine_wasm starter_wasm oracle_wasm -j "$(nproc)"

page() {
  say page
  node web/node_modules/vite/bin/vite.js build web --logLevel warn
}
package() {
  say package
  node web/tools/package.mjs
}
engine=(build/wasm/cpp/bindings/{engine,starter}.{mjs,wasm})
oracle=build/wasm/cpp/bindings/oracle.wasm
[ -e build/site/index.html ] || rm -f build/stamps/site
[ -e build/package/package.json ] || rm -f build/stamps/package
unless_fresh site web "${engine[@]}" "$oracle" -- page
unless_fresh package web LICENSE "${engine[@]}" -- package
