// What a network learned where its inputs are not a plane: one entry, loaded with the first such view.

export * from './digits.js'
export * from './fitted-curve.js'
