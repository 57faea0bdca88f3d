// One lane: a sentence from the function to what its network learned. The figures take every snapshot at once;
// the words follow at a reader's pace.

import { html, nothing, type TemplateResult } from 'lit'
import { property, query, state } from 'lit/decorators.js'
import { unsafeHTML } from 'lit/directives/unsafe-html.js'
import '../../elements/activation-boundary.js'
import type { ActivationBoundary } from '../../elements/activation-boundary.js'
import '../../elements/activation-flow.js'
import type { ActivationFlow } from '../../elements/activation-flow.js'
import '../../elements/activation-joint.js'
import type { ActivationJoint } from '../../elements/activation-joint.js'
import type { Range } from '../../elements/plot-frame.js'
import type { RowGeometry } from '../../elements/row-geometry.js'
import type { LaneSnapshot } from '../../engine/lane-types.js'
import type { ActivationInfo, Engine } from '../../engine/types.js'
import type { Strings } from '../../i18n/index.js'
import { flowWords } from './flow-words.js'
import { icons, marker, verdictGlyph } from './icons.js'
import type * as laneExtras from './lane-extras.js'
import type { Layout } from './layout.js'
import { LightElement } from './light-element.js'
import { functionName } from './names.js'
import { drawnParameters } from './network-spec.js'
import type { LaneView } from './lane-view.js'
import type { Session } from './session.js'
import { verdictOf } from './verdict.js'

type Extras = typeof laneExtras

export class PlaygroundLane extends LightElement {
  @property({ attribute: false }) lane!: LaneView
  @property({ attribute: false }) session!: Session
  @property({ attribute: false }) engine!: Engine
  @property({ attribute: false }) catalogue: readonly ActivationInfo[] = []
  /** MathML by id. */
  @property({ attribute: false }) formulas: Readonly<Record<string, string>> = {}
  @property({ attribute: false }) strings!: Strings
  @property({ attribute: false }) layout: Layout = 'wide'
  /** Four lanes: strips instead of bars. */
  @property({ attribute: false }) strips = false
  @property({ attribute: false }) first = false
  @property({ attribute: false }) last = false
  @property({ attribute: false }) range!: Readonly<Range>
  @property({ attribute: false }) selectedLayer: number | null = null
  @property({ attribute: false }) openMenu: (anchor: HTMLElement, slot: number) => void = () => undefined

  /** A function looked at in the menu, not yet taken. */
  @state() preview: string | null = null

  /** The lines that the flow shares with the histograms. */
  @state() private geometry: RowGeometry | null = null

  @query('activation-joint') private joint!: ActivationJoint | null
  @query('activation-flow') private flow!: ActivationFlow | null
  @query('activation-boundary') private boundary!: ActivationBoundary | null

  /** The figures alone: called once a frame. */
  show(snapshot: LaneSnapshot | null): void {
    if (this.preview) return
    if (this.joint) this.joint.snapshot = snapshot
    if (this.flow) this.flow.snapshot = snapshot
    if (this.boundary) this.boundary.snapshot = snapshot
  }

  hover(x: number | null): void {
    if (this.joint) this.joint.hoverX = x
  }

  select(layer: number | null): void {
    this.selectedLayer = layer
  }

  private get shown(): ActivationInfo {
    return this.catalogue.find((info) => info.id === this.preview) ?? this.lane.info
  }

  private get activation() {
    const info = this.shown
    const choice = this.preview ? { id: info.id, parameters: {} } : this.lane.choice
    // A stochastic parameter that the reader fixed is no longer drawn as a band.
    const parameters = info.parameters.map((parameter) =>
      parameter.name in choice.parameters ? { ...parameter, noise: undefined } : parameter,
    )
    return {
      id: info.id,
      parameters: drawnParameters(choice, info),
      kind: info.kind,
      info: { ...info, parameters },
      units: this.session.settings.width,
      layers: this.mixed ? this.extras?.layerActivations(this.lane.layers) : undefined,
    }
  }

  /** Whether layers that there are have functions of their own. */
  private get mixed(): boolean {
    const { depth } = this.session.settings
    return !this.preview && Object.keys(this.lane.layers).some((layer) => Number(layer) < depth)
  }

