// The words of the list of keys, in both languages: loaded with the list.

import type { Strings } from './en.js'

const en = {
  title: 'Keys',
  note: 'Single letters work while the figures have the focus.',
  list: [
    ['Space', 'play or pause'],
    ['.', 'one step'],
    ['R', 'rewind'],
    ['1 – 4', 'go to a lane'],
    ['← →', 'trace x by 0.05; with Shift by 0.5'],
    ['↑ ↓', 'choose a layer'],
    ['Delete', 'remove the lane'],
    ['/', 'search a function'],
    ['T', 'light or dark'],
    ['?', 'this list'],
  ] as readonly (readonly [string, string])[],
}

const zh: typeof en = {
  title: '按键',
  note: '单字母键在焦点位于图中时有效。',
  list: [
    ['空格', '播放或暂停'],
    ['.', '走一步'],
    ['R', '回到初始权重'],
    ['1 – 4', '到某一条'],
    ['← →', 'x 移动 0.05；按住 Shift 移动 0.5'],
    ['↑ ↓', '选择层'],
    ['Delete', '移除这一条'],
    ['/', '搜索函数'],
    ['T', '切换深浅色'],
    ['?', '本列表'],
  ],
}

export const keyWords = ({ code }: Strings): typeof en => (code === 'en' ? en : zh)
