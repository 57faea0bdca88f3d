// What only some lanes' figures draw, loaded with the first that does.

export * from './mixed-model.js'
export { pooledModel } from './pooled-model.js'
export { rowModel } from './row-models.js'
