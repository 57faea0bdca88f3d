// The words of the list of functions, in both languages: loaded with the list.

import type { Strings } from './en.js'

const en = {
  label: 'Function',
  search: 'Search: name or id',
  none: 'No function of this name.',
}

const zh: typeof en = {
  label: '函数',
  search: '搜索：名称或 id',
  none: '没有这个名称的函数。',
}

export const menuWords = ({ code }: Strings): typeof en => (code === 'en' ? en : zh)
