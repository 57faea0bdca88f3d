// The words of a chosen layer's numbers, in both languages: loaded with them.

import type { Strings } from './en.js'

const en = {
  heading: (layer: string) => `Layer ${layer}, in numbers`,
  measure: 'Measure',
  function: 'function',
  choose: (lane: string, layer: string, name: string) =>
    `${lane}, layer ${layer}: ${name}. Choose this layer’s function`,
  slope: 'mean f′',
  left: 'sat. left',
  right: 'sat. right',
  dead: 'dead',
  mean: 'mean f',
  deviation: 'std. dev.',
  skew: 'mean / std.',
  inputs: 'grad. inputs',
  weights: 'grad. weights',
  least: (name: string) => `${name}, least`,
  most: (name: string) => `${name}, most`,
  note: 'Over all training rows. Arrow keys change the layer, Escape leaves it.',
}

const zh: typeof en = {
  heading: (layer) => `第 ${layer} 层的数值`,
  measure: '量',
  function: '函数',
  choose: (lane, layer, name) => `${lane}，第 ${layer} 层：${name}。为该层选择函数`,
  slope: '平均 f′',
  left: '左饱和',
  right: '右饱和',
  dead: '死亡单元',
  mean: 'f 的均值',
  deviation: '标准差',
  skew: '均值 / 标准差',
  inputs: '预激活梯度',
  weights: '权重梯度',
  least: (name) => `${name} 最小`,
  most: (name) => `${name} 最大`,
  note: '对全部训练数据计算。方向键换层，Escape 离开。',
}

export const layerReadoutWords = ({ code }: Strings): typeof en => (code === 'en' ? en : zh)
