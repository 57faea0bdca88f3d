#!/usr/bin/env bash
# The page in Chromium and Firefox. Arguments go to Playwright: web-tests.sh --project=chromium smoke
source "$(dirname "$0")/common.sh"
build-scripts/build.sh
use_node
node web/node_modules/@playwright/test/cli.js test -c tests/web/playwright.config.ts "$@"
