#!/usr/bin/env bash
# Builds a Sphinx site with the element and the page in it, and opens it in Chromium and Firefox.
# Arguments go to Playwright.
source "$(dirname "$0")/common.sh"
build-scripts/build.sh
use_node

# What an author does: the package's files into _static, the page into a folder that Sphinx copies as it is.
site=build/tests/sphinx
rm -rf "$site"
mkdir -p "$site/source/_static/activation-playground" "$site/source/extra"
cp -r tests/embed/sphinx/. "$site/source"
cp build/package/*.js build/package/*.wasm "$site/source/_static/activation-playground/"
cp -r build/site "$site/source/extra/play"
sphinx-build -q -W -E -b html -d "$site/doctrees" "$site/source" "$site/html"

node web/node_modules/@playwright/test/cli.js test -c tests/embed/playwright.config.ts "$@"
