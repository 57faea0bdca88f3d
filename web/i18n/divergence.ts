// Of a lane that left the finite numbers, in both languages: loaded with the first.

import type { Strings } from './en.js'

const en = {
  since: (step: string) => `NaN since step ${step}.`,
  held: (step: string) => `Held at step ${step}, the last finite one.`,
  first: 'NaN from the first batch on.',
  untrained:
    'Nothing was trained: shown are the first weights. Smaller ones or fewer layers may keep it finite.',
  others: 'The other lanes go on.',
  rewind: 'Rewind',
  rewindWith: (optimiser: string, rate: string) => `Rewind with ${optimiser} ${rate}`,
}

const zh: typeof en = {
  since: (step) => `从第 ${step} 步起为 NaN。`,
  held: (step) => `停在第 ${step} 步，最后一个有限的画面。`,
  first: '第一个批次就已是 NaN。',
  untrained: '还没有训练，图中是初始权重。缩小初始权重或减少层数，也许能保持有限。',
  others: '其他各条照常。',
  rewind: '重来',
  rewindWith: (optimiser, rate) => `用 ${optimiser} ${rate} 重来`,
}

export const divergenceWords = ({ code }: Strings): typeof en => (code === 'en' ? en : zh)
