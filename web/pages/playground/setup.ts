// What the networks are set up with: a whole state from an address, or one value from a control. Digits are waited
// for here, so that the session goes on with what it has until they are here, and where they do not come.

import type { Strings } from '../../i18n/index.js'
import { further, valueLabel, type Key, type Settings } from './controls.js'
import type { KnownFunctions } from './known-functions.js'
import type { NoticeBoard } from './notice-board.js'
import type { Session } from './session.js'
import { readAddress, type Correction, type PageState } from './state.js'

export const loadDigits = async () => (await import('./digits.js')).loadDigits()

interface SetUpPage {
  readonly session: Session | null
  readonly functions: KnownFunctions
  readonly strings: Strings
  readonly board: NoticeBoard
  readonly isConnected: boolean
  open(state: PageState): void
}

export class Setup {
  readonly digits = loadDigits
  /** Chosen, but not here yet. */
  awaited: Partial<Settings> | null = null
  /** Counts what was asked for: data that arrive late belong to something older. */
  private asked = 0

  constructor(private readonly page: SetUpPage) {}

  async openAddress(hash: string): Promise<void> {
    const { page } = this
    const asked = ++this.asked
    const { state, corrections, failure } = await this.read(hash)
    if (asked !== this.asked || !page.isConnected) return
    const arrived = await this.arrive(state.settings.data === 'digits')
    if (arrived === null) return
    page.board.reset(corrections)
    if (failure !== undefined) page.board.keep(failure)
    if (!arrived) {
      const kept = page.session?.settings ?? readAddress('', page.functions.catalogue).state.settings
      Object.assign(state.settings, { data: kept.data, points: kept.points, noise: kept.noise })
      this.sayFailed(state.settings)
    }
    page.open(state)
  }

  /** What is not known yet is looked for in the whole table of controls and the whole catalogue. */
  private async read(hash: string): Promise<ReturnType<typeof readAddress> & { failure?: string }> {
    const { functions, strings } = this.page
    const first = readAddress(hash, functions.catalogue)
    const wrong = (...kinds: Correction['kind'][]) =>
      first.corrections.some(({ kind }) => kinds.includes(kind))
    const controls = !further && wrong('key', 'choice')
    const asked = first.corrections.flatMap((one) =>
      one.kind === 'function' || one.kind === 'layer' ? one.asked : [],
    )
    if (!controls && !asked[0]) return first
    try {
      await Promise.all([
        controls && import('./further-controls.js'),
        asked[0] && functions.complement(asked),
      ])
    } catch (thrown) {
      const message = thrown instanceof Error ? thrown.message : String(thrown)
      return { ...first, failure: strings.functionsFailed(message) }
    }
    return readAddress(hash, functions.catalogue)
  }

  readonly set = async (key: Key, value: number | string): Promise<void> => {
    const { session, strings, board } = this.page
    if (!session) return
    const arrived = await this.arrive(key === 'data' && value === 'digits')
    if (arrived === null) return
    if (!arrived) return this.sayFailed(session.settings)
    if (session.set(key, value)) board.say(strings.notices.rewound(further?.label(key, strings) ?? key))
  }

  newSeed(): void {
    const { session } = this.page
    if (session) void this.set('seed', (session.settings.seed + 1) % 1_000_000)
  }

  /** Whether what is needed is here; null where something else was asked for meanwhile. */
  private async arrive(digits: boolean): Promise<boolean | null> {
    const asked = ++this.asked
    const { board, strings } = this.page
    this.awaited = digits ? { data: 'digits' } : null
    if (!digits) return true
    board.say(strings.loading.digits)
    const arrived = await loadDigits().then(
      () => true,
      () => false,
    )
    if (asked !== this.asked || !this.page.isConnected) return null
    this.awaited = null
    board.change({ message: '' })
    return arrived
  }

  /** With the data that are used instead. */
  private sayFailed({ data }: Settings): void {
    const { board, strings } = this.page
    board.keep(strings.digitsFailed(valueLabel('data', data, strings)))
  }
}
