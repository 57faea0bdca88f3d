// The words of the sweep, in both languages: loaded with it.

import type { Strings } from './en.js'
import { list } from './numbers.js'

const en = {
  functions: 'Functions',
  addFunction: 'Add a function …',
  removeFunction: (name: string) => `Remove ${name}`,
  across: 'Along',
  values: 'Values',
  range: (min: string, max: string) => `From ${min} to ${max}, with commas.`,
  seeds: 'Networks a cell',
  seedsNote: 'Each with a seed of its own; the same seeds in every cell.',
  steps: 'Steps',
  rest: 'The same for all',
  swept: (label: string) => `${label}: swept`,
  take: 'As in the playground',
  run: 'Run',
  stop: 'Stop',
  goOn: 'Go on',
  saveRows: 'Save rows (JSON Lines)',
  saveGrid: 'Save grid (JSON)',
  saveNote: 'The grid runs anywhere, in as many parts as you like:',
  noGrid: 'The digits are this page’s own: their grid runs nowhere else.',
  accuracy: (steps: string) => `Test accuracy after ${steps} steps`,
  loss: (steps: string) => `Test loss after ${steps} steps`,
  legend: (seeds: number, learned: string) =>
    seeds === 1
      ? `One network a cell, drawn as a dot from guessing (left) to everything right (right). A cell opens its network. ${learned}`
      : `The middle one of ${seeds} networks. Each dot is one, from guessing (left) to everything right (right). A cell opens the middle one. ${learned}`,
  learnedAccuracy: 'Bold, and said to learn: at least 90\u2009% right.',
  learnedLoss: 'Bold, and said to learn: at most a tenth of guessing’s loss.',
  says: (across: string, parts: readonly string[]) => `Along “${across}”, ${list(parts, '; ')}.`,
  mostLearn: (names: readonly string[], count: number, of: number) =>
    `${list(names, ', ')} ${names.length > 1 ? 'learn' : 'learns'} at ${count} of ${of}`,
  fewerLearn: (names: readonly string[], count: number) =>
    `${list(names, ', ')} at ${count === 0 ? 'none' : count}`,
  noneLearns: (across: string) => `Along “${across}”, no function learns at any value.`,
  everywhere: 'learns at every value',
  nowhere: 'learns at no value',
  learnsAt: (values: readonly string[]) => `learns at ${list(values, ', ')}`,
  learnsAtMany: (count: number, of: number) => `learns at ${count} of ${of}`,
  rows: 'Networks trained',
  progress: (done: string, total: string) => `Networks: ${done} of ${total}`,
  took: (seconds: string, cores: number) => `${seconds} s on ${cores} ${cores === 1 ? 'core' : 'cores'}`,
  waits: 'Large: it waits for Run.',
  noFunction: 'No function is chosen. Add one at the side.',
  failed: (message: string) => `The sweep ended: ${message}`,
  diverged: (count: number, of: number) => (of === 1 ? 'diverged' : `${count} of ${of} diverged`),
  refused: 'not trained',
  waiting: 'not trained yet',
  cell: (name: string, across: string, value: string, text: string) =>
    `${name}, ${across} ${value}: ${text}. Open in the playground`,
  spread: (count: number, low: string, high: string) => `${count} networks from ${low} to ${high}`,
  noFunctionOf: (asked: string) => `“${asked}” is no function of the catalogue. Left out.`,
  tooLarge: (label: string, asked: string, max: string) =>
    `${label} ${asked}: the most is ${max}. Using ${max}.`,
  tooSmall: (label: string, asked: string, min: string) =>
    `${label} ${asked}: the least is ${min}. Using ${min}.`,
  rounded: (label: string, asked: string, used: string) =>
    `${label} ${asked}: using ${used}, the nearest there is.`,
  noNumber: (label: string, asked: string, used: string) =>
    `${label} “${asked}” is no number. Using ${used}.`,
  noChoice: (label: string, asked: string, valid: readonly string[]) =>
    `${label} “${asked}” cannot be swept; there is ${list(valid, ', ')}.`,
  unknownAcross: (asked: string, valid: readonly string[]) =>
    `The link asked to sweep along “${asked}”; there is ${list(valid, ', ')}. Using depth.`,
  most: { functions: 'functions', values: 'values' },
  tooMany: (what: string, asked: number, used: number) =>
    `${asked} ${what} were asked for; the most is ${used}. Using the first ${used}.`,
}

