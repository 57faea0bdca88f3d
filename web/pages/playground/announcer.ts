// Verdicts that changed, for those who do not see them: said rarely, and only what is new.

import type { Strings } from '../../i18n/index.js'
import type { LaneView } from './lane-view.js'
import { functionName } from './names.js'
import { verdictOf, type Verdict } from './verdict.js'

const PAUSE = 3000

export class Announcer {
  /** What a screen reader is to read. */
  said = ''
  private saidAt = 0
  private verdicts = new Map<number, Verdict>()

  reset(): void {
    this.verdicts.clear()
  }

  /** Whether there is something new to say. */
  hear(lanes: readonly LaneView[], guessing: number, strings: Strings): boolean {
    if (performance.now() - this.saidAt < PAUSE) return false
    const news: string[] = []
    for (const { slot, snapshot, info } of lanes) {
      if (!snapshot) continue
      const verdict = verdictOf(snapshot, guessing)
      const before = this.verdicts.get(slot) ?? 'early'
      this.verdicts.set(slot, verdict)
      if (strings.verdict[before] !== strings.verdict[verdict])
        news.push(strings.verdictSaid(functionName(info), strings.verdict[verdict]))
    }
    if (news.length === 0) return false
    this.said = news.join(' ')
    this.saidAt = performance.now()
    return true
  }
}
