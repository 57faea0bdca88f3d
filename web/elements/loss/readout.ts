// The values of every lane at one step, in words and numbers.

import { html, type TemplateResult } from 'lit'
import { integer, threeFigures } from '../format.js'
import { laneMark } from '../lane-mark.js'
import type { ChartLane, Metric } from './metric.js'
import { indexAt, interpolate, smoothed } from './resample.js'

export interface ChartCaptions {
  step: string
  training: string
  test: string
}

export interface LaneReadout {
  lane: ChartLane
  training: number
  /** NaN where there is no test part. */
  test: number
}

/** What the lines show at a step; NaN beyond a lane's end. */
export function readLanes(lanes: ChartLane[], metric: Metric, step: number, span: number): LaneReadout[] {
  return lanes.map((lane) => {
    const { history } = lane
    if (!history) return { lane, training: NaN, test: NaN }
    const line = smoothed(metric.values(lane, history), history.stride, span)
    const at = indexAt(history.steps, step)
    const beyond = at === history.steps.length - 1 && step > history.steps[at] + history.stride
    const value = at < 0 || beyond ? NaN : line[at]
    const test = metric.test?.(history)
    return {
      lane,
      training: metric.log ? 10 ** value : value,
      test: test ? interpolate(test.steps, test.values, step) : NaN,
    }
  })
}

const cell = (value: number): string => (Number.isNaN(value) ? '' : threeFigures(value))

export function readoutTable(step: number, rows: LaneReadout[], captions: ChartCaptions): TemplateResult {
  const withTest = rows.some((row) => !Number.isNaN(row.test))
  return html`<table>
    <thead>
      <tr>
        <th>${captions.step} ${integer(step)}</th>
        <th>${captions.training}</th>
        ${withTest ? html`<th>${captions.test}</th>` : ''}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ({ lane, training, test }) =>
          html`<tr>
            <th>${laneMark(lane.lane)}${lane.name}</th>
            <td>${cell(training)}</td>
            ${withTest ? html`<td>${cell(test)}</td>` : ''}
          </tr>`,
      )}
    </tbody>
  </table>`
}
