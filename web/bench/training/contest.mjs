// Fair timing: everyone in one page, turn by turn, so that a slower moment of the machine meets all of them; a figure is
// the median of its turns.

/** @param {number[]} values */
export const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN

/**
 * Throws unless the loss falls: nothing is timed before.
 * @param {import('./shapes.mjs').Trainer} train @param {string} name @param {number} epochs @param {number} batches
 */
export async function proveThatItLearns(train, name, epochs, batches) {
  const first = await train(batches)
  for (let epoch = 2; epoch < epochs; ++epoch) await train(batches)
  const last = await train(batches)
  if (!Number.isFinite(first) || !(last <= 0.8 * first))
    throw new Error(`${name} does not learn: loss ${first} at first, ${last} later`)
  return { first, last }
}

/**
 * One thing to time: `work(amount)` does `amount` units, in multiples of `unit`; `rates` gathers units a second.
 * @param {(amount: number) => unknown} work @param {number} milliseconds of a turn
 */
export async function contestant(work, milliseconds, unit = 1) {
  /** @param {number} amount */
  const time = async (amount) => {
    const begin = performance.now()
    const result = work(amount)
    if (result instanceof Promise) await result
    return performance.now() - begin
  }
  let amount = unit
  let taken = await time(amount)
  for (; taken < milliseconds / 2; taken = await time(amount)) amount *= 2
  amount = Math.max(1, Math.round((amount * milliseconds) / taken / unit)) * unit
  /** @type {number[]} */
  const rates = []
  return {
    rates,
    turn: async () => void rates.push((amount * 1000) / (await time(amount))),
  }
}

/** @typedef {Awaited<ReturnType<typeof contestant>>} Contestant */
