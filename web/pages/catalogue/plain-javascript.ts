// What one writes in plain JavaScript: the textbook formula of each function, by id. Accuracy in the tails is no aim
// here. Arguments: x, then the parameters in the catalogue's order. The opponent of the kernels, in the sheets' costs and
// in web/bench/kernels.mjs, which compares the answers first; a function that is missing here is timed without it.

const { abs, atan, cos, exp, expm1, log1p, max, min, sign, sin, sqrt, tanh } = Math

const sigmoid = (x: number) => 1 / (1 + exp(-x))
const softplus = (x: number) => max(x, 0) + log1p(exp(-abs(x)))
// JavaScript has no error function: Cody 1969, to double precision. A cheaper formula, good to 1e-7, would lose to the
// kernels it is compared with wherever erf is small.
const erfSmall = (x: number) => {
  const y = x * x
  const p =
    (((0.18577770618460315 * y + 3.1611237438705655) * y + 113.86415415105016) * y + 377.485237685302) * y
  const q = (((y + 23.601290952344122) * y + 244.02463793444417) * y + 1282.6165260773723) * y
  return (x * (p + 3209.3775891384694)) / (q + 2844.236833439171)
}
const erfcMiddle = (t: number) => {
  const p =
    (((((((2.1531153547440383e-8 * t + 0.5641884969886701) * t + 8.883149794388377) * t + 66.11919063714163) *
      t +
      298.6351381974001) *
      t +
      881.952221241769) *
      t +
      1712.0476126340707) *
      t +
      2051.0783778260716) *
      t +
    1230.3393547979972
  const q =
    (((((((t + 15.744926110709835) * t + 117.6939508913125) * t + 537.1811018620099) * t +
      1621.3895745666903) *
      t +
      3290.7992357334597) *
      t +
      4362.619090143247) *
      t +
      3439.3676741437216) *
      t +
    1230.3393548037495
  return (exp(-t * t) * p) / q
}
const erfcLarge = (t: number) => {
  const y = 1 / (t * t)
  const p =
    ((((0.016315387137302097 * y + 0.30532663496123236) * y + 0.36034489994980445) * y +
      0.12578172611122926) *
      y +
      0.016083785148742275) *
      y +
    6.587491615298378e-4
  const q =
    ((((y + 2.568520192289822) * y + 1.8729528499234671) * y + 0.5279051029514285) * y +
      0.06051834131244132) *
      y +
    0.002335204976268692
  return (exp(-t * t) * (1 / sqrt(Math.PI) - (y * p) / q)) / t
}
const erfcTail = (t: number) => (t < 4 ? erfcMiddle(t) : t < 27 ? erfcLarge(t) : 0)
const erf = (x: number) => (abs(x) < 0.46875 ? erfSmall(x) : sign(x) * (1 - erfcTail(abs(x))))
const erfc = (x: number) => (abs(x) < 0.46875 ? 1 - erfSmall(x) : x > 0 ? erfcTail(x) : 2 - erfcTail(-x))
const normalCdf = (x: number) => 0.5 * erfc(-x * Math.SQRT1_2)

const noisyHard = (x: number, u: number, h: number, alpha: number, c: number, p: number, eps: number) =>
  alpha * h + (1 - alpha) * u - sign(x) * sign(1 - alpha) * c * (sigmoid(p * (h - u)) - 0.5) ** 2 * eps

