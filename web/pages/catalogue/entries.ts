// The functions as the catalogue knows them: what the engine says of each, and what it measured when the page was built.

import { properties } from 'virtual:properties'
import type { ActivationInfo, Engine, Properties } from '../../engine/types.js'

export interface Entry {
  info: ActivationInfo
  /** At the defaults; null where there is no curve. */
  properties: Properties | null
}

export const entriesOf = (engine: Engine): Entry[] =>
  engine
    .catalogue()
    .map((info) => ({ info, properties: (properties[info.id] as Properties | undefined) ?? null }))