const zh: typeof en = {
  functions: '函数',
  addFunction: '添加函数……',
  removeFunction: (name) => `移除 ${name}`,
  across: '沿着',
  values: '取值',
  range: (min, max) => `从 ${min} 到 ${max}，用逗号隔开。`,
  seeds: '每格网络数',
  seedsNote: '每个网络有自己的种子；各格用同一组种子。',
  steps: '步数',
  rest: '各格相同的设置',
  swept: (label) => `${label}：被扫描`,
  take: '取实验台的设置',
  run: '运行',
  stop: '停止',
  goOn: '继续',
  saveRows: '保存结果（JSON Lines）',
  saveGrid: '保存网格（JSON）',
  saveNote: '这份网格可在任何地方运行，分成几份都行：',
  noGrid: '手写数字是本页自带的数据，这份网格不能在别处运行。',
  accuracy: (steps) => `训练 ${steps} 步后的测试正确率`,
  loss: (steps) => `训练 ${steps} 步后的测试损失`,
  legend: (seeds, learned) =>
    seeds === 1
      ? `每格一个网络，画成一点：左端是随机猜测，右端是全部正确。点一格，打开它的网络。${learned}`
      : `数字是 ${seeds} 个网络里居中的那个。每点是一个网络：左端是随机猜测，右端是全部正确。点一格，打开居中的那个。${learned}`,
  learnedAccuracy: '粗体表示学会：至少 90\u2009% 正确。',
  learnedLoss: '粗体表示学会：损失不超过随机猜测的十分之一。',
  says: (across, parts) => `沿“${across}”，${list(parts, '；')}。`,
  mostLearn: (names, count, of) => `${list(names, '、')} 在 ${of} 个取值里的 ${count} 个上学会`,
  fewerLearn: (names, count) => `${list(names, '、')} ${count === 0 ? '一个也没有' : `${count} 个`}`,
  noneLearns: (across) => `沿“${across}”，没有函数在任何取值上学会。`,
  everywhere: '每个取值都学会',
  nowhere: '没有一个取值学会',
  learnsAt: (values) => `在 ${list(values, '、')} 学会`,
  learnsAtMany: (count, of) => `${of} 个里有 ${count} 个学会`,
  rows: '已训练的网络',
  progress: (done, total) => `网络：${done} / ${total}`,
  took: (seconds, cores) => `在 ${cores} 个核上用了 ${seconds} 秒`,
  waits: '量大，按“运行”才开始。',
  noFunction: '还没有选函数，请在旁边添加。',
  failed: (message) => `扫描中断：${message}`,
  diverged: (count, of) => (of === 1 ? '发散' : `${of} 个里 ${count} 个发散`),
  refused: '未训练',
  waiting: '还没有训练',
  cell: (name, across, value, text) => `${name}，${across} ${value}：${text}。在实验台打开`,
  spread: (count, low, high) => `${count} 个网络从 ${low} 到 ${high}`,
  noFunctionOf: (asked) => `函数目录里没有“${asked}”，已略去。`,
  tooLarge: (label, asked, max) => `${label} ${asked}：最多 ${max}，改用 ${max}。`,
  tooSmall: (label, asked, min) => `${label} ${asked}：最少 ${min}，改用 ${min}。`,
  rounded: (label, asked, used) => `${label} ${asked}：改用最接近的 ${used}。`,
  noNumber: (label, asked, used) => `${label}“${asked}”不是数，改用 ${used}。`,
  noChoice: (label, asked, valid) => `${label}“${asked}”不能扫描；可用的有：${list(valid, '、')}。`,
  unknownAcross: (asked, valid) => `链接要求沿“${asked}”扫描；可用的有：${list(valid, '、')}。改用 depth。`,
  most: { functions: '函数', values: '取值' },
  tooMany: (what, asked, used) => `要求了 ${asked} 个${what}，最多 ${used} 个。只用前 ${used} 个。`,
}

export type SweepWords = typeof en

export const sweepWords = ({ code }: Strings): SweepWords => (code === 'en' ? en : zh)
