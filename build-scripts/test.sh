#!/usr/bin/env bash
# Installs what is missing, builds, lints and runs all tests. The last lines say how each part ended and how long it took.
source "$(dirname "$0")/common.sh"
no_arguments "$@"

summary=()
failed=0
part() { # name command...
  local name=$1 begin=$SECONDS result=passed
  shift
  say "$name"
  "$@" || { result=FAILED; failed=1; }
  summary+=("$(printf '%-8s %4d s  %s' "$result" $((SECONDS - begin)) "$name")")
}
finish() {
  printf '\n'
  printf '%s\n' "${summary[@]}"
  printf '%-8s %4d s  %s\n' "$([ "$failed" -eq 0 ] && echo passed || echo FAILED)" "$SECONDS" "$1"
  exit "$failed"
}

part 'install' build-scripts/install.sh test
[ "$failed" -eq 0 ] || finish 'nothing else was run'
part 'build: engine, page, package' build-scripts/build.sh
built=$failed
part 'formatters, linters, types' build-scripts/lint.sh
part 'C++ tests, g++' build-scripts/native-tests.sh native-release
part 'C++ tests, clang with sanitizers' build-scripts/native-tests.sh native-asan
[ "$built" -eq 0 ] || finish 'WebAssembly, package, page and embedding were not tested: the build failed'
part 'C++ tests, WebAssembly in Node' build-scripts/wasm-tests.sh
part 'package in Node, Chromium and Firefox' build-scripts/package-tests.sh
part 'page, Chromium and Firefox' build-scripts/web-tests.sh
part 'embedding, Chromium and Firefox' build-scripts/embed-tests.sh
part 'one more header' build-scripts/addition-tests.sh
finish 'all'
