// Emscripten's factories, build/wasm/cpp/bindings/{engine,starter}.mjs: they resolve to a RawModule (module.ts).

interface ModuleOptions {
  wasmBinary?: BufferSource
  locateFile?: (name: string) => string
}

declare module 'engine-wasm' {
  export default function createModule(options: ModuleOptions): Promise<unknown>
}

declare module 'starter-wasm' {
  export default function createModule(options: ModuleOptions): Promise<unknown>
}
