#!/usr/bin/env bash
# Installs what is missing, and nothing else: Debian packages and the npm packages of web/package-lock.json.
# Usage: install.sh [build | test]   build: to build and serve the page (default); test: to run all tests too
source "$(dirname "$0")/common.sh"

wanted=${1:-build}
if [ $# -gt 1 ] || [[ ! $wanted =~ ^(build|test)$ ]]; then
  fail "unknown argument: $*" 'usage: build-scripts/install.sh [build | test]'
fi

# package:what shows that it (or one's own build of it) is there
needed=(
  cmake:cmake ninja-build:ninja
  rapidjson-dev:/usr/include/rapidjson/document.h
  googletest:/usr/src/googletest
)
command -v em++ >/dev/null || needed+=(emscripten:em++)
# Debian's Emscripten only; the package is a separate one in later releases.
if [ ! -e "$(command -v em++ || echo none)" ] || [ "$(realpath "$(command -v em++)")" = /usr/bin/em++ ]; then
  needed+=(node-acorn:/usr/share/nodejs/acorn)
fi
if [ "$wanted" = test ]; then
  needed+=(
    g++:g++ clang:clang++ libclang-rt-14-dev:/usr/lib/llvm-14/lib/clang/14.0.6/lib/linux clang-format-14:clang-format-14
    libsimde-dev:/usr/include/simde/wasm/simd128.h
    chromium:chromium firefox-esr:firefox-esr fonts-noto-cjk:/usr/share/fonts/opentype/noto
    python3-sphinx:sphinx-build parallel:parallel ccache:ccache
  )
fi

missing=()
for entry in "${needed[@]}"; do
  proof=${entry#*:}
  if [[ $proof == /* ]]; then [ -e "$proof" ]; else command -v "$proof" >/dev/null; fi || missing+=("${entry%%:*}")
done

if [ ${#missing[@]} -gt 0 ]; then
  command="apt-get install --no-install-recommends ${missing[*]}"
  command -v apt-get >/dev/null || fail "these are missing, and there is no apt-get here: ${missing[*]}" \
    'Install them (the names are those of Debian 12) with the means of your system.'
  if [ "$(id -u)" -eq 0 ]; then
    as_root=()
  elif command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
    as_root=(sudo)
  else
    fail "these Debian packages are missing, and there are no rights to install them: ${missing[*]}" \
      'Ask an administrator to run:' "  apt-get update && $command"
  fi
  say "installing Debian packages: ${missing[*]}"
  "${as_root[@]}" apt-get update -q
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive "${command%% *}" install -q -y --no-install-recommends "${missing[@]}" ||
    fail 'apt-get could not install them.' "By hand: $command"
fi

use_node
if newer_than web/node_modules/.package-lock.json web/package-lock.json web/package.json; then
  say 'installing npm packages'
  (cd web && npm ci)
  touch web/node_modules/.package-lock.json
fi
