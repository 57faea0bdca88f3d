// Of lanes whose layers have functions of their own, in both languages: loaded with the first.

import type { Strings } from './en.js'

const en = {
  layers: (layers: readonly string[], name: string) =>
    `${layers.length > 1 ? 'layers' : 'layer'} ${layers.join(', ')}: ${name}`,
  why: (slope: string) => `Layers have different functions; f′ averages ${slope} over all of them.`,
}

const zh: typeof en = {
  layers: (layers, name) => `第 ${layers.join('、')} 层：${name}`,
  why: (slope) => `各层函数不同；f′ 在所有层上平均为 ${slope}。`,
}

export const laneLayerWords = ({ code }: Strings): typeof en => (code === 'en' ? en : zh)
