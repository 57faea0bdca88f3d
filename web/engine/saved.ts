// What a file by save() says before its numbers: cpp/network/file.h is the format. Whether the file is whole is for
// engine.load() to say.

import type { NetworkSpec } from './types.js'

export interface Saved {
  spec: NetworkSpec
  /** As they stand: the spec has those of the start. */
  learningRate: number
  batchSize: number
  step: number
}

/** After "APLAYNET", the version and the file's length. */
const TEXT = 16

/** Null for anything else than such a file. */
export function readSaved(file: Uint8Array): Saved | null {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  try {
    const length = view.getUint32(TEXT, true)
    const text = new TextDecoder().decode(file.subarray(TEXT + 4, TEXT + 4 + length))
    const after = TEXT + 4 + length
    return {
      spec: JSON.parse(text) as NetworkSpec,
      learningRate: view.getFloat64(after, true),
      batchSize: view.getUint32(after + 8, true),
      // Behind the hash of the data.
      step: Number(view.getBigUint64(after + 20, true)),
    }
  } catch {
    return null
  }
}
