// Float32 numbers counted: how many lie between two, and which is next.

const bits = new Int32Array(1)
const number = new Float32Array(bits.buffer)

/** Consecutive for consecutive numbers, through both zeros. */
function ordinal(value: number): number {
  number[0] = value
  return bits[0] < 0 ? -(bits[0] & 0x7fffffff) : bits[0]
}

/** From the float32 nearest to a to the one nearest to b. */
export const float32Steps = (a: number, b: number): number => Math.abs(ordinal(a) - ordinal(b))

/** The float32 after a positive one. */
export function nextFloat32(value: number): number {
  number[0] = value
  bits[0] += 1
  return number[0]
}
