// Where the readout stands: beside the hairline, on the roomier side, never outside the figure.

const gap = 10

export function placeReadout(readout: HTMLElement, hairline: number, top: number, width: number): void {
  const own = readout.offsetWidth
  const right = hairline + gap
  const left = hairline - gap - own
  const wanted = right + own <= width || left < 0 ? right : left
  readout.style.top = `${top + 4}px`
  readout.style.left = `${Math.max(0, Math.min(width - own, wanted))}px`
}