export const formulas: Readonly<Record<string, (x: number, ...parameters: number[]) => number>> = {
  absolute: (x) => abs(x),
  aconc: (x, p1 = 0, p2 = 0, beta = 0) => (p1 - p2) * x * sigmoid(beta * (p1 - p2) * x) + p2 * x,
  apl: (x, a1 = 0, b1 = 0, a2 = 0, b2 = 0) => max(0, x) + a1 * max(0, b1 - x) + a2 * max(0, b2 - x),
  arctan: (x) => atan(x),
  bent_identity: (x) => (sqrt(x * x + 1) - 1) / 2 + x,
  binary_step: (x, theta = 0) => (x >= theta ? 1 : 0),
  celu: (x, alpha = 1) => max(0, x) + min(0, alpha * expm1(x / alpha)),
  cosine: (x) => cos(x),
  cubic: (x) => x * x * x,
  d_silu: (x) => sigmoid(x) * (1 + x * (1 - sigmoid(x))),
  dyt: (x, alpha = 1, gamma = 1, beta = 0) => gamma * tanh(alpha * x) + beta,
  e_swish: (x, beta = 1) => beta * x * sigmoid(x),
  elish: (x) => (x >= 0 ? x : expm1(x)) * sigmoid(x),
  elliott_sigmoid: (x) => x / (2 * (1 + abs(x))) + 0.5,
  elu: (x, alpha = 1) => (x > 0 ? x : alpha * expm1(x)),
  erf,
  exponential: (x) => exp(x),
  flatten_t_swish: (x, T = 0) => (x >= 0 ? x * sigmoid(x) + T : T),
  gaussian: (x) => exp(-x * x),
  gcu: (x) => x * cos(x),
  gelu: (x) => x * normalCdf(x),
  gelu_tanh: (x) => 0.5 * x * (1 + tanh(sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x))),
  hard_elish: (x) => (x >= 0 ? x : expm1(x)) * max(0, min(1, (x + 1) / 2)),
  hard_mish: (x) => 0.5 * x * min(2, max(0, x + 2)),
  hard_shrink: (x, lambda = 0) => (abs(x) > lambda ? x : 0),
  hard_sigmoid: (x) => max(0, min(1, x / 6 + 0.5)),
  hard_sigmoid_linear: (x, alpha = 1, beta = 0) => max(0, min(1, alpha * x + beta)),
  hard_swish: (x) => (x * max(0, min(6, x + 3))) / 6,
  hard_tanh: (x, low = -1, high = 1) => max(low, min(high, x)),
  identity: (x) => x,
  isrlu: (x, alpha = 1) => (x >= 0 ? x : x / sqrt(1 + alpha * x * x)),
  isru: (x, alpha = 1) => x / sqrt(1 + alpha * x * x),
  leaky_relu: (x, slope = 0) => (x > 0 ? x : slope * x),
  lecun_tanh: (x) => 1.7159 * tanh((2 * x) / 3),
  lisht: (x) => x * tanh(x),
  log_log: (x) => -expm1(-exp(x)),
  log_sigmoid: (x) => -softplus(-x),
  logish: (x) => x * log1p(sigmoid(x)),
  mish: (x) => x * tanh(softplus(x)),
  nlrelu: (x, beta = 1) => log1p(beta * max(0, x)),
  noisy_hard_sigmoid: (x, alpha = 1, c = 0, p = 1, eps = 0) =>
    noisyHard(x, x / 4 + 0.5, max(0, min(1, x / 4 + 0.5)), alpha, c, p, eps),
  noisy_hard_tanh: (x, alpha = 1, c = 0, p = 1, eps = 0) =>
    noisyHard(x, x, max(-1, min(1, x)), alpha, c, p, eps),
  normal_cdf: normalCdf,
  pau: (x, a0 = 0, a1 = 0, a2 = 0, a3 = 0, a4 = 0, a5 = 0, b1 = 0, b2 = 0, b3 = 0, b4 = 0) =>
    (((((a5 * x + a4) * x + a3) * x + a2) * x + a1) * x + a0) /
    (1 + abs((((b4 * x + b3) * x + b2) * x + b1) * x)),
  pelu: (x, a = 1, b = 1) => (x >= 0 ? (a / b) * x : a * expm1(x / b)),
  penalized_tanh: (x, a = 1) => (x > 0 ? tanh(x) : a * tanh(x)),
  phish: (x) => x * tanh(x * normalCdf(x)),
  prelu: (x, a = 1) => (x > 0 ? x : a * x),
  probact: (x, sigma = 0, eps = 0) => max(0, x) + sigma * eps,
  quick_gelu: (x) => x * sigmoid(1.702 * x),
  rational_a: (x, a0 = 0, a1 = 0, a2 = 0, a3 = 0, a4 = 0, a5 = 0, b1 = 0, b2 = 0, b3 = 0, b4 = 0) =>
    (((((a5 * x + a4) * x + a3) * x + a2) * x + a1) * x + a0) /
    (1 + abs(b1 * x) + abs(b2 * x * x) + abs(b3 * x * x * x) + abs(b4 * x * x * x * x)),
  relu: (x) => max(0, x),
  relu6: (x) => min(max(0, x), 6),
  relu_squared: (x) => max(0, x) ** 2,
  rrelu: (x, a = 1) => (x > 0 ? x : a * x),
  selu: (x) => 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * expm1(x)),
  serf: (x) => x * erf(softplus(x)),
  shifted_softplus: (x) => softplus(x) - Math.LN2,
  shrink: (x, lambda = 0, bias = 0) => (x < -lambda ? x + bias : x > lambda ? x - bias : 0),
  sigmoid,
  signum: (x) => sign(x),
  silu: (x) => x * sigmoid(x),
  sinc: (x) => (x === 0 ? 1 : sin(x) / x),
  sinusoid: (x) => sin(x),
  siren: (x, omega = 1) => sin(omega * x),
  smish: (x) => x * tanh(log1p(sigmoid(x))),
  smu: (x, alpha = 0, mu = 1) => ((1 + alpha) * x + (1 - alpha) * x * erf(mu * (1 - alpha) * x)) / 2,
  snake: (x, a = 1) => x + sin(a * x) ** 2 / a,
  soft_clipping: (x, alpha = 1) => (softplus(alpha * x) - softplus(alpha * (x - 1))) / alpha,
  soft_exponential: (x, alpha = 0) =>
    alpha < 0 ? -log1p(-alpha * (x + alpha)) / alpha : alpha === 0 ? x : expm1(alpha * x) / alpha + alpha,
  soft_shrink: (x, lambda = 0) => (x > lambda ? x - lambda : x < -lambda ? x + lambda : 0),
  softplus: (x, beta = 1) => softplus(beta * x) / beta,
  softsign: (x) => x / (1 + abs(x)),
  sparse_plus: (x) => (x <= -1 ? 0 : x < 1 ? ((x + 1) * (x + 1)) / 4 : x),
  sparse_sigmoid: (x) => (x <= -1 ? 0 : x < 1 ? (x + 1) / 2 : 1),
  sqnl: (x) => (x > 2 ? 1 : x < -2 ? -1 : x - (x * abs(x)) / 4),
  square: (x) => x * x,
  squareplus: (x, b = 0) => (x + sqrt(x * x + b)) / 2,
  srelu: (x, tl = 0, al = 0, tr = 0, ar = 0) =>
    x <= tl ? tl + al * (x - tl) : x < tr ? x : tr + ar * (x - tr),
  star_relu: (x, s = 1, b = 0) => s * max(0, x) ** 2 + b,
  swish: (x, beta = 1) => x * sigmoid(beta * x),
  symlog: (x) => sign(x) * log1p(abs(x)),
  symmetric_sigmoid: (x) => tanh(x / 2),
  tanh: (x) => tanh(x),
  tanh_exp: (x) => x * tanh(exp(x)),
  tanh_shrink: (x) => x - tanh(x),
  threshold: (x, theta = 0, value = 0) => (x > theta ? x : value),
  thresholded_relu: (x, theta = 0) => (x > theta ? x : 0),
}
