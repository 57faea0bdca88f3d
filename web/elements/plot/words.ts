// The few sentences an embedded plot needs by itself, where no page stands around it.

export interface PlotWords {
  label(names: string[]): string
  loading: string
  noFunction: string
  unknown(id: string): string
  meant(ids: string[]): string
  notRead(text: string, reason: string): string
  valid(count: number): string
  tooMany(most: number): string
  pooled(id: string): string
  noParameter(id: string, name: string, known: string[]): string
  badParameter(text: string, id: string, min: number, max: number): string
  badRange(text: string): string
  badShow(text: string): string
  failed(reason: string): string
  values: string
}

const en: PlotWords = {
  label: (names) => `${names.join(', ')}: curve and slope`,
  loading: 'Loading the engine',
  noFunction: 'No function named. Write functions="relu gelu".',
  unknown: (id) => `There is no function “${id}”.`,
  meant: (ids) => `Did you mean ${ids.join(' or ')}?`,
  notRead: (text, reason) => `“${text}” is no function (${reason}).`,
  valid: (count) => `All ${count} names`,
  tooMany: (most) => `One plot holds ${most} functions; the rest is left out.`,
  pooled: (id) => `${id} is not a function of one number: it has no curve.`,
  noParameter: (id, name, known) =>
    known.length === 0
      ? `${id} has no parameters, so no “${name}”.`
      : `${id} has no parameter “${name}”; it has ${known.join(', ')}.`,
  badParameter: (text, id, min, max) =>
    `${id}: “${text}” is not a number from ${min} to ${max}. Using the default.`,
  badRange: (text) => `range="${text}" is not two increasing numbers, as in range="-5 5". Using −5 to 5.`,
  badShow: (text) => `show="${text}" names neither value nor slope. Showing both.`,
  failed: (reason) => `The engine did not start: ${reason}`,
  values: 'Values',
}

const zh: PlotWords = {
  label: (names) => `${names.join('、')}：曲线与斜率`,
  loading: '正在载入引擎',
  noFunction: '没有写函数名。请写 functions="relu gelu"。',
  unknown: (id) => `没有名为“${id}”的函数。`,
  meant: (ids) => `是否指 ${ids.join(' 或 ')}？`,
  notRead: (text, reason) => `“${text}”不是函数（${reason}）。`,
  valid: (count) => `全部 ${count} 个名称`,
  tooMany: (most) => `一幅图至多 ${most} 个函数，其余略去。`,
  pooled: (id) => `${id} 不是单个数的函数，没有曲线。`,
  noParameter: (id, name, known) =>
    known.length === 0
      ? `${id} 没有参数，因而没有“${name}”。`
      : `${id} 没有参数“${name}”；它有 ${known.join('、')}。`,
  badParameter: (text, id, min, max) => `${id}：“${text}”不是 ${min} 到 ${max} 之间的数。改用默认值。`,
  badRange: (text) => `range="${text}" 不是两个递增的数，应如 range="-5 5"。改用 −5 到 5。`,
  badShow: (text) => `show="${text}" 里既没有 value 也没有 slope。两者都画。`,
  failed: (reason) => `引擎未能启动：${reason}`,
  values: '数值',
}

export const wordsFor = (lang: string): PlotWords => (lang.toLowerCase().startsWith('zh') ? zh : en)

export const nameLanguage = (lang: string): 'en' | 'zh' => (lang.toLowerCase().startsWith('zh') ? 'zh' : 'en')
