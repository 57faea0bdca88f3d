// The f32x4 multiply-add peak of the machine at hand (cpp/tools/peak.cpp), in operations a second.
import { contestant } from '../contest.mjs'

/** @param {string} address of peak.wasm @param {number} milliseconds */
export async function peakContestants(address, milliseconds) {
  const { instance } = await WebAssembly.instantiateStreaming(fetch(address), {})
  return Promise.all(
    [8, 10, 12, 14, 16].map((chains) => {
      const run = /** @type {(rounds: number) => number} */ (instance.exports[`peak${chains}`])
      if (Math.abs(run(10_000) / chains - 4) > 1e-3) throw new Error(`peak${chains} computes something else`)
      return contestant((operations) => run(Math.round(operations / (8 * chains))), milliseconds, 1e6)
    }),
  )
}
