// From what is swept to the grid that the workers train: each function at each value is a case, with the very spec that a
// lane of the playground would have.

import type { ActivationInfo, NetworkSpec } from '../../engine/types.js'
import type { Case, GridRequest } from '../../sweep/grid.js'
import type { Settings } from '../playground/controls.js'
import { networkSpec } from '../playground/network-spec.js'
import { assign, writeAddress, writeLane, type LaneChoice } from '../playground/state.js'
import type { Value } from './across.js'
import type { SweepState } from './state.js'

const SEEDS = 1_000_000

/** Pictures that come with the page, in place of data that the engine makes. */
export const usesDigits = ({ settings, across }: SweepState): boolean =>
  settings.data === 'digits' && across !== 'data'

export const seedsOf = ({ settings, seeds }: SweepState): number[] =>
  Array.from({ length: seeds }, (_, k) => (settings.seed + k) % SEEDS)

export function settingsWith({ settings, across }: SweepState, value: Value): Settings {
  const changed = { ...settings }
  assign(changed, across, value)
  return changed
}

/** Row r of a sweep belongs to cell ⌊r / seeds⌋; cells go function by function, value by value. */
export function gridOf(state: SweepState, catalogue: readonly ActivationInfo[]): GridRequest {
  const cells = state.functions.flatMap((choice) =>
    state.values.map((value) => ({
      choice,
      value,
      spec: networkSpec(choice, catalogue, settingsWith(state, value)),
    })),
  )
  const base = shared(cells.map(({ spec }) => spec))
  const cases = cells.map(({ choice, value, spec }): Case => ({
    axes: { function: writeLane(choice), [state.across]: value },
    set: Object.fromEntries(Object.entries(spec).filter(([field]) => !(field in base))),
  }))
  return { base: base as unknown as NetworkSpec, cases, seeds: seedsOf(state), steps: state.steps }
}

/** The fields that all have, and have alike. */
function shared(specs: readonly NetworkSpec[]): Record<string, unknown> {
  const text = (spec: NetworkSpec, field: string) => JSON.stringify(spec[field as keyof NetworkSpec])
  return Object.fromEntries(
    Object.entries(specs[0]).filter(([field]) =>
      specs.every((spec) => text(spec, field) === text(specs[0], field)),
    ),
  )
}

/** The playground with the network of one row as its lane, at the row's last step. */
export function addressOf(
  state: SweepState,
  choice: LaneChoice,
  value: Value,
  seed: number,
  page: Readonly<Record<string, string>>,
): string {
  const settings = { ...settingsWith(state, value), seed }
  return writeAddress({ lanes: [choice], settings, changes: [], step: state.steps }, page)
}
