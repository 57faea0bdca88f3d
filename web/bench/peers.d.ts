// The peers of the benchmarks are installed by build-scripts/bench.sh alone: type checks must not need them.
declare module '@tensorflow/tfjs-backend-wasm'
declare module '@tensorflow/tfjs-core'
declare module '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops'
declare module '@tensorflow/tfjs-layers'
declare module 'brain.js'
declare module 'convnetjs'
declare module 'onnxruntime-web/wasm'
