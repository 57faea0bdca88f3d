// uPlot without what the charts do not use: its own cursor, legend and selection (ours are ../elements/x-gestures.ts
// and the readouts), time axes, and the other line styles. uPlot is one closure that chooses while it runs, so a
// bundler keeps all of it; here the choices become constants and the minifier drops what hangs on them.
// Every edit must fit exactly as often as stated: another version of uPlot stops the build instead of changing it.

import { readFile } from 'node:fs/promises'

/** What is found, what stands instead, and how often. @type {readonly [RegExp, string, number][]} */
const edits = [
  // No legend.
  [/const showLegend = legend\.show;/g, 'const showLegend = false;', 1],
  [/\blegend\.(live|show)\b/g, 'false', 8],
  [/assign\(\{\}, legendOpts, opts\.legend\)/g, '{ markers: {}, values: [] }', 1],
  [/self\.setLegend = setLegend;/g, '', 1],
  // No cursor, and nothing that listens for one.
  [/const showCursor =\s+cursor\.show;/g, 'const showCursor = false;', 1],
  [
    /assign\(\{\}, cursorOpts, \{drag: \{y: mode == 2\}\}, opts\.cursor\)/g,
    '{ drag: {}, points: {}, focus: { prox: -1 } }',
    1,
  ],
  [/if \(cursor\.dataIdx == null\)/g, 'if (false)', 1],
  [/self\.setCursor = /g, 'const setCursor = ', 1],
  [/events\.(mousedown|mousemove|mouseup|dblclick) = \w+;/g, '', 4],
  [/for \(let u of cursorPlots\)\s+u\.syncRect\(true\);/g, '', 1],
  [/on\((resize|scroll), win, invalidateRects(, true)?\);/g, '', 2],
  // No selection.
  [/\bselect\.show\b/g, 'false', 6],
  // No time.
  [/\b(sc|scaleX|scales\[s\.scale\])\.time\b/g, 'false', 4],
  [/const \[ timeIncrs\w+,\s+_timeAxisStamps\w+,\s+timeAxisSplits\w+\s+\] = genTimeStuffs\([^)]+\);/g, '', 2],
  [/const (_tzDate|_fmtDate|_timeAxisSplits|_timeAxisVals|_timeSeriesVal)\s+= .*;/g, '', 5],
  [/const localTz = .*;/g, '', 1],
  [/uPlot\.(fmtDate|tzDate)\s+= \w+;/g, '', 2],
  // Linear scales alone: our loss comes in logarithms already.
  [/\b(sc|scale|wsc)\.distr\s*(==\s*(1|2|3|4|100)|>= 3)(?!\d)/g, 'false', 22],
  [/\bxScaleDistr == [234]/g, 'false', 6],
  [/(?<!\.)\bdistr == (3|4|100)(?!\d)/g, 'false', 10],
  // One x for all series.
  [/\bmode == 2\b/g, 'false', 15],
  [/\bmode == 1\b/g, 'true', 16],
  // Straight lines alone, and one set of data at a time.
  [/\(paths\.(stepped|bars|spline)\s+= \w+\);/g, '', 3],
  [/uPlot\.join = join;/g, '', 1],
]

/** @param {string} source uPlot.esm.js */
export function leanUplot(source) {
  return edits.reduce((text, [found, instead, times]) => {
    const count = text.match(found)?.length ?? 0
    if (count !== times) throw new Error(`uPlot has changed: ${found} fits ${count} times, not ${times}`)
    return text.replace(found, instead)
  }, source)
}

const file = /\/uPlot\.esm\.js$/

/** For Vite. @returns {import('vite').Plugin} */
export const viteLeanUplot = () => ({
  name: 'lean-uplot',
  apply: 'build',
  transform: { filter: { id: file }, handler: (source) => leanUplot(source) },
})

/** For esbuild. @returns {import('esbuild').Plugin} */
export const esbuildLeanUplot = () => ({
  name: 'lean-uplot',
  setup(build) {
    build.onLoad({ filter: file }, async ({ path }) => ({
      contents: leanUplot(await readFile(path, 'utf8')),
    }))
  },
})
