// The attributes of <activation-plot>, read with what is wrong about them.

import type { ActivationInfo, Engine, Parameters } from '../../engine/types.js'
import { defaultRange, type Range } from '../plot-frame.js'
import type { PlotWords } from './words.js'

export const mostFunctions = 4

/**
 * functions="elu elu:alpha=2 =x*tanh(a*x);a=2": a function at the parameters that stand behind it, else at its defaults;
 * behind an equals sign one of the author's own, without spaces (cpp/expression/README.md is the language).
 */
export interface PlotFunction {
  info: ActivationInfo
  parameters: Parameters
}

export interface PlotRequest {
  functions: PlotFunction[]
  range: Range
  value: boolean
  slope: boolean
  /** Sentences that name what is wrong, and what is valid. */
  problems: string[]
  /** Whether one of them is an unknown name. */
  unknown: boolean
}

const words = (text: string): string[] => text.split(/[\s,]+/).filter(Boolean)

/** Commas separate names, and belong to the text of an author's own. */
const functionWords = (text: string): readonly string[] => text.match(/=\S+|[^\s,]+/g) ?? []

/** The name or text, and the parameters behind it. Colons are also signs of the language; an assignment is none. */
function parts(word: string): [id: string, ...values: string[]] {
  const [, id = word, values = ''] = /^(.*?)((?::[a-z]\w*=[^:]*)*)$/i.exec(word) ?? []
  return [id, ...values.split(':').filter(Boolean)]
}

export function readRequest(
  attributes: { functions: string; range: string; show: string },
  engine: Pick<Engine, 'catalogue' | 'define'>,
  say: PlotWords,
): PlotRequest {
  const problems: string[] = []
  const catalogue = engine.catalogue()
  const asked = functionWords(attributes.functions)
  if (asked.length === 0) problems.push(say.noFunction)
  const known = new Map(catalogue.map((info) => [info.id, info]))
  const functions: PlotFunction[] = []
  let unknown = false
  for (const text of new Set(asked)) {
    const [id, ...values] = parts(text)
    const info = id.startsWith('=') ? own(engine, id, say, problems) : known.get(id)
    if (info === null) continue
    if (!info) {
      unknown = true
      const near = nearest(id, [...known.keys()])
      problems.push(near.length ? `${say.unknown(id)} ${say.meant(near)}` : say.unknown(id))
    } else if (!info.elementWise) problems.push(say.pooled(id))
    else functions.push({ info, parameters: readParameters(values, info, say, problems) })
  }
  if (functions.length > mostFunctions) problems.push(say.tooMany(mostFunctions))
  const range = readRange(attributes.range)
  if (!range) problems.push(say.badRange(attributes.range))
  const shown = words(attributes.show)
  const value = shown.includes('value')
  const slope = shown.includes('slope')
  if (!value && !slope) problems.push(say.badShow(attributes.show))
  return {
    functions: functions.slice(0, mostFunctions),
    range: range ?? { ...defaultRange },
    value: value || !slope,
    slope: slope || !value,
    problems,
    unknown,
  }
}

/** Null where the text is no function. */
function own(
  engine: Pick<Engine, 'define'>,
  id: string,
  say: PlotWords,
  problems: string[],
): ActivationInfo | null {
  try {
    return engine.define(id.slice(1))
  } catch (thrown) {
    problems.push(say.notRead(id.slice(1), thrown instanceof Error ? thrown.message : String(thrown)))
    return null
  }
}

/** Those that the function has, at values that it accepts. */
function readParameters(
  values: readonly string[],
  info: ActivationInfo,
  say: PlotWords,
  problems: string[],
): Parameters {
  const parameters: Record<string, number> = {}
  for (const text of values) {
    const [name, number = ''] = text.split('=')
    const parameter = info.parameters.find((known) => known.name === name)
    const value = number === '' ? NaN : Number(number)
    if (!parameter) {
      const known = info.parameters.map((one) => one.name)
      problems.push(say.noParameter(info.id, name, known))
    } else if (!(value >= parameter.min && value <= parameter.max))
      problems.push(say.badParameter(text, info.id, parameter.min, parameter.max))
    else parameters[name] = value
  }
  return parameters
}

function readRange(text: string): Range | null {
  const [low, high, ...rest] = words(text.replace(/−/g, '-')).map(Number)
  const valid = rest.length === 0 && Number.isFinite(low) && Number.isFinite(high) && high - low >= 0.01
  return valid && Math.abs(low) <= 1e4 && Math.abs(high) <= 1e4 ? { low, high } : null
}

/** Up to three names a few letters away. */
function nearest(id: string, known: string[]): string[] {
  const wanted = id.toLowerCase().replace(/[-\s]/g, '_')
  const most = Math.max(2, Math.floor(wanted.length / 3))
  return known
    .map((name) => ({ name, distance: name.includes(wanted) ? 1 : edits(wanted, name) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ name }) => name)
}

/** Levenshtein's distance. */
function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1))
    row = next
  }
  return row[b.length]
}
