// A part of the page: a Lit element in the light DOM, so that one style sheet serves the page and its parts share
// focus, labels and the accessibility tree. Figures, which are embedded elsewhere, keep their shadow roots.

import { LitElement } from 'lit'

export abstract class LightElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this
  }
}
