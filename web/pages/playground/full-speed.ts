// Full speed: as many steps in a round as take about three frames, found by trying.

/** Milliseconds of a round. At two frames, four lanes on two cores leave the page less than its share. */
const ROUND = 50
const FEWEST = 1
const MOST = 20000

export class FullSpeed {
  private exact = 20

  get steps(): number {
    return Math.round(this.exact)
  }

  learn(milliseconds: number): void {
    const change = Math.min(1.5, Math.max(0.5, ROUND / milliseconds))
    this.exact = Math.min(MOST, Math.max(FEWEST, this.exact * change))
  }
}
