// Of what training or chance makes a parameter, in both languages: loaded with the first lane that has one.

import type { Strings } from './en.js'

const en = {
  learns: (name: string, value: string, layer: string) => `${name} is learned: ${value} at layer ${layer}`,
  learnsLater: (name: string) => `${name} is learned in training`,
  sampled: (name: string, low: string, high: string) => `${name} drawn from ${low} to ${high}`,
  fix: 'Fix it',
  sample: 'Draw it',
}

const zh: typeof en = {
  learns: (name, value, layer) => `${name} 由训练得出：第 ${layer} 层为 ${value}`,
  learnsLater: (name) => `${name} 由训练得出`,
  sampled: (name, low, high) => `${name} 在 ${low} 到 ${high} 间随机抽取`,
  fix: '固定',
  sample: '随机抽取',
}

export const parameterWords = ({ code }: Strings): typeof en => (code === 'en' ? en : zh)
