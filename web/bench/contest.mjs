// Fair timing: everyone in one page, turn by turn, so that a slower moment of the machine meets all of them. Whoever
// reports says whether a figure is the median of its turns or the fastest.

/**
 * Throws unless the loss falls: nothing is timed before.
 * @param {import('./training/shapes.mjs').Trainer} train @param {string} name @param {number} epochs @param {number} batches
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
 * One thing to time: `work(amount)` does `amount` units, in multiples of `unit`; `rates` gathers units a second. How many
 * make a turn follows from several trials: one slow moment there would leave turns too short for the page's clock of 0.1 ms.
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
  for (let trial = 0; trial < 5; ++trial) {
    while ((await time(amount)) < milliseconds / 2) amount *= 2
  }
  /** @type {number[]} */
  const rates = []
  return {
    rates,
    turn: async () => void rates.push((amount * 1000) / (await time(amount))),
  }
}

/** @typedef {Awaited<ReturnType<typeof contestant>>} Contestant */
