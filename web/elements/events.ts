// What figures tell the page. All events bubble and cross shadow roots; the page holds the state.

import type { Range } from './plot-frame.js'
import type { JointGeometry } from './row-geometry.js'

export interface HoverDetail {
  x: number | null
  /** Set by a long press: keep it when the finger leaves. */
  pinned: boolean
}

export interface LayerDetail {
  layer: number | null
  /** Set by a click or a key: keep it when the pointer leaves. */
  pinned: boolean
}

export interface StepDetail {
  step: number | null
  pinned: boolean
}

export interface FigureEvents {
  'hover-x': HoverDetail
  'select-layer': LayerDetail
  'hover-step': StepDetail
  /** null: back to the whole range. */
  'zoom-x': Range | null
  'zoom-steps': Range | null
  'row-geometry': JointGeometry
}

export function send<Name extends keyof FigureEvents>(
  from: HTMLElement,
  name: Name,
  detail: FigureEvents[Name],
): void {
  from.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }))
}

declare global {
  interface HTMLElementEventMap {
    'hover-x': CustomEvent<HoverDetail>
    'select-layer': CustomEvent<LayerDetail>
    'hover-step': CustomEvent<StepDetail>
    'zoom-x': CustomEvent<Range | null>
    'zoom-steps': CustomEvent<Range | null>
    'row-geometry': CustomEvent<JointGeometry>
  }
}

/** A value that hovering shows for a moment and pinning keeps. */
export interface Pinnable<Value> {
  shown: Value | null
  pinned: Value | null
}

/** Hovering shows, leaving falls back to what is pinned; pinning the pinned value again lets go of it. */
export function follow<Value>(state: Pinnable<Value>, value: Value | null, pin: boolean): Pinnable<Value> {
  if (!pin) return { shown: value ?? state.pinned, pinned: state.pinned }
  const pinned = value === state.pinned ? null : value
  return { shown: pinned, pinned }
}
