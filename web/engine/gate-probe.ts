// Where the gates of gated layers fall. A probe counts all that goes into a layer, values and gates together; here the
// training rows go through the network once more, from gated layer to gated layer, and the gates alone are counted.

import type { Engine, LayerProbe, LayerSpec, Network, NetworkSpec, Probe } from './types.js'

/** A part of the network up to what goes into a gated layer, as a network of its own. */
interface Stage {
  /** Index in spec.layers of the part's first layer, and of the gated one that it ends before. */
  from: number
  gated: number
  network: Network
}

const isGated = (engine: Engine, layer: LayerSpec): boolean =>
  layer.type === 'activation' &&
  engine.catalogue().some(({ id, kind }) => id === layer.id && kind === 'gated')

export class GateProbe {
  private readonly stages: Stage[] = []

  /** @param x the training rows */
  constructor(
    private readonly engine: Engine,
    private readonly spec: NetworkSpec,
    private readonly x: Float32Array,
  ) {}

  /** The probe's layers, in those that are gated with the histogram of the gates. */
  layers({ layers, low, high }: Probe, weights: Readonly<Record<string, Float32Array>>): LayerProbe[] {
    const gates = this.gates(weights)
    return layers.map((layer) => {
      const values = gates.get(layer.layer)
      return values ? { ...layer, ...counted(values, low, high, layer.histogram.length) } : layer
    })
  }

  dispose(): void {
    for (const { network } of this.stages) network.dispose()
  }

  private gates(weights: Readonly<Record<string, Float32Array>>): Map<number, Float32Array> {
    const rows = this.x.length / this.spec.inputs
    const found = new Map<number, Float32Array>()
    let signal = this.x
    let from = 0
    this.spec.layers.forEach((layer, gated) => {
      if (!isGated(this.engine, layer)) return
      const { network } = this.stage(from, gated, signal.length / rows)
      network.setWeights(ofPart(weights, from, gated))
      signal = network.predict(signal)
      found.set(gated, secondHalves(signal, signal.length / rows))
      from = gated
    })
    return found
  }

  private stage(from: number, gated: number, inputs: number): Stage {
    const known = this.stages.find((stage) => stage.gated === gated)
    if (known) return known
    // It is never trained: data, loss and optimiser are there because a network has them.
    const rows = 2
    const network = this.engine.network(
      {
        inputs,
        layers: this.spec.layers.slice(from, gated),
        loss: 'softmax_cross_entropy',
        optimizer: { type: 'sgd', learning_rate: 0.1 },
        batch_size: rows,
      },
      { x: new Float32Array(rows * inputs), rows, labels: new Int32Array(rows) },
    )
    const stage = { from, gated, network }
    this.stages.push(stage)
    return stage
  }
}

/** Keys are <layer>.<name>: the part counts its layers from 0. */
function ofPart(
  weights: Readonly<Record<string, Float32Array>>,
  from: number,
  to: number,
): Record<string, Float32Array> {
  const part: Record<string, Float32Array> = {}
  for (const [key, values] of Object.entries(weights)) {
    const layer = parseInt(key, 10)
    if (layer >= from && layer < to) part[key.replace(/^\d+/, String(layer - from))] = values
  }
  return part
}

/** A row holds all values, then all gates. */
function secondHalves(signal: Float32Array, columns: number): Float32Array {
  return signal.filter((_, i) => i % columns >= columns / 2)
}

/** As the engine counts: shares of all, NaN above. */
function counted(
  values: Float32Array,
  low: number,
  high: number,
  bins: number,
): Pick<LayerProbe, 'histogram' | 'below' | 'above'> {
  const histogram = new Float32Array(bins)
  let below = 0
  let above = 0
  for (const value of values) {
    const bin = Math.floor(((value - low) / (high - low)) * bins)
    if (bin < 0) below++
    else if (bin < bins) histogram[bin]++
    else above++
  }
  const share = 1 / values.length
  return { histogram: histogram.map((count) => count * share), below: below * share, above: above * share }
}
