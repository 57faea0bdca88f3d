// Saving a lane's network as the engine's file, and going on from such a file.

import { readSaved, type Saved } from '../../engine/saved.js'
import type { LayerSpec } from '../../engine/types.js'
import { laneFileWords } from '../../i18n/lane-files.js'
import { handOver } from './hand-over.js'
import { functionName, isOwn } from './names.js'
import type { PanelsPage } from './panels.js'
import { stateOfSpec } from './state-of-spec.js'

const EXTENSION = '.aplaynet'

export async function saveLane({ session, board, strings }: PanelsPage, slot: number): Promise<void> {
  const words = laneFileWords(strings)
  const id = session?.lanes[slot]?.choice.id
  try {
    const file = await session?.save(slot)
    if (!file) return
    // A text of one's own has signs that no file's name may have.
    const stem = id === undefined || isOwn(id) ? 'own' : id
    const name = `${stem}-step-${readSaved(file)?.step}${EXTENSION}`
    handOver(name, file)
    board.say(words.saved(name))
  } catch (thrown) {
    board.keep(words.notSaved(messageOf(thrown)))
  }
}

/** The whole page takes the file's settings and step: lanes are compared at the same of both. */
export async function loadLane(page: PanelsPage, slot: number, chosen: File): Promise<void> {
  const { functions, board, strings } = page
  const words = laneFileWords(strings)
  try {
    const file = new Uint8Array(await chosen.arrayBuffer())
    const saved = await checked(page, file)
    const state = stateOfSpec(saved.spec, functions.catalogue)
    if (!state) throw new Error(words.notOurs)
    const { spec, step, learningRate, batchSize } = saved
    const changed = learningRate !== spec.optimizer.learning_rate || batchSize !== spec.batch_size
    const lanes =
      page.session?.lanes.map((lane, at) => (at === slot ? state.choice : (lane?.choice ?? null))) ?? []
    const changes = changed && step > 0 ? [{ step, learningRate, batchSize }] : []
    page.open({ lanes, settings: state.settings, changes, step }, { slot, file })
    const info = functions.catalogue.find(({ id }) => id === state.choice.id)
    const others = lanes.filter(Boolean).length > 1 && step > 0
    const said = [words.loaded(info ? functionName(info) : state.choice.id, strings.number(step))]
    if (others) said.push(words.others)
    if (changes.length > 0) said.push(words.changed)
    // Stays: every setting of the page may be another one now.
    board.keep(said.join(strings.code === 'en' ? ' ' : ''))
  } catch (thrown) {
    board.keep(words.refused(chosen.name, messageOf(thrown)))
  }
}

/** The engine looks through the file before the page follows it. */
async function checked({ functions, setup }: PanelsPage, file: Uint8Array): Promise<Saved> {
  const saved = readSaved(file)
  // Of a foreign file anything; the engine says what is wrong with it.
  const layers: readonly LayerSpec[] = Array.isArray(saved?.spec?.layers) ? saved.spec.layers : []
  await functions.complement(
    layers.flatMap((layer) => (layer?.type === 'activation' ? String(layer.id) : [])),
  )
  const data = saved?.spec.dataset?.name === 'digits' ? await setup.digits() : undefined
  functions.engine?.load(file, data).dispose()
  return saved as Saved
}

const messageOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown))
