// What only some lanes show, loaded with the first that does.

export { divergence } from './lane-divergence.js'
export { rowCaptions, rowReason } from './lane-of-rows.js'
export { layerActivations, layerNotes, mixedReason } from './lane-layers.js'
export { laneParameters } from './lane-parameters.js'
