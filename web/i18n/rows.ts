// Of lanes whose function is one of rows, in both languages: loaded with the first.

import type { Strings } from './en.js'

const en = {
  /** Under the function's name: what its curve is. */
  curve: {
    rowWise: 'f: one unit of a layer, the others’ inputs at 0',
    noisy: 'f: one unit of a layer, the others’ inputs at 0, without noise',
    several: 'f: first output of a unit; thin: the others',
    gated: 'f: one unit with a = 1 over its gate b; f′ = ∂f/∂b',
    pooled: '',
  },
  gates: 'inputs of the gates on the same x, layer by layer',
  why: {
    rowWise: 'Every output answers to all inputs of its row: the gradient of one is shared by all.',
    noisy: 'Every output answers to all inputs of its row, in training with noise on each.',
    several: 'Every input passes its gradient through several outputs.',
    gated: 'Value and gate scale each other’s gradient.',
    pooled: 'The largest piece of each unit passes the whole gradient; the others get none.',
  },
  closed: (share: string) => `${share} of the gates are closed: at a = 1, both slopes below 0.05.`,
}

const zh: typeof en = {
  curve: {
    rowWise: 'f：一层中的一个单元，其余输入为 0',
    noisy: 'f：一层中的一个单元，其余输入为 0，不加噪声',
    several: 'f：一个单元的第一个输出；细线：其余输出',
    gated: 'f：a = 1 的一个单元随门 b 的变化；f′ = ∂f/∂b',
    pooled: '',
  },
  gates: '各层门的输入的直方图，与曲线同一 x 轴',
  why: {
    rowWise: '每个输出取决于整行输入：一个输出的梯度由整行分担。',
    noisy: '每个输出取决于整行输入，训练时每个输入都加噪声。',
    several: '每个输入经由几个输出传回梯度。',
    gated: '值与门互相缩放对方的梯度。',
    pooled: '每个单元中最大的一段得到全部梯度，其余各段没有。',
  },
  closed: (share) => `${share} 的门是关的：a = 1 时两个斜率都小于 0.05。`,
}

export const rowWords = ({ code }: Strings): typeof en => (code === 'en' ? en : zh)
