// What only some lanes show, loaded with the first that does.

export { divergence } from './lane-divergence.js'
export { laneParameters } from './lane-parameters.js'