  private remembered: { key: string; value: ReturnType<() => PlaygroundLane['activation']> } | null = null

  /** The same object while nothing changed: figures draw anew when they are given another one. */
  private get steadyActivation() {
    const { width } = this.session.settings
    const { parameters, layers } = this.lane.choice
    const key = JSON.stringify([
      this.shown.id,
      this.preview ? {} : [parameters, layers, this.mixed && !!this.extras],
      width,
    ])
    if (this.remembered?.key !== key) this.remembered = { key, value: this.activation }
    return this.remembered.value
  }

  protected override updated(): void {
    const box = this.querySelector<HTMLElement>('.formula')
    const key = `${this.shown.id} ${this.layout} ${this.strips}`
    if (!box || box.dataset['fits'] === key) return
    box.dataset['fits'] = key
    // Half a formula would be another one: smaller, or none.
    for (const size of ['', 'small', 'none']) {
      box.dataset['size'] = size
      if (box.scrollWidth <= box.clientWidth) break
    }
  }

  override focus(): void {
    this.querySelector<HTMLElement>('.name')?.focus()
  }

  protected override render(): TemplateResult {
    const { lane, strings, strips, first, last } = this
    const snapshot = this.preview ? null : lane.snapshot
    const name = functionName(this.shown)
    const activation = this.steadyActivation
    const bare = strips && !first
    const phone = this.layout === 'phone'
    return html`<section class="lane" aria-label=${strings.lane.label(name)}>
      ${this.who(name)}
      <div class="joint">
        <activation-joint
          .engine=${this.engine}
          .activation=${activation}
          .lane=${lane.slot}
          .snapshot=${snapshot}
          .range=${this.range}
          .layers=${this.session.settings.depth}
          .selectedLayer=${this.selectedLayer}
          .strips=${strips}
          .ticks=${!strips || last}
          .captions=${this.captions(bare)}
          .label=${`${name}. ${strings.columns.function}`}
          @row-geometry=${this.aligned}
        ></activation-joint>
      </div>
      <div class="flow">
        ${this.flowText(snapshot)}
        <activation-flow
          ?hidden=${snapshot !== null && snapshot.divergedAt !== null}
          .snapshot=${snapshot}
          .lane=${lane.slot}
          .selectedLayer=${this.selectedLayer}
          .geometry=${phone ? null : this.geometry}
          .headings=${bare ? null : strings.figures.flow}
          .ticks=${!strips || last}
          .brief=${this.layout === 'middle'}
          .narrow=${phone}
          .label=${`${name}. ${strings.columns.flow}`}
        ></activation-flow>
      </div>
      <div class="learned">
        <activation-boundary
          .snapshot=${snapshot}
          .data=${this.session.data}
          .lane=${lane.slot}
          .captions=${strings.figures.boundary}
          .label=${`${name}. ${strings.columns.learned}`}
        ></activation-boundary>
        ${snapshot ? this.scores(snapshot) : nothing}
      </div>
    </section>`
  }

  private captions(bare: boolean): Strings['figures']['joint'] {
    const { shown, strings } = this
    const captions = strings.figures[bare ? 'jointBare' : 'joint']
    return shown.elementWise ? captions : (this.extras?.rowCaptions(shown, captions, strings) ?? captions)
  }

  private aligned = (event: CustomEvent<RowGeometry>): void => {
    this.geometry = event.detail
  }

  private who(name: string): TemplateResult {
    const { lane, strings } = this
    const formula = this.formulas[this.shown.id]
    return html`<div class="who">
      <div class="name-row">
        <button
          class="name ${/\S{9}/.test(name) ? 'long' : ''}"
          aria-haspopup="dialog"
          aria-label=${strings.lane.choose(name)}
          @click=${(event: Event) => this.openMenu(event.currentTarget as HTMLElement, lane.slot)}
        >
          ${marker(lane.slot)}${name}${icons.chevron}
        </button>
        <button class="remove" aria-label=${strings.lane.remove(name)} @click=${this.askRemoval}>
          ${icons.close}
        </button>
      </div>
      ${formula ? html`<div class="formula" lang="en">${unsafeHTML(formula)}</div>` : nothing}
      ${this.preview ? nothing : this.parameters()} ${this.verdict()}
    </div>`
  }

