// The worker of one lane: one network, told what to do over Comlink. A long way is walked in pieces, and a newer
// configuration ends it; the answer to an older one is null.

import { expose, transfer } from 'comlink'
import { LaneNetwork } from './lane-network.js'
import type { LaneChange, LaneConfiguration, LaneData, LaneSnapshot, SnapshotRequest } from './lane-types.js'
import { wholeEngine, withEngine } from './starter.js'
import type { Engine, NetworkSpec } from './types.js'

/** Multiply-adds between two looks at the message queue: some tens of milliseconds. */
const PIECE = 5e7

export type LaneReply<T> =
  { ok: T } | { error: { name: string; message: string; code?: string; stack?: string } }

export class LaneWorker {
  private lane: LaneNetwork | null = null
  private generation = -1
  private piece = 1

  /** Builds the network and answers with the picture before training. */
  async configure(
    generation: number,
    configuration: LaneConfiguration,
    request: SnapshotRequest,
  ): Promise<LaneReply<LaneSnapshot | null>> {
    this.generation = generation
    return answer(async () => {
      const make = (engine: Engine) => {
        if (generation !== this.generation) return null
        this.lane?.dispose()
        this.lane = null
        this.lane = new LaneNetwork(engine, configuration)
        this.piece = stepsPerPiece(configuration.spec)
        return give(this.lane.snapshot(generation, request))
      }
      return configuration.file ? make(await wholeEngine()) : withEngine(make)
    })
  }

  /** The points that the lane trains on. */
  data(): LaneData | null {
    return this.lane?.data ?? null
  }

  /** Trains to `step` in pieces; `progress` hears of each. */
  async advanceTo(
    generation: number,
    step: number,
    changes: readonly LaneChange[],
    request: SnapshotRequest,
    progress?: (step: number) => void,
  ): Promise<LaneReply<LaneSnapshot | null>> {
    return answer(async () => {
      const lane = this.lane
      if (!lane || generation !== this.generation) return null
      lane.setChanges(changes)
      if (lane.divergedAt === null && !(await this.walk(lane, step, progress))) return null
      if (lane.broken && !(await this.holdLastFinite(lane, progress))) return null
      return give(lane.snapshot(generation, request))
    })
  }

  /** The same step, seen differently. */
  async look(generation: number, request: SnapshotRequest): Promise<LaneReply<LaneSnapshot | null>> {
    return answer(() =>
      this.lane && generation === this.generation ? give(this.lane.snapshot(generation, request)) : null,
    )
  }

  /** The network as the engine's file. */
  async save(generation: number): Promise<LaneReply<Uint8Array | null>> {
    return answer(async () => {
      const whole = await wholeEngine()
      const { lane } = this
      if (!lane || generation !== this.generation) return null
      // The starter writes no files: the whole engine comes to the same bits.
      if (lane.engine !== whole) {
        this.lane = lane.anew(whole)
        const { step } = lane
        lane.dispose()
        if (!(await this.walk(this.lane, step))) return null
      }
      const file = this.lane?.save()
      return file ? transfer(file, [file.buffer]) : null
    })
  }

  digest(): string {
    return this.lane?.digest() ?? ''
  }

  /** False where a newer configuration came. */
  private async walk(lane: LaneNetwork, step: number, progress?: (step: number) => void): Promise<boolean> {
    while (lane.step < step && !lane.broken) {
      lane.train(Math.min(this.piece, step - lane.step))
      if (lane.step >= step || lane.broken) return true
      progress?.(lane.step)
      await messages()
      if (lane !== this.lane) return false
    }
    return true
  }

  /** Retrains to the last step at which everything was finite: the same picture whatever the pieces were. */
  private async holdLastFinite(lane: LaneNetwork, progress?: (step: number) => void): Promise<boolean> {
    for (let back = 1; ; back *= 2) {
      const target = lane.restartBeforeDivergence(back)
      if (!(await this.walk(lane, target, progress))) return false
      if (target === lane.start || lane.finite) return true
    }
  }
}

function stepsPerPiece(spec: NetworkSpec): number {
  let weights = 0
  let width = spec.inputs
  for (const layer of spec.layers) {
    if (!('units' in layer)) continue
    weights += width * layer.units * (layer.type === 'maxout' ? (layer.pieces ?? 2) : 1)
    width = layer.units
  }
  return Math.max(1, Math.floor(PIECE / (3 * weights * spec.batch_size)))
}

/** Resolves after the messages that have arrived meanwhile. */
function messages(): Promise<void> {
  return new Promise((resolve) => {
    const channel = new MessageChannel()
    channel.port1.onmessage = () => {
      channel.port1.close()
      resolve()
    }
    channel.port2.postMessage(null)
  })
}

/** Errors lose their code on the way over Comlink: they travel as values. */
async function answer<T>(work: () => T | Promise<T>): Promise<LaneReply<T>> {
  try {
    return { ok: await work() }
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown))
    const code = (error as { code?: unknown }).code
    return {
      error: {
        name: error.name,
        message: error.message,
        ...(typeof code === 'string' && { code }),
        ...(error.stack !== undefined && { stack: error.stack }),
      },
    }
  }
}

function give(snapshot: LaneSnapshot): LaneSnapshot {
  const buffers = new Set<ArrayBufferLike>()
  const collect = (value: unknown): void => {
    if (ArrayBuffer.isView(value)) buffers.add(value.buffer)
    else if (value && typeof value === 'object') Object.values(value).forEach(collect)
  }
  collect(snapshot)
  return transfer(snapshot, [...buffers] as Transferable[])
}

expose(new LaneWorker())
