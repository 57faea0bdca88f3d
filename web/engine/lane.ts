// The page's end of a lane's worker: configure, advance, look. Replies to an older configuration are null.

import { proxy, releaseProxy, wrap, type Remote } from 'comlink'
import type { LaneChange, LaneConfiguration, LaneData, LaneSnapshot, SnapshotRequest } from './lane-types.js'
import type { LaneReply, LaneWorker } from './lane-worker.js'

export class Lane {
  /** Counts configurations; every reply says to which it belongs. */
  generation = 0
  private started: { worker: Worker; remote: Remote<LaneWorker> } | null = null
  /** Ends the questions that wait when the worker dies or is dismissed. */
  private readonly waiting = new Set<(reason: Error | null) => void>()

  /** The worker starts at the first question: until then it takes no time from the page's first picture. */
  private get remote(): Remote<LaneWorker> {
    if (!this.started) {
      const worker = new Worker(new URL('./lane-worker.ts', import.meta.url), { type: 'module' })
      worker.onerror = (event) => this.end(new Error(event.message || 'The worker could not be started.'))
      this.started = { worker, remote: wrap<LaneWorker>(worker) }
    }
    return this.started.remote
  }

  /** From now on, answers to older configurations are null, also while this one waits for its data. */
  async configure(
    configuration: LaneConfiguration | Promise<LaneConfiguration>,
    request: SnapshotRequest,
  ): Promise<LaneSnapshot | null> {
    const generation = ++this.generation
    const ready = await configuration
    if (generation !== this.generation) return null
    return this.ask(this.remote.configure(generation, ready, request))
  }

  /** Trains to `step`, or to where the network stops being finite. */
  advanceTo(
    step: number,
    changes: readonly LaneChange[],
    request: SnapshotRequest,
    progress?: (step: number) => void,
  ): Promise<LaneSnapshot | null> {
    return this.ask(
      this.remote.advanceTo(this.generation, step, changes, request, progress && proxy(progress)),
    )
  }

  look(request: SnapshotRequest): Promise<LaneSnapshot | null> {
    return this.ask(this.remote.look(this.generation, request))
  }

  /** The network as the engine's file. */
  save(): Promise<Uint8Array | null> {
    return this.ask(this.remote.save(this.generation))
  }

  data(): Promise<LaneData | null> {
    return this.orEnd(this.remote.data())
  }

  digest(): Promise<string | null> {
    return this.orEnd(this.remote.digest())
  }

  dispose(): void {
    this.generation += 1
    this.started?.remote[releaseProxy]()
    this.started?.worker.terminate()
    this.end(null)
  }

  private async ask<T>(reply: Promise<LaneReply<T | null>>): Promise<T | null> {
    const generation = this.generation
    const answer = await this.orEnd(reply)
    if (answer === null || generation !== this.generation) return null
    if ('error' in answer) throw Object.assign(new Error(answer.error.message), answer.error)
    return answer.ok
  }

  private orEnd<T>(question: Promise<T>): Promise<T | null> {
    return new Promise((resolve, reject) => {
      const end = (reason: Error | null) => (reason ? reject(reason) : resolve(null))
      this.waiting.add(end)
      question.then(resolve, reject).finally(() => this.waiting.delete(end))
    })
  }

  private end(reason: Error | null): void {
    for (const end of this.waiting) end(reason)
    this.waiting.clear()
  }
}
