// One engine for everything on a page's thread: curves, readouts and menus.

import { loadEngine } from './index.js'
import type { Engine } from './types.js'

let engine: Promise<Engine> | undefined

export function sharedEngine(): Promise<Engine> {
  engine ??= loadEngine()
  return engine
}
