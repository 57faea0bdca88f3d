// The words of saving and loading a lane, in both languages: loaded with the list of functions.

import type { Strings } from './en.js'

const en = {
  save: 'Save network',
  load: 'Load network…',
  saved: (name: string) => `Saved as ${name}: weights, optimiser state and step.`,
  notSaved: (why: string) => `The network was not saved: ${why}`,
  loaded: (name: string, step: string) => `${name} goes on from step ${step}, with the file’s settings.`,
  others: 'The other lanes train up to it.',
  changed:
    'Learning rate or batch size was changed on the way there: a link to this page does not know when.',
  refused: (name: string, why: string) => `${name} was not loaded: ${why}`,
  notOurs:
    'it holds a whole network, but not one that this page can make. The package loads it: engine.load(file).',
}

const zh: typeof en = {
  save: '保存网络',
  load: '载入网络…',
  saved: (name) => `已存为 ${name}：权重、优化器状态和步数。`,
  notSaved: (why) => `网络没有保存：${why}`,
  loaded: (name, step) => `${name} 从第 ${step} 步继续，采用文件中的设置。`,
  others: '其他各条补训到这一步。',
  changed: '此前改过学习率或批大小：本页的链接不知道是在哪一步。',
  refused: (name, why) => `${name} 没有载入：${why}`,
  notOurs: '文件完好，但其中的网络本页做不出来。可用软件包载入：engine.load(file)。',
}

export const laneFileWords = ({ code }: Strings): typeof en => (code === 'en' ? en : zh)
