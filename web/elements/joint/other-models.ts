// What only some lanes' figures draw, loaded with the first that does: curves that training moves, functions of rows,
// layers with different functions.

import type { LaneSnapshot } from '../../engine/lane-types.js'
import type { Engine } from '../../engine/types.js'
import type { Range } from '../plot-frame.js'
import type { Activation, CurveModel } from './curve-model.js'
import { layerParameters, LearnedModels } from './learned-models.js'
import { drawLayerNames, mixedKey, mixedModel } from './mixed-model.js'
import { pooledModel } from './pooled-model.js'
import { rowModel } from './row-models.js'

export class OtherModels {
  readonly rowModel = rowModel
  readonly mixedKey = mixedKey
  readonly mixedModel = mixedModel
  readonly drawLayerNames = drawLayerNames
  /** Remembers what it measured last, for one figure. */
  readonly learned = new LearnedModels()

  /** Changes with the curve that movingModel makes. */
  movingKey(activation: Activation, snapshot: LaneSnapshot, selected: number | null): string {
    const moved =
      activation.kind === 'pooled' ? snapshot.step : JSON.stringify(layerParameters(activation, snapshot))
    return `${selected} ${moved}`
  }

  /** Of pooled and learned functions. */
  movingModel(
    engine: Engine,
    activation: Activation,
    snapshot: LaneSnapshot,
    selected: number | null,
    range: Readonly<Range>,
  ): CurveModel | null {
    if (activation.kind === 'pooled') return pooledModel(snapshot, selected, range)
    return this.learned.make(engine, activation, layerParameters(activation, snapshot), selected, range)
  }
}
