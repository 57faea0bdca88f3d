// Whether a lane learns, from its numbers alone: never from its name.

import type { LaneData, LaneSnapshot } from '../../engine/lane-types.js'
import type { NetworkSpec } from '../../engine/types.js'

export type Verdict = 'flat' | 'worse' | 'early' | 'learning' | 'stalled' | 'learned' | 'diverged'

const STARTING = 200
/** A loss above this share of guessing's is guessing. */
const GUESSING = 0.95
/** A loss above this share of guessing's is worse than guessing. */
const WORSE = 1.1
/** An accuracy this far above guessing's is no guessing. */
const BETTER = 0.15
const LEARNED_ACCURACY = 0.985
/** Regression: share of the variance that may be left. */
const LEARNED_VARIANCE = 0.02
/** Scores looked back on, and by how much the loss must have fallen since. */
const LOOK_BACK = 6
const FALLING = 0.997

/** Loss of a network that answers the same to everything, with the best such answer. */
export function guessingLoss(loss: NetworkSpec['loss'], data: LaneData | null): number {
  if (loss === 'binary_cross_entropy') return Math.LN2
  if (loss === 'softmax_cross_entropy') return Math.log(10)
  const y = data?.y?.subarray(0, data.trainRows)
  if (!y || y.length === 0) return NaN
  const mean = y.reduce((sum, v) => sum + v, 0) / y.length
  return y.reduce((sum, v) => sum + (v - mean) ** 2, 0) / y.length
}

export function verdictOf(snapshot: LaneSnapshot, guessing: number): Verdict {
  if (snapshot.divergedAt !== null) return 'diverged'
  const { loss, accuracy } = snapshot.train
  const learned = accuracy === null ? loss < LEARNED_VARIANCE * guessing : accuracy >= LEARNED_ACCURACY
  if (learned) return 'learned'
  if (snapshot.step < STARTING) return 'early'
  const better = accuracy !== null && accuracy > Math.exp(-guessing) + BETTER
  if (!better && !(loss < GUESSING * guessing)) return loss > WORSE * guessing ? 'worse' : 'flat'
  const scores = snapshot.history.trainLoss
  const before = scores[Math.max(0, scores.length - 1 - LOOK_BACK)]
  return loss < FALLING * before ? 'learning' : 'stalled'
}
