#!/usr/bin/env bash
# The accuracy of the kernels, natively, on every core: of element-wise ones over all 2^32 float32 inputs, a minute or two
# a function, of functions of rows over random rows. Usage: accuracy.sh [--stride N] [--record] [id ...]
#   --stride N  every N-th input only
#   --record    also puts the rows into cpp/activations/accuracy.csv, which the catalogue view shows
#   id          these functions; without one, all
source "$(dirname "$0")/common.sh"

record=cpp/activations/accuracy.csv
recording=
arguments=()
for argument in "$@"; do
  if [ "$argument" = --record ]; then recording=yes; else arguments+=("$argument"); fi
done

[ -e build/native/build.ninja ] || cmake --preset native-release
cmake --build --preset native-release --target accuracy -j "$(nproc)" >&2
build/native/cpp/tools/accuracy --threads "$(nproc)" ${arguments[@]+"${arguments[@]}"} | tee build/native/accuracy.csv

if [ -n "$recording" ]; then
  # Rows measured now take the place of older ones; the rest stays.
  { cat build/native/accuracy.csv; tail -n +2 "$record" 2>/dev/null || true; } |
    awk -F, 'NR == 1 { print; next } !seen[$1]++ { print | "sort" }' >"$record.new"
  mv "$record.new" "$record"
fi
