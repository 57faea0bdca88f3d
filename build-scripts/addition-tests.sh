#!/usr/bin/env bash
# Adding a function is one header: drops tests/addition/twice_tanh.h into a copy of the project, touches nothing else
# there, and looks for the function in the C++ tests, the package, the page and the benchmark's program.
source "$(dirname "$0")/common.sh"
no_arguments "$@"
use_node
use_emscripten

copy=build/addition
say "a copy with one more header, $copy"
mkdir -p "$copy/build"
find "$copy" -mindepth 1 -maxdepth 1 ! -name build -exec rm -rf {} +
# tar keeps the files' times: a second run compiles little.
git ls-files -z --cached --others --exclude-standard | tar --create --null --files-from=- --ignore-failed-read |
  tar --extract --directory "$copy"
cp -p tests/addition/twice_tanh.h "$copy/cpp/activations/"
ln -sfn "$PWD/web/node_modules" "$copy/web/node_modules"
cp -r build/emscripten-check "$copy/build/"

say 'engine, page and package of the copy'
(cd "$copy" && build-scripts/build.sh)

say 'its C++ tests, as WebAssembly'
(cd "$copy" && cmake --build --preset wasm --target activations_tests catalogue_tests kernel_bench -j "$(nproc)")
programs=$copy/build/wasm/tests/native
node "$programs/catalogue_tests.js"
# GoogleTest passes where a filter finds nothing.
node "$programs/activations_tests.js" --gtest_filter='*/twice_tanh' | tee "$copy/build/activations.log"
grep -qE 'PASSED.* [4-9] tests' "$copy/build/activations.log" || fail 'the tests did not find the new function'
grep -q twice_tanh "$copy/build/wasm/cpp/tools/kernel_bench.wasm" || fail 'the benchmark does not know the new function'

say 'its package, and its page in Chromium and Firefox'
node --test tests/addition/
node web/node_modules/@playwright/test/cli.js test -c tests/addition/playwright.config.ts
