// The training behind the page: lanes in lockstep, one worker each. No DOM but the frame that calls it.
// Every lane stands at the same step; a lane that comes later retrains alone up to it. Time decides how many steps
// a frame holds, never what a step does.

import type { LaneData } from '../../engine/lane-types.js'
import type { ActivationInfo, TrainingData } from '../../engine/types.js'
import { CONTROLS, LAST_STEP, further, type Key, type Settings } from './controls.js'
import { FullSpeed } from './full-speed.js'
import { ownFunctions } from './layer-function.js'
import { newEntry, trains, type LaneEntry, type LaneView } from './lane-view.js'
import { networkSpec, problemOf } from './network-spec.js'
import { FULL_WINDOW, snapshotRequest, type Window } from './snapshot-request.js'
import {
  assign,
  choiceOf,
  isChanging,
  settingsAt,
  withChange,
  type LaneChoice,
  type PageState,
} from './state.js'
import { guessingLoss } from './verdict.js'

/** A slider is followed once it rests for this long. */
const REST = 140

/** Equal for choices whose pictures can be drawn of each other. */
const functionsOf = ({ id, layers }: LaneChoice): string => JSON.stringify([id, layers])

export class Session {
  playing = false
  data: LaneData | null = null
  window: Window = FULL_WINDOW
  /** Steps done by all lanes that have joined. */
  step = 0
  onChange: () => void = () => undefined
  onFrame: () => void = () => undefined

  private readonly entries: (LaneEntry | null)[] = [null, null, null, null]
  private settingsNow: Settings
  private changes: PageState['changes'] = []
  /** The step that the round under way leads to. */
  private goal = 0
  private busy = false
  private close = false
  private revision = 0
  private readonly full = new FullSpeed()
  private rests = new Map<number, ReturnType<typeof setTimeout>>()

  constructor(
    private readonly functions: { readonly catalogue: readonly ActivationInfo[] },
    state: PageState,
    private readonly loadDigits: () => Promise<TrainingData>,
    /** When the page has drawn its curves: no worker starts before. */
    private readonly begin: Promise<unknown>,
  ) {
    this.settingsNow = state.settings
    this.open(state)
  }

  get lanes(): readonly (LaneView | null)[] {
    return this.entries
  }

  get settings(): Settings {
    return settingsAt({ settings: this.settingsNow, changes: this.changes, lanes: [], step: 0 }, this.goal)
  }

  get state(): PageState {
    return {
      lanes: this.entries.map((entry) => entry && entry.choice),
      settings: this.settingsNow,
      changes: this.changes,
      step: this.step,
    }
  }

  /** Every lane stands at the common step. */
  get ready(): boolean {
    return this.entries.every((entry) => !entry || entry.status === 'joined' || entry.status === 'failed')
  }

  /** Passes over the training data. */
  get epoch(): number {
    return (
      this.entries.find((entry) => entry?.snapshot && entry.snapshot.divergedAt === null)?.snapshot?.epoch ??
      0
    )
  }

  get guessing(): number {
    const { settingsNow: settings, data } = this
    return further?.guessing(settings, data) ?? guessingLoss(problemOf(settings.data).loss, data)
  }

  /** @param saved a network as the engine's file, which the lane of a slot goes on from */
  open(state: PageState, saved?: { slot: number; file: Uint8Array }): void {
    this.revision += 1
    this.playing = false
    this.settingsNow = { ...state.settings }
    this.changes = state.changes
    this.step = this.goal = state.step
    this.data = null
    this.entries.forEach((_, slot) =>
      this.put(slot, state.lanes[slot] ?? null, saved?.slot === slot ? saved.file : null),
    )
    this.onChange()
  }

  play(): void {
    if (this.step >= LAST_STEP || (this.ready && !this.entries.some(trains))) return
    this.playing = true
    this.onChange()
  }

  pause(): void {
    this.playing = false
    this.onChange()
    this.look()
  }

  /** Once per animation frame. Never waits. */
  frame(): void {
    if (!this.playing || this.busy || !this.ready) return
    if (this.step >= LAST_STEP || !this.entries.some(trains)) return this.pause()
    const { speed } = this.settingsNow
    void this.round(speed === 'full' ? this.full.steps : Number(speed))
  }

  stepOnce(): void {
    if (this.playing) this.pause()
    if (!this.busy && this.ready && this.step < LAST_STEP) void this.round(1)
  }

  /** The same first weights, bit for bit, with the learning rate and batch size that stand now. */
  rewind(learningRate?: number): void {
    this.settingsNow = { ...this.settings, ...(learningRate !== undefined && { lr: learningRate }) }
    this.restart()
  }

  /** Returns whether the lanes had to start again. */
  set(key: Key, value: number | string): boolean {
    if (this.settings[key] === value) return false
    if (isChanging(key) && this.goal > 0) {
      this.changes = withChange(this.changes, this.goal, key, Number(value))
      this.onChange()
      return false
    }
    const { effect } = CONTROLS[key]
    const trained = this.goal > 0
    this.settingsNow = effect === 'none' ? { ...this.settingsNow } : { ...this.settings }
    assign(this.settingsNow, key, value)
    if (effect === 'none') this.onChange()
    else this.restart()
    return effect === 'rewind' && trained
  }

