"""A small documentation site, configured as its author would for the playground's elements and page.

Beside this file lie, copied by build-scripts/embed-tests.sh:
  _static/activation-playground/  elements.js and engine.wasm of build/package
  extra/play/                     build/site
"""

project = "Notes on activations"
author = "Activation Playground contributors"
html_theme = "alabaster"
html_favicon = "icon.svg"
html_static_path = ["_static"]
html_extra_path = ["extra"]
html_js_files = [("activation-playground/elements.js", {"type": "module"})]
# The search box carries an inline script, which the host's Content-Security-Policy blocks.
html_sidebars = {"**": ["about.html", "navigation.html"]}
