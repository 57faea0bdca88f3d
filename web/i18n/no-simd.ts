// What a browser without SIMD is told, in both languages: loaded where it is needed.

import type { Strings } from './en.js'

const en = {
  title: 'This browser has no WebAssembly SIMD.',
  text: 'Nothing is drawn or trained here. Works from Chrome 98, Firefox 94, Safari 16.4.',
}

const zh: typeof en = {
  title: '此浏览器没有 WebAssembly SIMD。',
  text: '这里无法画图，也无法训练。Chrome 98、Firefox 94、Safari 16.4 起可用。',
}

export const noSimd = ({ code }: Strings): typeof en => (code === 'en' ? en : zh)
