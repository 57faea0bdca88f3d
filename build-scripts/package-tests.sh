#!/usr/bin/env bash
# The npm package in Node, and on a page and in a module worker of Chromium and Firefox.
source "$(dirname "$0")/common.sh"
no_arguments "$@"
build-scripts/build.sh
use_node
node --test tests/package/

page=build/tests/package-page
rm -rf "$page"
mkdir -p "$page"
cp -r tests/package/page/. "$page"
cp -r build/package "$page/package"
cp tests/package/digest.mjs tests/digests/training.json "$page"
node web/node_modules/@playwright/test/cli.js test -c tests/package/playwright.config.ts