  private static extras: Extras | null = null

  /** Most lanes have no parameters and stay finite: null until a lane needs what the others do without. */
  private get extras(): Extras | null {
    if (!PlaygroundLane.extras)
      void import('./lane-extras.js').then((loaded) => {
        PlaygroundLane.extras = loaded
        this.requestUpdate()
      })
    return PlaygroundLane.extras
  }

  private parameters(): (TemplateResult | typeof nothing)[] | typeof nothing | null {
    const { lane, strings, session, engine } = this
    if (lane.info.parameters.length === 0 && lane.info.elementWise && !this.mixed) return nothing
    const { extras } = this
    return (
      extras && [
        ...extras.laneParameters(lane, engine, strings, (parameter, value) =>
          session.setParameter(lane.slot, parameter, value),
        ),
        ...extras.layerNotes(lane, session.settings.depth, strings),
      ]
    )
  }

  private verdict(): TemplateResult {
    const { lane, strings, session } = this
    if (lane.status === 'failed')
      return html`<p class="verdict message" role="alert">${strings.lane.failed(lane.error ?? '')}</p>`
    if (lane.status === 'catching-up') {
      const words = strings.lane.catchingUp(strings.number(lane.progress), strings.number(session.step))
      return html`<p class="verdict">
        ${words}<progress max=${session.step} value=${lane.progress} aria-label=${words}></progress>
      </p>`
    }
    if (!lane.snapshot || this.preview) return html`<p class="verdict"></p>`
    const verdict = verdictOf(lane.snapshot, session.guessing)
    const curve = verdict === 'learned' && lane.snapshot.train.accuracy === null
    return html`<p class="verdict ${verdict}">
      <strong>${verdictGlyph(verdict)}${strings.verdict[verdict]}</strong
      ><span>${strings.verdictNote[curve ? 'learnedCurve' : verdict]}</span>
    </p>`
  }

  private flowText(snapshot: LaneSnapshot | null): TemplateResult | typeof nothing | undefined {
    if (!snapshot) return nothing
    const { divergedAt, step } = snapshot
    if (divergedAt !== null)
      return this.extras?.divergence(this.lane, this.session, this.strings, divergedAt, step)
    const { kind, id, parameters, info } = this.steadyActivation
    const { engine, strings } = this
    const properties = info.elementWise && !this.mixed ? this.propertiesOf(id, parameters) : null
    const reason = properties
      ? ''
      : this.mixed
        ? this.extras?.mixedReason(snapshot, engine, this.lane, strings)
        : this.extras?.rowReason(snapshot, engine, info, parameters, strings)
    const words = flowWords(snapshot, kind, properties, reason ?? '', strings)
    return html`<div class="words-of-flow">
      <div class="figure">${words.figure}</div>
      <p><b>${words.sentence}</b> <span class="why">${words.why}</span></p>
    </div>`
  }

  private propertiesOf(id: string, parameters: Record<string, number>) {
    const key = JSON.stringify([id, parameters])
    if (this.measured?.key !== key) this.measured = { key, value: this.engine.properties(id, parameters) }
    return this.measured.value
  }
  private measured: { key: string; value: ReturnType<Engine['properties']> } | null = null

  private scores({ train, test }: LaneSnapshot): TemplateResult {
    const { strings } = this
    const row = (label: string, score: { loss: number; accuracy: number | null }) =>
      html`<span>${label}</span
        ><span
          >${score.accuracy === null || !isFinite(score.loss) ? nothing : html`<b>${strings.percent(score.accuracy)}</b>`}</span
        ><span>${strings.lane.lossWord} <b>${strings.loss(score.loss)}</b></span>`
    return html`<div class="scores">
      ${row(strings.lane.training, train)}${test ? row(strings.lane.test, test) : nothing}
    </div>`
  }

  private askRemoval = (): void => {
    this.dispatchEvent(new CustomEvent('lane-remove', { detail: this.lane.slot, bubbles: true }))
  }
}

customElements.define('playground-lane', PlaygroundLane)

declare global {
  interface HTMLElementTagNameMap {
    'playground-lane': PlaygroundLane
  }
}
