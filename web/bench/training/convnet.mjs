// ConvNetJS: one sample after the other, the update after each batch.
import convnet from 'convnetjs'

/**
 * @param {import('./shapes.mjs').Shape} shape @param {import('./shapes.mjs').Data} data
 * @returns {import('./shapes.mjs').Trainer}
 */
export function convnetTrainer({ sizes, activation, batch, rate }, data) {
  const [inputs = 0] = sizes
  const outputs = sizes[sizes.length - 1]
  const net = new convnet.Net()
  net.makeLayers([
    { type: 'input', out_sx: 1, out_sy: 1, out_depth: inputs },
    ...sizes.slice(1, -1).map((units) => ({ type: 'fc', num_neurons: units, activation })),
    data.labels ? { type: 'softmax', num_classes: outputs } : { type: 'regression', num_neurons: outputs },
  ])
  const trainer = new convnet.Trainer(net, {
    method: 'sgd',
    learning_rate: rate,
    momentum: 0,
    l2_decay: 0,
    batch_size: batch,
  })
  const samples = Array.from({ length: data.rows }, (_, row) => {
    const volume = new convnet.Vol(1, 1, inputs, 0)
    for (let i = 0; i < inputs; ++i) volume.w[i] = data.x[row * inputs + i]
    return { volume, answer: data.labels ? data.labels[row] : [data.y?.[row]] }
  })
  let next = 0
  return (steps) => {
    let sum = 0
    for (let sample = 0; sample < steps * batch; ++sample) {
      const { volume, answer } = samples[next++ % samples.length] ?? {}
      sum += trainer.train(volume, answer).loss
    }
    return sum / (steps * batch)
  }
}
