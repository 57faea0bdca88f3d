#!/usr/bin/env bash
# Formatters and linters over everything. To format instead: clang-format-14 -i, and npm --prefix web run format.
source "$(dirname "$0")/common.sh"
no_arguments "$@"
use_node

cpp() { find cpp tests -name '*.h' -o -name '*.cpp' | sort | xargs clang-format-14 --dry-run --Werror; }
style() { node web/node_modules/prettier/bin/prettier.cjs --check --log-level warn web tests README.md; }
rules() { node web/node_modules/eslint/bin/eslint.js --config web/eslint.config.js --max-warnings 0 web tests; }
types() {
  local project
  for project in web/tsconfig.json web/tsconfig.tools.json tests/tsconfig.json; do
    node web/node_modules/typescript/bin/tsc -p "$project"
  done
}

status=0
for part in cpp style rules types; do
  say "$part"
  # A subshell of its own keeps `set -e` at work inside the function.
  (set -e; "$part") & wait $! || status=1
done
exit "$status"
