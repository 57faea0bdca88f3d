// Functions that a reader writes: their id is the text behind an equals sign (cpp/expression/README.md). Here they join
// what the page knows.

import type { ActivationInfo, Engine } from '../../engine/types.js'
import { adoptSheet } from './adopt-sheet.js'
import { isOwn } from './names.js'
import ownStyles from './own-functions.css?inline'
import { writeLane } from './state.js'

adoptSheet(ownStyles)

interface Known {
  /** The whole one: no other knows the language. */
  readonly engine: Engine | null
  catalogue: readonly ActivationInfo[]
  /** MathML, or what stands in its place, by id. */
  formulas: Readonly<Record<string, string>>
}

/** Why a text is no function, and of its signs the first that does not fit. */
export interface Mistake {
  message: string
  position: number
  reason: string
  details: readonly string[]
}

export const isMistake = (result: ActivationInfo | Mistake): result is Mistake => 'position' in result

/** The function that the text is, or why it is none. */
export function define(engine: Engine, text: string): ActivationInfo | Mistake {
  try {
    return engine.define(text)
  } catch (thrown) {
    // By its name: the class itself would be a file of its own in the first view.
    if (thrown instanceof Error && thrown.name === 'ExpressionError') return thrown as Error & Mistake
    throw thrown
  }
}

/** The functions among the ids that are texts, each once; what is no function is left out. */
const ownAmong = (engine: Engine, ids: readonly string[]): ActivationInfo[] =>
  [...new Set(ids)].filter(isOwn).flatMap((id) => {
    const info = define(engine, id.slice(1))
    // Asked for with other spaces it is the same function, under the id that was asked for.
    return isMistake(info) ? [] : { ...info, id }
  })

/**
 * What `read` makes of an address with these functions, or with those besides that it asked for as texts; and the
 * functions that are known then.
 */
export function readKnowing<Read extends { wrong: readonly { kind: string; asked: unknown }[] }>(
  engine: Engine,
  known: readonly ActivationInfo[],
  read: (catalogue: readonly ActivationInfo[]) => Read,
): { read: Read; catalogue: readonly ActivationInfo[] } {
  const first = read(known)
  const asked = first.wrong.flatMap(({ kind, asked }) =>
    /^(function|layer)$/.test(kind) ? String(asked) : [],
  )
  const own = ownAmong(engine, asked)
  if (own.length === 0) return { read: first, catalogue: known }
  const catalogue = [...known, ...own]
  return { read: read(catalogue), catalogue }
}

/** Makes the function known; its text leads to what is measured of it. */
export function learn(known: Known, info: ActivationInfo): void {
  if (known.catalogue.some(({ id }) => id === info.id)) return
  known.catalogue = [...known.catalogue, info]
  const address = `#catalogue&open=${writeLane({ id: info.id, parameters: {} })}`
  known.formulas = {
    ...known.formulas,
    [info.id]: `<a href="${escaped(address)}"><code>${escaped(info.name.en)}</code></a>`,
  }
}

/** One that was only looked at. */
export function forget(known: Known, id: string): void {
  known.catalogue = known.catalogue.filter((info) => info.id !== id)
}

export function learnAll(known: Known, ids: readonly string[]): void {
  if (known.engine) for (const info of ownAmong(known.engine, ids)) learn(known, info)
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
