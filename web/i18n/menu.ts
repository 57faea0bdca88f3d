// The words of the list of functions, in both languages: loaded with the list.

import type { Strings } from './en.js'

const en = {
  label: 'Function',
  ofLayer: (lane: string, layer: string) => `${lane}: function of layer ${layer}`,
  lanesOwn: 'the lane’s',
  search: 'Search, or write x * tanh(a * x)',
  none: 'No function of this name.',
  own: 'your own',
  wrong: (message: string, at: number) => `At ${at}: ${message}`,
  kept: 'The lane shows the last one that could be read.',
}

const zh: typeof en = {
  label: '函数',
  ofLayer: (lane, layer) => `${lane}：第 ${layer} 层的函数`,
  lanesOwn: '这一条的函数',
  search: '搜索，或写 x * tanh(a * x)',
  none: '没有这个名称的函数。',
  own: '自己写的',
  wrong: (message, at) => `第 ${at} 个字符处：${message}`,
  kept: '这一条显示最后一个读得懂的函数。',
}

export const menuWords = ({ code }: Strings): typeof en => (code === 'en' ? en : zh)
