// What stands under the controls, in both languages: loaded with them.

import type { Strings } from './en.js'

const en = {
  noteRewinds: 'A change starts again from the first weights.',
  noteContinues: 'A change keeps the weights and goes on.',
  digitsSource:
    'Optical Recognition of Handwritten Digits, E. Alpaydin, C. Kaynak, 1998, UCI, CC BY 4.0. 1,797 pictures of 8 × 8.',
}

const zh: typeof en = {
  noteRewinds: '改动后从初始权重重新开始。',
  noteContinues: '改动后保留权重，继续训练。',
  digitsSource:
    'Optical Recognition of Handwritten Digits，E. Alpaydin、C. Kaynak，1998，UCI，CC BY 4.0。共 1,797 张 8 × 8 的图。',
}

export const controlNotes = ({ code }: Strings): typeof en => (code === 'en' ? en : zh)