  /** Puts a function into a slot, or takes it out. */
  put(slot: number, wanted: LaneChoice | null, file: Uint8Array | null = null): void {
    clearTimeout(this.rests.get(slot))
    const old = this.entries[slot]
    const { catalogue } = this.functions
    const info = wanted && catalogue.find((entry) => entry.id === wanted.id)
    if (!wanted || !info) {
      old?.lane.dispose()
      this.entries[slot] = null
    } else {
      // Beside a function of rows none has another: it makes the width of every layer.
      const choice = choiceOf(wanted.id, wanted.parameters, info.elementWise ? wanted.layers : {})
      const layers = ownFunctions(choice, catalogue)
      const chosen = { choice, info, layers, file }
      const entry = old ?? newEntry(slot, chosen)
      if (functionsOf(entry.choice) !== functionsOf(choice)) entry.snapshot = null
      this.entries[slot] = Object.assign(entry, chosen)
      void this.join(entry)
    }
    this.onChange()
  }

  /** Follows a slider: the curve at once, the training when the hand rests. */
  setParameter(slot: number, name: string, value: number | null): void {
    const entry = this.entries[slot]
    if (!entry) return
    const parameters = { ...entry.choice.parameters }
    const info = entry.info.parameters.find((parameter) => parameter.name === name)
    if (value === null || (value === info?.default && !info.noise)) delete parameters[name]
    else parameters[name] = value
    entry.choice = { ...entry.choice, parameters }
    clearTimeout(this.rests.get(slot))
    this.rests.set(
      slot,
      setTimeout(() => this.put(slot, entry.choice), REST),
    )
    this.onChange()
  }

  /** Other x: the histograms are counted anew. */
  setWindow(window: Window): void {
    this.window = window
    this.onChange()
    if (!this.playing) this.look()
  }

  /** A lane's network as the engine's file. */
  async save(slot: number): Promise<Uint8Array | null> {
    return (await this.entries[slot]?.lane.save()) ?? null
  }

  /** Whether a layer is looked at closely: then its weight gradients are measured too. */
  setClose(close: boolean): void {
    if (close === this.close) return
    this.close = close
    if (close && !this.playing) this.look()
  }

  async digest(): Promise<string> {
    const digests = await Promise.all(
      this.entries.map(async (entry) => (entry ? await entry.lane.digest() : '-')),
    )
    return digests.join(' ')
  }

  dispose(): void {
    for (const entry of this.entries) entry?.lane.dispose()
  }

  private restart(): void {
    this.revision += 1
    this.changes = []
    this.step = this.goal = 0
    this.data = null
    for (const entry of this.entries) {
      if (!entry) continue
      entry.file = null
      void this.join(entry)
    }
    this.onChange()
  }

  /** From the first weights to the common step, alone. */
  private async join(entry: LaneEntry): Promise<void> {
    entry.status = 'building'
    entry.error = null
    entry.progress = 0
    const newer = entry.lane.generation + 1
    const current = () => entry.lane.generation === newer && this.entries[entry.slot] === entry
    const settings = this.settingsNow
    try {
      const data = settings.data === 'digits' ? this.loadDigits() : undefined
      const spec = networkSpec(entry.choice, this.functions.catalogue, settings)
      const plan = { spec, ...(entry.file && { file: entry.file }) }
      // The number is taken before the wait, so that a later configuration is always the newer one.
      let snapshot = await entry.lane.configure(
        Promise.all([data, this.begin]).then(([data]) => (data ? { ...plan, data } : plan)),
        this.request(),
      )
      if (!snapshot || !current()) return
      if (!this.data) await this.readData(entry, current)
      if (!current()) return
      if (this.goal === 0) entry.snapshot = snapshot
      while (snapshot.step < this.goal && snapshot.divergedAt === null) {
        entry.status = 'catching-up'
        this.onChange()
        snapshot = await entry.lane.advanceTo(this.goal, this.changes, this.request(), (step) => {
          if (!current()) return
          entry.progress = step
          this.onChange()
        })
        if (!snapshot || !current()) return
      }
      entry.snapshot = snapshot
      entry.status = 'joined'
    } catch (thrown) {
      if (!current()) return
      this.fail(entry, thrown)
    }
    this.onFrame()
    this.onChange()
  }

  private async readData(entry: LaneEntry, current: () => boolean): Promise<void> {
    const revision = this.revision
    const data = await entry.lane.data()
    if (current() && revision === this.revision) this.data ??= data
  }

  private async round(steps: number): Promise<void> {
    const { revision } = this
    const started = performance.now()
    this.busy = true
    this.goal = Math.min(LAST_STEP, this.step + steps)
    const request = this.request()
    await Promise.all(
      this.entries.filter(trains).map(async (entry) => {
        try {
          const snapshot = await entry.lane.advanceTo(this.goal, this.changes, request)
          if (snapshot && revision === this.revision) entry.snapshot = snapshot
        } catch (thrown) {
          this.fail(entry, thrown)
        }
      }),
    )
    this.busy = false
    if (revision !== this.revision) return
    this.step = this.goal
    if (this.settingsNow.speed === 'full') this.full.learn(performance.now() - started)
    this.onFrame()
  }

  /** The picture of the present step again, finer or of another range. */
  private look(): void {
    const request = this.request()
    for (const entry of this.entries) {
      if (entry?.status !== 'joined') continue
      entry.lane.look(request).then(
        (snapshot) => {
          if (!snapshot || snapshot.step < (entry.snapshot?.step ?? 0)) return
          entry.snapshot = snapshot
          this.onFrame()
        },
        (thrown: unknown) => this.fail(entry, thrown),
      )
    }
  }

  private fail(entry: LaneEntry, thrown: unknown): void {
    entry.status = 'failed'
    entry.error = thrown instanceof Error ? thrown.message : String(thrown)
    this.onChange()
  }

  private request() {
    return snapshotRequest(this.window, this.settingsNow, this.playing, this.close)
  }
}
