declare module 'engine-wasm' {
  import type { RawModule } from './module.js'

  /** Emscripten's factory: build/wasm/cpp/bindings/engine.mjs. */
  export default function createModule(options: {
    wasmBinary?: BufferSource
    locateFile?: (name: string) => string
  }): Promise<RawModule>
}
