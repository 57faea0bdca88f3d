// The functions as the catalogue knows them: what the engine says of each, and what it measures of those that have a
// curve, a slice at a time, so that the cards stand before and the page never waits.

import { measured } from '../../elements/measured.js'
import type { ActivationInfo, Engine, Properties } from '../../engine/types.js'

export interface Entry {
  info: ActivationInfo
  /** At the defaults; null until measured, and for good where there is no curve. */
  properties: Properties | null
}

/** Milliseconds between two tellings. */
const TELLING = 120

export const newEntries = (engine: Engine): Entry[] =>
  engine.catalogue().map((info) => ({ info, properties: null }))

/** One function a task: some milliseconds, in which nothing else can be heard. */
export async function measureAll(
  engine: Engine,
  entries: readonly Entry[],
  tell: () => void,
  signal: AbortSignal,
): Promise<void> {
  let told = performance.now()
  for (const entry of entries) {
    if (!entry.info.elementWise || entry.properties) continue
    await nextTask()
    if (signal.aborted) return
    entry.properties = measured(engine, entry.info.id, {})
    if (performance.now() - told < TELLING) continue
    told = performance.now()
    tell()
  }
  tell()
}

export const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))
