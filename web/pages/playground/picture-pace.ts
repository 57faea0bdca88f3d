// When new snapshots become pictures and when they become words: pictures a little slower than frames, words slower.
// Where motion is to be reduced, one picture every so many steps.

/** Milliseconds between two pictures while training runs, a little under two frames. */
const PICTURE = 30
const WORDS = 100
const STILL = 25

export class PicturePace {
  private readonly reduced = matchMedia('(prefers-reduced-motion: reduce)')
  private shownStill = -1
  private shownAt = 0
  private wordsTimer: ReturnType<typeof setTimeout> | undefined

  get reducedMotion(): boolean {
    return this.reduced.matches
  }

  /** The next picture is due at once. */
  reset(): void {
    this.shownStill = -1
  }

  /** Whether a picture of this step is due. */
  due(step: number, playing: boolean): boolean {
    const still = Math.floor(step / STILL)
    const now = performance.now()
    if (playing && (this.reducedMotion ? still === this.shownStill : now - this.shownAt < PICTURE))
      return false
    this.shownStill = still
    this.shownAt = now
    return true
  }

  /** Calls `say` soon; any number of calls until then are one. Still pictures are rare: their words come with them. */
  words(say: () => void): void {
    if (this.reducedMotion) return say()
    this.wordsTimer ??= setTimeout(() => {
      this.wordsTimer = undefined
      say()
    }, WORDS)
  }
}
