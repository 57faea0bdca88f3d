// What functions can be filtered by, once: keys and options of the address, of the rail and of the chips. Every facet
// reads what the engine says or measures; no function is known by its id.

import type { Framework, Kind, Properties } from '../../engine/types.js'
import type { Entry } from './entries.js'

export const FRAMEWORKS: readonly Framework[] = ['pytorch', 'keras', 'jax', 'tensorflow', 'onnx']
export const FRAMEWORK_NAMES: Readonly<Record<Framework, string>> = {
  pytorch: 'PyTorch',
  keras: 'Keras',
  jax: 'JAX',
  tensorflow: 'TensorFlow',
  onnx: 'ONNX',
}

const KINDS: readonly Kind[] = [
  'elementwise',
  'parametric-learned',
  'gated',
  'row-wise',
  'stochastic',
  'pooled',
]

/** |E f(Z)| below this counts as zero-centred. */
export const CENTRED = 0.005

const SHAPES = {
  monotone: (p) => p.monotonic !== 'none',
  bounded: (p) => p.bounded,
  odd: (p) => p.symmetry === 'odd',
  even: (p) => p.symmetry === 'even',
  zero: (p) => p.zeroAtOrigin,
  centred: (p) => Math.abs(p.gaussianMoments.mean) < CENTRED,
} satisfies Record<string, (properties: Properties) => boolean>

export type FacetKey = 'kind' | 'left' | 'right' | 'smooth' | 'shape' | 'in' | 'survey'

interface Facet {
  options: readonly string[]
  /** A function must have every chosen option; else one of them. */
  every: boolean
  has: (entry: Entry, option: string) => boolean
}

const SATURATIONS = ['soft', 'hard', 'none']

export const FACETS: Readonly<Record<FacetKey, Facet>> = {
  kind: { options: KINDS, every: false, has: ({ info }, option) => info.kind === option },
  left: {
    options: SATURATIONS,
    every: false,
    has: ({ properties }, option) => properties?.leftSaturation === option,
  },
  right: {
    options: SATURATIONS,
    every: false,
    has: ({ properties }, option) => properties?.rightSaturation === option,
  },
  smooth: {
    options: ['C-inf', 'C2', 'C1', 'C0', 'discontinuous'],
    every: false,
    has: ({ properties }, option) => properties?.continuity === option,
  },
  shape: {
    options: Object.keys(SHAPES),
    every: true,
    has: ({ properties }, option) => properties !== null && SHAPES[option as keyof typeof SHAPES](properties),
  },
  in: {
    options: FRAMEWORKS,
    every: true,
    has: ({ info }, option) => info.frameworks[option as Framework] !== undefined,
  },
  survey: {
    options: ['named', 'other'],
    every: false,
    has: ({ info }, option) => info.inSurvey === (option === 'named'),
  },
}

export const FACET_KEYS = Object.keys(FACETS) as FacetKey[]

export type Filters = Readonly<Record<FacetKey, readonly string[]>>

export const NO_FILTERS: Filters = {
  kind: [],
  left: [],
  right: [],
  smooth: [],
  shape: [],
  in: [],
  survey: [],
}

function passes(entry: Entry, key: FacetKey, chosen: readonly string[]): boolean {
  const { every, has } = FACETS[key]
  if (chosen.length === 0) return true
  return every ? chosen.every((option) => has(entry, option)) : chosen.some((option) => has(entry, option))
}

export const filtered = (entries: readonly Entry[], filters: Filters): Entry[] =>
  entries.filter((entry) => FACET_KEYS.every((key) => passes(entry, key, filters[key])))

/** How many functions an option would leave, beside what is chosen in the other facets. */
export function countOf(entries: readonly Entry[], filters: Filters, key: FacetKey, option: string): number {
  const { every, has } = FACETS[key]
  const others = filtered(entries, every ? filters : { ...filters, [key]: [] })
  return others.filter((entry) => has(entry, option)).length
}

export function toggled(filters: Filters, key: FacetKey, option: string): Filters {
  const chosen = filters[key]
  const next = chosen.includes(option) ? chosen.filter((other) => other !== option) : [...chosen, option]
  // In the order of the table, so that one choice has one address.
  return { ...filters, [key]: FACETS[key].options.filter((other) => next.includes(other)) }
}
