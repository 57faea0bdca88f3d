// How uPlot is set up: one line of training and one of testing per slot, axes in the page's own type.

import type uPlot from 'uplot'
import { laneColour } from '../canvas.js'
import type { Palette } from '../environment.js'
import { integer, superscript, tick } from '../format.js'
import { roundTicks } from '../ticks.js'
import { fontFamily } from '../tokens.css.js'
import type { ChartScene } from './chart-paint.js'

export const slots = 4
const trainWidth = 2
const testWidth = 1
const tickFont = `11px ${fontFamily}`

export interface ChartSetup {
  width: number
  height: number
  log: boolean
  compact: boolean
  rightRoom: number
  scene: () => ChartScene
  palette: () => Palette
  behind: (chart: uPlot) => void
  front: (chart: uPlot) => void
}

function series(palette: () => Palette): uPlot.Series[] {
  const line = (slot: number, width: number): uPlot.Series => ({
    stroke: () => laneColour(palette(), slot),
    alpha: width === testWidth ? 0.75 : 1,
    width,
    points: { show: false },
    spanGaps: false,
  })
  const lanes = Array.from({ length: slots }, (_, slot) => slot)
  return [{}, ...lanes.map((slot) => line(slot, trainWidth)), ...lanes.map((slot) => line(slot, testWidth))]
}

function axes({ log, compact, scene, palette }: ChartSetup): uPlot.Axis[] {
  const common = {
    show: !compact,
    stroke: () => palette().ink3,
    font: tickFont,
    ticks: { show: false },
  }
  return [
    {
      ...common,
      size: 22,
      gap: 6,
      grid: { show: false },
      splits: () => {
        const { low, high } = scene().steps
        return roundTicks(low, high, 3).values
      },
      values: (_, splits) => splits.map(integer),
    },
    {
      ...common,
      size: 36,
      gap: 6,
      grid: { show: true, stroke: () => palette().hair, width: 1 },
      splits: () => {
        const { low, high } = scene().values
        const { step, values } = roundTicks(low, high, 4)
        if (!log) return values
        const whole = Math.max(2, Math.ceil(step))
        return roundTicks(low, high, (high - low) / whole).values.filter(Number.isInteger)
      },
      values: (_, splits) =>
        log
          ? splits.map((power) => (power === 0 ? '1' : `10${superscript(power)}`))
          : splits.map((value) => (value === 0 ? '0' : tick(value, splits[1] - splits[0]))),
    },
  ]
}

export function chartOptions(setup: ChartSetup): uPlot.Options {
  const { compact, rightRoom, scene } = setup
  return {
    width: setup.width,
    height: setup.height,
    padding: [compact ? 6 : 10, rightRoom, compact ? 6 : 0, compact ? 6 : 0],
    legend: { show: false },
    cursor: { show: false },
    select: { show: false, left: 0, top: 0, width: 0, height: 0 },
    scales: {
      x: { time: false, range: () => [scene().steps.low, scene().steps.high] },
      y: { range: () => [scene().values.low, scene().values.high] },
    },
    series: series(setup.palette),
    axes: axes(setup),
    hooks: { drawAxes: [setup.behind], draw: [setup.front] },
  }
}
