// Loss over training, thinned as it grows. What is kept depends on the number of steps alone, never on how they were
// asked for, so that two browsers that arrive at one step hold the same history. Knows neither network nor page.

import type { LaneHistory } from './lane-types.js'

const POINTS = 1024
const SCORES = 512

export class LossHistory {
  /** Steps that one point stands for; doubles when the points are full. */
  stride = 1
  private count = 0
  private readonly mean = new Float32Array(POINTS)
  private readonly low = new Float32Array(POINTS)
  private readonly high = new Float32Array(POINTS)
  private readonly gradient = new Float32Array(POINTS)
  private sum = 0
  private smallest = Infinity
  private largest = -Infinity
  private pending = 0

  private scoreEvery: number
  private scores = 0
  private readonly trainLoss = new Float32Array(SCORES)
  private readonly testLoss = new Float32Array(SCORES)

  /** @param scoreStride steps between two scores over the whole data; `first`: the step at which it begins */
  constructor(
    scoreStride: number,
    private readonly first: number,
  ) {
    this.scoreEvery = scoreStride
  }

  /** Steps until the point being filled is complete. */
  get room(): number {
    return this.stride - this.pending
  }

  /** Whether the whole data is to be scored at this step. */
  wantsScore(step: number): boolean {
    return this.untilScore(step) === 0
  }

  /** Steps from here to the next score. */
  untilScore(step: number): number {
    return this.first + this.scores * this.scoreEvery - step
  }

  /** Batch losses of at most `room` steps, and the gradient norm at layer 1 after the last of them. */
  add(losses: Float32Array, gradient: number): void {
    for (const loss of losses) {
      this.sum += loss
      this.smallest = Math.min(this.smallest, loss)
      this.largest = Math.max(this.largest, loss)
    }
    this.pending += losses.length
    if (this.pending < this.stride) return
    this.mean[this.count] = this.sum / this.pending
    this.low[this.count] = this.smallest
    this.high[this.count] = this.largest
    this.gradient[this.count] = gradient
    this.count += 1
    this.sum = 0
    this.smallest = Infinity
    this.largest = -Infinity
    this.pending = 0
    if (this.count === POINTS) this.halve()
  }

  addScore(train: number, test: number): void {
    this.trainLoss[this.scores] = train
    this.testLoss[this.scores] = test
    this.scores += 1
    if (this.scores < SCORES) return
    for (let i = 0; i < SCORES / 2; i++) {
      this.trainLoss[i] = this.trainLoss[2 * i]
      this.testLoss[i] = this.testLoss[2 * i]
    }
    this.scores = SCORES / 2
    this.scoreEvery *= 2
  }

  /** A copy whose buffers may be given away. */
  snapshot(): LaneHistory {
    const n = this.count
    return {
      stride: this.stride,
      steps: Float64Array.from({ length: n }, (_, i) => this.first + i * this.stride),
      mean: this.mean.slice(0, n),
      low: this.low.slice(0, n),
      high: this.high.slice(0, n),
      gradient: this.gradient.slice(0, n),
      scoreSteps: Float64Array.from({ length: this.scores }, (_, i) => this.first + i * this.scoreEvery),
      trainLoss: this.trainLoss.slice(0, this.scores),
      testLoss: this.testLoss.slice(0, this.scores),
    }
  }

  private halve(): void {
    for (let i = 0; i < POINTS / 2; i++) {
      const a = 2 * i
      const b = a + 1
      this.mean[i] = (this.mean[a] + this.mean[b]) / 2
      this.low[i] = Math.min(this.low[a], this.low[b])
      this.high[i] = Math.max(this.high[a], this.high[b])
      this.gradient[i] = this.gradient[b]
    }
    this.count = POINTS / 2
    this.stride *= 2
  }
}
