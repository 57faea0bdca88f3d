// The functions that the page knows, with the engine that computes them and their formulas: those of the first view at
// once, the whole catalogue from the moment that something asks for more.

import { formulas as starterFormulas } from 'virtual:starter-formulas'
import { starterEngine, wholeEngine } from '../../engine/starter.js'
import type { ActivationInfo, Engine } from '../../engine/types.js'

export class KnownFunctions {
  engine: Engine | null = null
  catalogue: readonly ActivationInfo[] = []
  formulas: Readonly<Record<string, string>> = starterFormulas
  complete = false

  async start(): Promise<void> {
    this.take(await starterEngine())
  }

  /** Resolves when every function is known, those of a reader's own among the ids asked for too. */
  async complement(asked: readonly string[] = []): Promise<void> {
    const [engine, { formulas, styles }, { adoptSheet }, { learnAll }] = await Promise.all([
      wholeEngine(),
      import('virtual:formulas'),
      import('./adopt-sheet.js'),
      import('./own-functions.js'),
    ])
    if (!this.complete) {
      this.complete = true
      adoptSheet(styles)
      this.formulas = formulas
      this.take(engine)
    }
    learnAll(this, asked)
  }

  private take(engine: Engine): void {
    this.engine = engine
    this.catalogue = engine.catalogue()
  }
}
