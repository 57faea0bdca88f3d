// 页面上的全部中文。键与英文相同，由类型保证。

import type { Strings } from './en.js'
import { fixed, loss, number, percent, short, significant, whole } from './numbers.js'

const joint = {
  layer: '层',
  preActivations: '各层预激活的直方图，与曲线同一 x 轴',
  curve: '函数与斜率',
  below: '轴左之外',
  above: '轴右之外',
  median: '中位数',
}

export const zh: Strings = {
  code: 'zh-CN',
  title: '激活函数实验台',
  otherLanguage: 'English',
  otherLanguageCode: 'en',
  copyLink: '复制链接',
  copied: '链接已复制',
  theme: '切换深浅色',
  close: '关闭',

  views: { label: '视图', playground: '实验台', catalogue: '函数目录', sweep: '扫描' },
  viewFailed: '这个视图没有载入。请重新载入页面再试。',

  number,
  whole,
  percent,
  fixed,
  loss,
  short,
  significant,

  transport: {
    label: '播放控制',
    play: '播放',
    pause: '暂停',
    step: '走一步',
    rewind: '回到同样的初始权重',
    newSeed: '换一个种子',
    stepCount: '步',
    epoch: (epoch) => `第 ${epoch} 轮`,
    settings: '设置',
  },

  groups: {
    speed: '速度',
    seed: '种子',
    data: '数据',
    network: '网络',
    weights: '初始权重',
    optimiser: '优化器',
    batch: '批大小',
  },
  options: {
    speed: { '1': '1 步/帧', '10': '10 步/帧', '100': '100 步/帧', full: '全速' },
    data: { spiral: '螺旋' },
    init: { xavier_normal: 'Xavier' },
    optimiser: { sgd: 'SGD' },
  },
  speedShort: { '1': '1×', '10': '10×', '100': '100×', full: '全速' },
  dataValue: (name, points) => `${name}，${points} 点`,

  columns: {
    function: '函数，以及输入落在哪里',
    thicker: '越粗：落在此处的输入越多',
    soft: '软饱和',
    hard: '硬饱和',
    flow: '传回来多少',
    flowNote: '竖线：训练前。行与左边的层对齐',
    learned: '网络学到了什么',
    classA: '甲类',
    classB: '乙类',
    curveFit: '线：网络的回答',
    digitsNote: '测试图；加框：读错的',
    loss: '损失',
    lossNote: '同样的数据、初始权重和批次顺序',
    gradient: '第 1 层的梯度',
    gradientNote: '对数刻度；第 1 层靠它学习',
  },

  lane: {
    label: (name) => `${name} 这一条`,
    choose: (name) => `${name}：换一个函数`,
    remove: (name) => `移除 ${name}`,
    add: '添加一条',
    removed: (name) => `已移除 ${name}。`,
    undo: '撤销',
    chips: '各条',
    formula: '公式',
    training: '训练',
    test: '测试',
    lossWord: '损失',
    catchingUp: (step, of) => `正在补训：第 ${step} 步，共 ${of} 步`,
    building: '正在搭建网络',
    failed: (message) => `这一条无法训练：${message}`,
  },

  verdict: {
    flat: '没有在学',
    early: '刚开始',
    learning: '正在学',
    worse: '没有在学',
    stalled: '没有在学',
    learned: '学会了',
    diverged: '发散',
  },
  verdictNote: {
    flat: '损失停在随机猜测',
    worse: '损失高于随机猜测',
    early: '还看不出来',
    learning: '损失在下降',
    stalled: '损失不再下降',
    learned: '训练数据已分开',
    learnedCurve: '已贴合曲线',
    diverged: '',
  },
  verdictSaid: (name, verdict) => `${name}：${verdict}。`,

  flow: {
    part: (last) => `的梯度从第 ${last} 层传到第 1 层。`,
    gain: (last) => `的梯度从第 ${last} 层传到第 1 层。`,
    times: (value) => `${value} 倍`,
    same: '≈ 1 倍',
    nothing: '没有任何一层收到梯度。',
    onlyLayer: '是唯一一层的梯度。',
    noSlope: 'f′ 处处为 0：什么也传不回来。',
    dead: (share) => `${share} 的单元已死亡：在每个训练点上 f′ 都为 0。`,
    saturated: (share) => `${share} 的输入落在 f′ < 0.05 处：饱和。`,
    bounded: (bound, layers) => `f′ 处处不超过 ${bound}。连乘 ${layers} 层，前面的层所剩无几。`,
    boundedOnly: (bound) => `f′ 处处不超过 ${bound}。`,
    gated: (slope) => `平均 f′ 为 ${slope}：通过的部分原样传回，其余归零。`,
    whole: 'f′ 处处为 1：只有权重会改变梯度的大小。',
    steep: (slope) => `平均 f′ 为 ${slope}：输入大多落在曲线陡的地方。`,
    shallow: (slope, bound) => `平均 f′ 为 ${slope}，最大可到 ${bound}：许多输入落在曲线平的地方。`,
    average: (slope) => `平均 f′ 为 ${slope}，参数取训练所得的值。`,
  },

  readout: {
    caption: '各条在同一个 x 处的值',
    at: (x) => `x = ${x} 处`,
    inputs: '此处输入',
    none: '–',
  },

  try: {
    heading: '试一试',
    scenes: {
      start: '六层的 Sigmoid、Tanh 和 ReLU',
      saturation: '初始权重放大 8 倍：饱和',
      dead: 'ReLU 单元死亡，Leaky ReLU 不会',
      gelu: '把 Sigmoid 换成 GELU',
      shallow: '把六层减到两层',
      deep: '30 层：ELU 与 ReLU',
    },
  },

  loading: {
    engine: '正在载入引擎',
    note: '先画坐标轴：曲线到来时画面不会跳动。',
    digits: '正在载入手写数字',
  },
  engineFailed: {
    title: '引擎没有载入。',
    text: (message) => `${message} 请重新载入页面再试。`,
  },
  functionsFailed: (message: string) => `其他函数或设置未能载入：${message}。再次打开它们的列表即可重试。`,
  digitsFailed: (used) => `手写数字没有载入，继续使用${used}。再选一次可重试。`,

  notices: {
    label: '提示',
    rewound: (what) => `${what}已改：各条从初始权重重新开始。`,
  },

  guessing: {
    binary_cross_entropy: '随机猜测 ln 2',
    softmax_cross_entropy: '随机猜测 ln 10',
    mean_squared_error: '猜平均值，y 的方差',
  },
  figures: {
    label: '图',
    chart: { step: '步', training: '训练', test: '测试' },
    joint,
    jointBare: { ...joint, preActivations: '' },
    flow: {
      gradient: '梯度',
      meanSlope: '平均f′',
      saturated: '饱和',
      dead: '死亡',
      mean: '均值',
      variance: '方差',
      layer: '层',
    },
    boundary: {
      class: '类',
      classA: '甲类',
      classB: '乙类',
      area: '所占平面',
      predicted: '读作',
      digit: '数字',
      x: 'x',
      y: '拟合值',
    },
  },
}
