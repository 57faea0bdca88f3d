# Sourced by the scripts beside it: strict mode, the top of the repository as the current folder, and the tools.
# shellcheck shell=bash
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { printf '== %s\n' "$*"; }
fail() {
  printf 'error: %s\n' "$1" >&2
  shift
  [ $# -eq 0 ] || printf '       %s\n' "$@" >&2
  exit 1
}

no_arguments() { # "$@"
  [ $# -eq 0 ] || fail "unknown argument: $1" "usage: build-scripts/$(basename "$0")   (it takes no arguments)"
}

# at_least 3.1.6 3.1.69: the second version is the first or later.
at_least() { [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1)" = "$1" ]; }

# newer_than STAMP PATH...: something under the paths changed after the stamp was written, or there is no stamp.
newer_than() {
  local stamp=$1
  shift
  [ ! -e "$stamp" ] || [ -n "$(find "$@" -name node_modules -prune -o -newer "$stamp" -print -quit)" ]
}

# unless_fresh NAME PATHS... -- COMMAND: runs the command where a path changed since it last succeeded.
unless_fresh() {
  local stamp=build/stamps/$1 paths=()
  shift
  while [ "$1" != -- ]; do
    paths+=("$1")
    shift
  done
  shift
  newer_than "$stamp" "${paths[@]}" || return 0
  mkdir -p build/stamps
  rm -f "$stamp"
  touch "$stamp.begun"
  "$@"
  mv "$stamp.begun" "$stamp"
}

use_node() {
  local remedy='Install Node 20.19 or later (or 22.12 or later) with npm: https://nodejs.org/en/download'
  command -v node >/dev/null || fail 'Node is missing.' "$remedy"
  command -v npm >/dev/null || fail 'npm is missing: this Node came without it.' "$remedy"
  local version
  version=$(node --version | sed 's/^v//')
  if ! at_least 20.19 "$version" || { at_least 21 "$version" && ! at_least 22.12 "$version"; }; then
    fail "Node $version at $(command -v node) is too old for the tools used here." "$remedy"
  fi
}

oldest_emscripten=3.1.6

# Makes em++ usable and says where CMake finds its toolchain file; a first use compiles and runs a small program.
use_emscripten() {
  command -v em++ >/dev/null || fail 'Emscripten is missing: there is no em++ on PATH.' \
    'build-scripts/install.sh installs it, or put an Emscripten of your own (3.1.6 or later) on PATH.'
  local answer version root
  answer=$(em++ --version 2>&1) || fail "em++ at $(command -v em++) does not start:" "$answer"
  version=$(head -n 1 <<<"$answer" | grep -oE '[0-9]+\.[0-9]+\.[0-9]+' | head -n 1) || version=unknown
  if [ "$version" = unknown ] || ! at_least "$oldest_emscripten" "$version"; then
    fail "Emscripten $version at $(command -v em++) is too old: $oldest_emscripten or later is needed." \
      'Put a newer one first on PATH, or remove it from PATH and run build-scripts/install.sh.'
  fi
  root=$(em-config EMSCRIPTEN_ROOT 2>/dev/null) || root=$(dirname "$(realpath "$(command -v em++)")")
  export EMSCRIPTEN_TOOLCHAIN=$root/cmake/Modules/Platform/Emscripten.cmake
  # One Node for everything, and Debian's em++ looks for acorn where Debian's own Node would.
  EM_NODE_JS=$(command -v node)
  export EM_NODE_JS
  if [ "$root" = /usr/share/emscripten ]; then
    # Debian's Emscripten goes with Debian's Python; a version manager's, first on PATH, starts slower than em++ compiles.
    [ -x /usr/bin/python3 ] && export EMSDK_PYTHON="${EMSDK_PYTHON:-/usr/bin/python3}"
    export NODE_PATH=/usr/share/nodejs${NODE_PATH:+:$NODE_PATH}
  fi
  use_ccache
  try_emscripten "$version" "$root"
}

# What was compiled once, here or in a copy of the project, is not compiled again: tests/addition makes such a copy.
use_ccache() {
  command -v ccache >/dev/null || return 0
  export EM_COMPILER_WRAPPER=ccache CCACHE_DIR=${CCACHE_DIR:-$PWD/build/ccache}
  # Paths within the project count as relative: a copy's are the same.
  export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1
}

try_emscripten() { # version root
  local folder=build/emscripten-check key
  key="$1 $2 $(node --version)"
  if [ -e "$folder/passed" ] && [ "$(cat "$folder/passed")" = "$key" ]; then return; fi
  mkdir -p "$folder"
  cat >"$folder/try.cpp" <<'END'
#include <emscripten/bind.h>
#include <wasm_simd128.h>
float twice(float x) { return wasm_f32x4_extract_lane(wasm_f32x4_add(wasm_f32x4_splat(x), wasm_f32x4_splat(x)), 3); }
EMSCRIPTEN_BINDINGS(check) { emscripten::function("twice", &twice); }
END
  local remedy='Repair it, or put a working one (3.1.6 or later) first on PATH; Debian: apt-get install --reinstall emscripten node-acorn'
  [ -e "$EMSCRIPTEN_TOOLCHAIN" ] || fail "Emscripten $1 has no $EMSCRIPTEN_TOOLCHAIN." "$remedy"
  say "trying Emscripten $1 once"
  em++ "$folder/try.cpp" -o "$folder/try.mjs" -std=c++20 -msimd128 -O2 --bind \
    -sMODULARIZE=1 -sEXPORT_ES6=1 -sENVIRONMENT=web,worker -sFILESYSTEM=0 >"$folder/log" 2>&1 ||
    fail "Emscripten $1 at $root does not compile a small program:" "$(tail -n 15 "$folder/log")" "$remedy"
  node --input-type=module -e '
    import { readFileSync } from "node:fs"
    const { default: create } = await import(process.argv[1])
    const module = await create({ wasmBinary: readFileSync(process.argv[2]) })
    if (module.twice(21) !== 42) throw new Error("wrong result")
  ' "$PWD/$folder/try.mjs" "$folder/try.wasm" >"$folder/log" 2>&1 ||
    fail "A small program compiled by Emscripten $1 does not run in Node:" "$(tail -n 15 "$folder/log")" "$remedy"
  printf '%s' "$key" >"$folder/passed"
}
