// 各家约定不一致之处的中文。键与英文相同，由类型保证。

import type { differenceWords as en } from './differences-en.js'

// Without a break over two lines.
const at = (x: string): string => `x\u00a0=\u00a0${x}`
const whole = '[−5,\u00a05]'

export const differenceWords: typeof en = {
  differences: {
    gelu: '精确，或用 tanh 近似',
    leaky_slope: '0 左侧的默认斜率',
    prelu_first: '0 左侧斜率的初值',
    hard_sigmoid: '中间一段的斜率',
    sinc: '带不带 π',
    silu_beta: '有没有参数 β',
    softplus_tail: '右侧远处：取函数值，或直接取 x',
    selu_constants: '两个常数',
    hard_shrink_bias: 'Shrink 与 Hardshrink',
    soft_shrink_bias: 'Shrink 与 Softshrink',
    hard_shrink_sides: '一个阈值，或左右各一个',
    soft_shrink_sides: '一个阈值，或左右各一个',
    elu_docstring: '文档字符串少了括号',
    halves: '哪一半是门',
    relu_at_0: '0 处的斜率',
    leaky_at_0: '0 处的斜率',
    elu_at_0: 'α = 2 时 0 处的斜率',
    relu6_at_0: '0 处的斜率',
    relu6_at_6: '6 处的斜率',
    hard_tanh_at_1: '1 处的斜率',
    hard_swish_at_minus_3: '−3 处的斜率',
    hard_swish_at_3: '3 处的斜率',
    threshold_at_theta: '恰在阈值处的取值，以及默认阈值',
    softsign_slope: '自动微分在远处给出的斜率',
    nan: '输入 NaN 时',
    lecun_tanh_factor: '系数：两个数字写反',
    selu_slope: '用 f 写出的 f′',
    guide: '一篇流传较广的指南所印',
  },
  how: {
    here: '本目录',
    measured: '实测',
    exact: '函数本身',
    threshold: 'βx > 20 时取 x',
    inFull: '常数取全部数位',
    rounded: '常数舍入到 float32',
    docstring: '文档字符串所印',
    oneElement: '填不满 SIMD 向量的元素',
    lanes: 'SIMD 向量里的元素',
    default1: '默认 1',
    noDefault: '无默认值',
    gateSecond: '门在后',
    gateFirst: '门在前',
    float64: 'float64 自动微分',
    float32: 'float32 自动微分',
  },
  stated: {
    named: (who, what) => `${who}：${what}`,
    compared: (name) => `${name}，与之比较`,
    onRow: (other) => `输入行为 (x, ${other})。`,
    farthest: (difference, x, range) => `在 ${range} 上相差最大：${difference}，在 ${at(x)} 处。`,
    farthestSlopes: (difference, x, range) => `在 ${range} 上斜率相差最大：${difference}，在 ${at(x)} 处。`,
    slopesFarthest: (difference, x) => `斜率相差最大：${difference}，在 ${at(x)} 处。`,
    slopesEqual: '斜率相等。',
    agree: (range, points) => `在 ${range} 上没有差别：${points} 个点上函数值与斜率都相等。`,
    steps: (most) =>
      most === 0 ? '舍入到 float32 后函数值相等。' : `换成 float32 至多差 ${most} 步，属于舍入。`,
    constants: (names) => `舍入到 float32 后 ${names} 是同样的数：在 float32 里毫无差别。`,
    kink: (name, first, second, difference) =>
      `${name} 取 ${first} 或 ${second}，相差 ${difference}。其他各处一致。`,
    kinkAgrees: (name, value, left, right) =>
      `两者一致：${name} 为 ${value}。左极限为 ${left}，右极限为 ${right}。`,
    nan: (here, there) => `f′(NaN) 在本目录为 ${here}，在那里为 ${there}。`,
    nanAgrees: '两者的 f′(NaN) 都是 NaN。',
    nanLost: (there) => `那里的 f(NaN) 为 ${there}：NaN 丢失了。`,
    nanKept: '两者的 f(NaN) 都是 NaN。',
    arithmetic: (x, error, roundings) =>
      `在 ${at(x)} 附近，f′ 的相对误差为 ${error}，合 ${roundings} 次舍入。`,
    arithmeticHere: (worst) => `本目录用 float32，在图示各处至多 ${worst}。`,
    outside: (measured, share) => `实测：${measured}。在 ${whole} 的 ${share} 上超出所印范围。`,
    tooWide: (measured) => `实测：${measured}。所印范围偏宽。`,
    monotone: (measured, least) => `实测：${measured}。${whole} 上最小的 f′ 为 ${least}，不低于 0。`,
    even: (measured, difference, x) =>
      `实测：${measured}函数。在 ${at(x)} 处 f(x) 与 f(−x) 相差 ${difference}。`,
    smooth: (each) => `实测：${each}。`,
  },
  printed: {
    range: (sign, text) => `${sign} 的值域为 ${text}`,
    notMonotone: '不单调',
    even: '对称',
    smooth: (text) => `连续性为 ${text}`,
  },
}
