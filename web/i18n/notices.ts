// The words of notices, most of a link that asked for what there is not; in both languages: loaded with the first.

import type { Strings } from './en.js'
import { list } from './numbers.js'

const en = {
  copyFailed: 'The browser does not let this page use the clipboard. The link to copy:',
  changed: 'What changed',
  dismiss: 'Dismiss',
  key: (asked: string, valid: readonly string[]) =>
    `The link holds “${asked}”, which is not known here; known: ${list(valid, ', ')}.`,
  choice: (label: string, asked: string, used: string, valid: readonly string[]) =>
    `The link asked for ${label} “${asked}”; there is ${list(valid, ', ')}. Using ${used}.`,
  tooLarge: (label: string, asked: string, max: string, used: string) =>
    `The link asked for ${label} ${asked}; the most is ${max}. Using ${used}.`,
  tooSmall: (label: string, asked: string, min: string, used: string) =>
    `The link asked for ${label} ${asked}; the least is ${min}. Using ${used}.`,
  rounded: (label: string, asked: string, used: string) =>
    `The link asked for ${label} ${asked}. Using ${used}, the nearest that can be set.`,
  noNumber: (label: string, asked: string, used: string) =>
    `The link asked for ${label} “${asked}”, which is no number. Using ${used}.`,
  function: (asked: string) =>
    `The link asked for the function “${asked}”, which the catalogue does not have. The lane stays empty.`,
  layer: (layer: string, asked: string, used: string) =>
    `The link asked for “${asked}” in layer ${layer}, which is no function that acts unit by unit. Using ${used}.`,
  parameter: (name: string, asked: string, valid: readonly string[]) =>
    valid.length > 0
      ? `${name} has no parameter “${asked}”; it has ${list(valid, ', ')}. Ignored.`
      : `${name} has no parameters; “${asked}” is ignored.`,
  lanes: (asked: number, used: number) =>
    `The link asked for ${asked} lanes; the most is ${used}. Using the first ${used}.`,
  change: (label: string, asked: string) =>
    `“${asked}” is no change of ${label}: write step:value, and only for learning rate and batch size. Ignored.`,
  step: 'step',
}

const zh: typeof en = {
  copyFailed: '浏览器不让本页使用剪贴板。请复制此链接：',
  changed: '改了什么',
  dismiss: '知道了',
  key: (asked, valid) => `链接里有“${asked}”，这里不认识；可用的有：${list(valid, '、')}。`,
  choice: (label, asked, used, valid) =>
    `链接要求${label}为“${asked}”；可用的有：${list(valid, '、')}。改用 ${used}。`,
  tooLarge: (label, asked, max, used) => `链接要求${label}为 ${asked}，最多 ${max}。改用 ${used}。`,
  tooSmall: (label, asked, min, used) => `链接要求${label}为 ${asked}，最少 ${min}。改用 ${used}。`,
  rounded: (label, asked, used) => `链接要求${label}为 ${asked}。改用最接近的可设值 ${used}。`,
  noNumber: (label, asked, used) => `链接要求${label}为“${asked}”，这不是数。改用 ${used}。`,
  function: (asked) => `链接要求函数“${asked}”，函数目录里没有。这一条留空。`,
  layer: (layer, asked, used) => `链接要求第 ${layer} 层为“${asked}”，那不是逐元素的函数。改用 ${used}。`,
  parameter: (name, asked, valid) =>
    valid.length > 0
      ? `${name} 没有参数“${asked}”，只有${list(valid, '、')}。已忽略。`
      : `${name} 没有参数，“${asked}”已忽略。`,
  lanes: (asked, used) => `链接要求 ${asked} 条，最多 ${used} 条。只用前 ${used} 条。`,
  change: (label, asked) => `“${asked}”不是${label}的改动：写作“步:值”，且只限学习率和批大小。已忽略。`,
  step: '步',
}

export const noticeWords = ({ code }: Strings): typeof en => (code === 'en' ? en : zh)
