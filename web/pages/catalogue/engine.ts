// The engine of the catalogue: the only place that decides which one it is.

import { wholeEngine } from '../../engine/starter.js'
import type { Engine } from '../../engine/types.js'

export const catalogueEngine = (): Promise<Engine> => wholeEngine()
