declare module 'engine-wasm' {
  /** Emscripten's factory: build/wasm/cpp/bindings/engine.mjs. Resolves to a RawModule (module.ts). */
  export default function createModule(options: {
    wasmBinary?: BufferSource
    locateFile?: (name: string) => string
  }): Promise<unknown>
}
