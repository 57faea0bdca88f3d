#!/usr/bin/env bash
# The C++ tests natively. Usage: native-tests.sh [PRESET...]
# PRESET: native-release (g++), native-clang, native-asan (clang with AddressSanitizer and UndefinedBehaviorSanitizer);
# without one, the first and the last.
source "$(dirname "$0")/common.sh"

[ $# -gt 0 ] || set -- native-release native-asan
for preset in "$@"; do
  say "$preset"
  folder=build/${preset%-release}
  [ -e "$folder/build.ninja" ] || cmake --preset "$preset"
  cmake --build --preset "$preset" -j "$(nproc)"
  ctest --preset "$preset" -j "$(nproc)"
done
