// uPlot without what the charts do not use: its own cursor, legend and selection (ours are ../elements/x-gestures.ts
// and the readouts), time axes, ranges and ticks of its own (../elements/loss/chart-options.ts says both), points, fills,
// bands, and the other line styles. uPlot is one closure that chooses while it runs, so a bundler keeps all of it; here
// the choices become constants and the minifier drops what hangs on them.
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
  [/\(paths\.linear\s+= linear\);/g, '', 1],
  [/let paths = uPlot\.paths = \{\s+points,\s+\};/g, '', 1],
  [
    /uPlot\.(assign|fmtNum|rangeNum|rangeLog|rangeAsinh|orient|pxRatio|sync|addGap|clipGaps)\s*= \w+;/g,
    '',
    11,
  ],
  // Of the methods, the charts call batch, setData and destroy.
  [
    /self\.((set(Size|Scale|Select|Series|Band)|(add|del)(Series|Band)|(val|pos)ToIdx|valToPos|redraw|pub) = )/g,
    'const no_$1',
    14,
  ],
  [/Object\.defineProperty\(self, 'rect', \{.*?\n\t\}\);/gs, '', 1],
  [/syncRect\(true\);/g, '', 1],
  [/on\("click", wrap, e => \{.*?\n\t\}, true\);/gs, '', 1],
  // No charts in step with each other, no plugins, no title.
  [/events\["setSeries"\] = .*?\n\t\};/gs, '', 1],
  [/const syncOpts = assign\(\{.*?\}, cursor\.sync\);/gs, 'const syncOpts = {};', 1],
  [/if \(syncOpts\.match\.length == 2\)\s+syncOpts\.match\.push\(seriesIdxMatcher\);/g, '', 1],
  [/cursor\.sync = syncOpts;/g, '', 1],
  [/const sync = _sync\(syncKey\);/g, 'const sync = {};', 1],
  [/sync\.(un)?sub\(self\);/g, '', 2],
  [/cursorPlots\.delete\(self\);\s+mouseListeners\.clear\(\);/g, '', 1],
  [/\(opts\.plugins \|\| \[\]\)\.forEach\(p => \{.*?\n\t\}\);/gs, '', 2],
  [/if \(opts\.(id != null|title)\)/g, 'if (false)', 2],
  // What is left of points, cursor, legend and focus.
  [/on\(dppxchange, win, \(\) => \{ +\}\);/g, '', 1],
  [/let points = s\.points = assign\(.*?points\.pxAlign = s\.pxAlign;/gs, '', 1],
  [/(points|markers)\.(show|size|stroke|width|fill|dash)\s+= fnOrSelf\(\1\.\2\);/g, '', 9],
  [/(legend|cursor)\.idxs = activeIdxs;/g, '', 2],
  [/const focus = self\.focus = assign\(.*\);/g, 'const focus = {};', 1],
  [/const (cursorFocus|cursorOnePt) = .*;/g, 'const $1 = false;', 2],
  [/let shouldAlpha = .*;/g, 'const shouldAlpha = false;', 1],
  // The ranges and the ticks are said by the page: none are found here.
  [/sc\.range = fnOrSelf\(rn .*?\n\t+\)\);/gs, 'sc.range = rn;', 1],
  [/if \(scaleKey != xScaleKey \|\| .*\) \{/g, 'if (false) {', 1],
  [/\[_min, _max\] = rangeNum\(_min, _max, rangePad, true\);/g, '{}', 1],
  [/else if \(s\.show && s\.auto\)/g, 'else if (false)', 1],
  [/\b(sc|wsc|scaleOpts)\.from != null/g, 'false', 3],
  [/\b(sc|wsc)\.from == null/g, 'true', 4],
  [/sc\.clamp = .*;/g, '', 1],
  [/axis\.incrs\s+= fnOrSelf\(.*\);/g, '', 1],
  [/if \(isArr\(axis\.incrs\)\)/g, 'if (false)', 1],
  [/let incrs\s+= .*\s+incrSpace\s+= findIncr\(.*\);/g, 'incrSpace = [1, minSpace];', 1],
  [/const (dec|one|whole|num)Incrs = .*;/g, 'const $1Incrs = [];', 4],
  [/\ngenIncrs\(2, -53, 53, \[1\]\);/g, '', 1],
  [/\b(days|months)\.map\(slice3\)/g, '$1', 2],
  [/\|\| fixedDec\.has\(val\)/g, '', 1],
  [/new Intl\.NumberFormat\(.*\)/g, 'null', 1],
  [/axis\.splits = fnOrSelf\(.*\);/g, 'axis.splits = fnOrSelf(axis.splits);', 1],
  [/: av \|\| numAxisVals/g, ': av', 1],
  [/s\.(value|label) = .*;/g, '', 2],
  // Numbers of one line beside the axes: no titles, no marks, no borders, nothing turned.
  [/axis\.label != null/g, 'false', 3],
  [/axis\.labelFont = .*;/g, '', 1],
  [/\[axis\.font, axis\.labelFont\]/g, '[axis.font]', 1],
  [/(ticks|border)\.show\b/g, 'false', 3],
  [/let angle = .*;/g, 'const angle = 0;', 1],
  [/let _parts = .*;/g, 'const _parts = [val];', 1],
  // A line has no more points than pixels.
  [/const decimate = .*;/g, 'const decimate = false;', 1],
  [/self\.posToVal = posToVal;/g, '', 1],
  // Lines alone: no points, no fills, no bands.
  [/const pointsPath = points\(\) ;/g, 'const pointsPath = null;', 1],
  [/cacheStrokeFill\(i, true\);/g, '', 1],
  [/\(si, _points\) \{\s+let s = .*;/g, '(si) {\nconst _points = false, s = series[si];', 2],
  [/gapsClip, gapsClip2, bandClip\) \{/g, 'gapsClip) {\nconst gapsClip2 = null, bandClip = null;', 1],
  [/doFill\(fillStyle, fillPath\);/g, '', 4],
  [/(strokePath|fillPath) instanceof Map/g, 'false', 2],
  [/endRad == 0 && baseRad == 0/g, 'true', 1],
  [/show: seriesPointsShow,/g, '', 1],
  [/let show = s\.points\.show\(.*\);\s+let idxs = .*;/g, 'const show = false, idxs = null;', 1],
  [/series\.fill != null \|\| bandFillDir != 0/g, 'false', 3],
  [/s\.fillTo = .*;/g, '', 1],
  [/const bands\s+= self\.bands\s+= .*;\s+bands\.forEach\(.*?\n\t\}\);/gs, 'const bands = [];', 1],
  [/flags != 0 && bands\.forEach\(.*?\n\t\t\}\);/gs, '', 1],
  [/let \[ bandFillDir, bandClipDir \] = .*;/g, 'const bandClipDir = 0;', 3],
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
