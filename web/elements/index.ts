// Every figure as a custom element: the entry of the bundle that documentation sites embed.

export { ActivationBoundary } from './activation-boundary.js'
export { ActivationFlow } from './activation-flow.js'
export { ActivationGradientHistory } from './activation-gradient-history.js'
export { ActivationJoint } from './activation-joint.js'
export { ActivationLoss } from './activation-loss.js'
export { ActivationPlot } from './activation-plot.js'
