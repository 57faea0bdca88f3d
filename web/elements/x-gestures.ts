// Pointer and keyboard on an x-axis: hover, brush to zoom, pinch, double tap, long press, arrow keys.
// It knows pixels and the frame; what a gesture means is told through callbacks. Listens on its host only.

import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { PlotFrame, Range } from './plot-frame.js'

export interface GestureTarget {
  /** The element that pixels are measured from. */
  surface(): HTMLElement | null
  frame(): PlotFrame | null
  /** x is null outside the plot; y is null when the pointer has left. */
  hover(x: number | null, y: number | null, pinned: boolean): void
  /** Pixels between which the reader is brushing. */
  brush(pixels: Range | null): void
  zoom(range: Range | null): void
  /** A click or tap that was no drag. */
  press(x: number, y: number): void
  /** Arrow keys: along x in the finer or coarser step, along layers, Escape. */
  trace(direction: -1 | 1, coarse: boolean): void
  layer(direction: -1 | 1): void
  release(): void
}

const dragThreshold = 5
const longPressMilliseconds = 500
const doubleTapMilliseconds = 320
const doubleTapDistance = 24
const smallestPinch = 12

interface Touch {
  startX: number
  startY: number
  x: number
  y: number
}

export class XGestures implements ReactiveController {
  private readonly touches = new Map<number, Touch>()
  private listening: AbortController | null = null
  private dragStart: number | null = null
  private dragging = false
  private longPress: ReturnType<typeof setTimeout> | undefined
  private held = false
  private lastTap = { time: -Infinity, x: 0, y: 0 }
  /** Values of x under the two fingers of a pinch, which stay there. */
  private pinch: { ids: [number, number]; values: [number, number] } | null = null

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly target: GestureTarget,
  ) {
    host.addController(this)
  }

  hostConnected(): void {
    this.listening = new AbortController()
    const { signal } = this.listening
    const on = <Name extends keyof HTMLElementEventMap>(
      name: Name,
      handler: (event: HTMLElementEventMap[Name]) => void,
    ) => this.host.addEventListener(name, handler, { signal })
    on('pointerdown', (event) => this.down(event))
    on('pointermove', (event) => this.move(event))
    on('pointerup', (event) => this.up(event))
    on('pointercancel', (event) => this.cancel(event))
    on('pointerleave', (event) => {
      if (event.pointerType !== 'touch' && !this.dragging) this.target.hover(null, null, false)
    })
    on('dblclick', (event) => {
      event.preventDefault()
      this.target.zoom(null)
    })
    on('contextmenu', (event) => {
      if (this.touches.size > 0) event.preventDefault()
    })
    on('keydown', (event) => this.key(event))
  }

  hostDisconnected(): void {
    this.listening?.abort()
    this.listening = null
    this.forget()
  }

  private forget(): void {
    clearTimeout(this.longPress)
    this.touches.clear()
    this.pinch = null
    this.dragStart = null
    if (this.dragging) this.target.brush(null)
    this.dragging = false
  }

  private position(event: PointerEvent): { x: number; y: number } | null {
    const box = this.target.surface()?.getBoundingClientRect()
    return box ? { x: event.clientX - box.left, y: event.clientY - box.top } : null
  }

  private hoverAt(x: number, y: number, pinned = false): void {
    const frame = this.target.frame()
    const inside = frame !== null && x >= frame.left && x <= frame.right
    this.target.hover(inside ? frame.valueX(x) : null, y, pinned)
  }

  private clampX(x: number): number {
    const frame = this.target.frame()
    return frame ? Math.max(frame.left, Math.min(frame.right, x)) : x
  }

  private down(event: PointerEvent): void {
    const at = this.position(event)
    if (!at) return
    if (event.pointerType === 'touch') this.touchDown(event, at.x, at.y)
    else if (event.button === 0) this.dragStart = at.x
  }

  private touchDown(event: PointerEvent, x: number, y: number): void {
    clearTimeout(this.longPress)
    this.held = false
    this.touches.set(event.pointerId, { startX: x, startY: y, x, y })
    if (this.touches.size === 2) this.startPinch()
    if (this.touches.size !== 1) return
    this.hoverAt(x, y)
    this.longPress = setTimeout(() => {
      this.held = true
      this.hoverAt(x, y, true)
    }, longPressMilliseconds)
  }

  private startPinch(): void {
    const frame = this.target.frame()
    const [[first, a], [second, b]] = [...this.touches]
    if (!frame || Math.abs(a.x - b.x) < smallestPinch) return
    this.pinch = { ids: [first, second], values: [frame.valueX(a.x), frame.valueX(b.x)] }
    this.target.hover(null, null, false)
  }

  private move(event: PointerEvent): void {
    const at = this.position(event)
    if (!at) return
    if (event.pointerType === 'touch') this.touchMove(event, at.x, at.y)
    else this.mouseMove(event, at.x, at.y)
  }

  private mouseMove(event: PointerEvent, x: number, y: number): void {
    if (this.dragStart !== null && !this.dragging && Math.abs(x - this.dragStart) > dragThreshold) {
      this.dragging = true
      this.host.setPointerCapture(event.pointerId)
    }
    if (this.dragging && this.dragStart !== null) {
      const [low, high] = [this.clampX(this.dragStart), this.clampX(x)].sort((a, b) => a - b)
      this.target.brush({ low, high })
    }
    this.hoverAt(this.dragging ? this.clampX(x) : x, y)
  }

  private touchMove(event: PointerEvent, x: number, y: number): void {
    const touch = this.touches.get(event.pointerId)
    if (!touch) return
    touch.x = x
    touch.y = y
    if (Math.hypot(x - touch.startX, y - touch.startY) > dragThreshold) clearTimeout(this.longPress)
    if (this.pinch) this.spread()
    else if (this.touches.size === 1) this.hoverAt(this.clampX(x), y, this.held)
  }

  private spread(): void {
    const frame = this.target.frame()
    if (!this.pinch || !frame) return
    const { ids, values } = this.pinch
    const [a, b] = [this.touches.get(ids[0]), this.touches.get(ids[1])]
    if (!a || !b) return
    const perPixel = (values[1] - values[0]) / (b.x - a.x)
    if (!(perPixel > 0) || Math.abs(b.x - a.x) < smallestPinch) return
    const low = values[0] - (a.x - frame.left) * perPixel
    this.target.zoom({ low, high: low + frame.width * perPixel })
  }

  private up(event: PointerEvent): void {
    const at = this.position(event)
    if (!at) return
    if (event.pointerType === 'touch') this.touchUp(event, at.x, at.y)
    else this.mouseUp(at.x, at.y)
  }

  private mouseUp(x: number, y: number): void {
    const start = this.dragStart
    const dragged = this.dragging
    this.dragStart = null
    this.dragging = false
    const frame = this.target.frame()
    if (start === null || !frame) return
    if (!dragged) return this.target.press(x, y)
    this.target.brush(null)
    const [low, high] = [this.clampX(start), this.clampX(x)].sort((a, b) => a - b)
    if (high - low > dragThreshold) this.target.zoom({ low: frame.valueX(low), high: frame.valueX(high) })
  }

  private touchUp(event: PointerEvent, x: number, y: number): void {
    clearTimeout(this.longPress)
    const touch = this.touches.get(event.pointerId)
    this.touches.delete(event.pointerId)
    if (this.pinch) {
      if (this.touches.size < 2) this.pinch = null
      return
    }
    if (!touch || this.held) return
    this.target.hover(null, null, false)
    if (Math.hypot(x - touch.startX, y - touch.startY) <= dragThreshold) this.tap(event.timeStamp, x, y)
  }

  private tap(time: number, x: number, y: number): void {
    const { lastTap } = this
    const again =
      time - lastTap.time < doubleTapMilliseconds &&
      Math.hypot(x - lastTap.x, y - lastTap.y) < doubleTapDistance
    this.lastTap = again ? { time: -Infinity, x, y } : { time, x, y }
    if (again) this.target.zoom(null)
    else this.target.press(x, y)
  }

  private cancel(event: PointerEvent): void {
    this.touches.delete(event.pointerId)
    if (this.touches.size === 0) this.forget()
    if (!this.held) this.target.hover(null, null, false)
  }

  private key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    switch (event.key) {
      case 'ArrowLeft':
        this.target.trace(-1, event.shiftKey)
        break
      case 'ArrowRight':
        this.target.trace(1, event.shiftKey)
        break
      case 'ArrowUp':
        this.target.layer(-1)
        break
      case 'ArrowDown':
        this.target.layer(1)
        break
      case 'Escape':
        if (this.dragging) this.forget()
        else this.target.release()
        return // others may want it too
      default:
        return
    }
    event.preventDefault()
  }
}
