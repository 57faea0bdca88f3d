// Code to copy, derived from the names in the catalogue: an import and a call, at the parameters that are shown.

import type { ActivationInfo, Framework, Parameters } from '../../engine/types.js'
import { ARGUMENTS, CALLS } from './arguments.js'
import { FRAMEWORK_NAMES, FRAMEWORKS } from './facets.js'

export type Code = Framework | 'cpp'

export const CODES: readonly Code[] = [...FRAMEWORKS, 'cpp']
export const CODE_NAMES: Readonly<Record<Code, string>> = { ...FRAMEWORK_NAMES, cpp: 'C++' }

/** Ours is always there. */
export const codesOf = (info: ActivationInfo): Code[] =>
  CODES.filter((code) => code === 'cpp' || info.frameworks[code] !== undefined)

export function snippet(info: ActivationInfo, code: Code, parameters: Parameters): string {
  const values = Object.fromEntries(
    info.parameters.map(({ name, default: initial }) => [name, written(parameters[name] ?? initial)]),
  )
  if (code === 'cpp') return cpp(info, values)
  const name = CALLS[info.id]?.[code] ?? info.frameworks[code] ?? ''
  const call = parsed(name, info, code, values)
  const lines = code === 'onnx' ? onnx(call) : python(call)
  const left = call.left.filter((parameter) => differs(info, parameter, parameters))
  const notes = left.map((parameter) => `# no argument for ${parameter}: here it is ${values[parameter]}`)
  return [...(call.note ? [`# ${call.note}`] : []), ...notes, ...lines].join('\n')
}

interface Call {
  path: string
  /** Between the brackets; null where the name has none. */
  text: string | null
  /** Our parameters as the framework's arguments: name=value. */
  named: string[]
  /** Parameters that go in nowhere. */
  left: string[]
  /** What stands after the name in brackets of its own: (archived). */
  note: string
}

/** Six figures, and a zero left of the point. */
const written = (value: number): string => String(Number(value.toPrecision(6)))

function differs(info: ActivationInfo, name: string, parameters: Parameters): boolean {
  const initial = info.parameters.find((parameter) => parameter.name === name)?.default
  return name in parameters && initial !== undefined && written(parameters[name]) !== written(initial)
}

function parsed(
  name: string,
  info: ActivationInfo,
  code: Framework,
  values: Readonly<Record<string, string>>,
): Call {
  const [, bare = name, note = ''] = /^(.*\S)\s+\(([^()]*)\)$/.exec(name) ?? []
  const [, path = bare, inside = null] = /^([\w.]+)\((.*)\)$/.exec(bare) ?? []
  const used = new Set<string>()
  // The function's own parameters are named in the brackets: Threshold(theta, 0), silu(beta=).
  const text =
    inside?.replace(/\b([a-z_]\w*)\b(?!\s*=\s*[^,\s)])(=?)/g, (whole, word: string, equals: string) => {
      if (!(word in values)) return word === 'x1' ? 'x' : whole
      used.add(word)
      return equals ? `${word}=${values[word]}` : values[word]
    }) ?? null
  const names = ARGUMENTS[info.id]?.[code] ?? {}
  const open = info.parameters.map((parameter) => parameter.name).filter((parameter) => !used.has(parameter))
  const named = open
    .filter((parameter) => parameter in names)
    .map((parameter) => `${names[parameter]}=${values[parameter]}`)
  return { path, text, named, left: open.filter((parameter) => !(parameter in names)), note }
}

const IMPORTS: Readonly<Record<string, string>> = {
  tf: 'import tensorflow as tf',
  tfa: 'import tensorflow_addons as tfa',
}

function python({ path, text, named }: Call): string[] {
  const [top] = path.split('.')
  // Of jax, its scipy alone has modules that do not come with it.
  const deep = path.startsWith('jax.scipy.') ? path.split('.').slice(0, -1).join('.') : top
  const given = [...(text ? [text] : []), ...named]
  const lines = [IMPORTS[top] ?? `import ${deep}`, '']
  // A class makes a layer, a function is called.
  if (/\.[A-Z]\w*$/.test(path))
    return [...lines, `activation = ${path}(${given.join(', ')})`, 'y = activation(x)']
  const whole = text !== null && /^x\b/.test(text)
  return [...lines, `y = ${path}(${(whole ? given : ['x', ...given]).join(', ')})`]
}

function onnx({ path, text, named }: Call): string[] {
  const inside = text ? text.split(/\s*,\s*/) : []
  const attributes = [...inside.filter((part) => part.includes('=')), ...named].map(typed)
  const given = inside.filter((part) => !part.includes('='))
  const tensors = given.filter((part) => /^[a-z]/.test(part))
  // Numbers among the inputs are tensors of their own.
  const constants = given.filter((part) => !tensors.includes(part))
  const inputs = [...(tensors.length > 0 ? tensors : ['x']), ...constants.map((_, k) => `c${k + 1}`)]
  return [
    'from onnx import helper',
    '',
    `node = helper.make_node('${path}', [${inputs.map((input) => `'${input}'`).join(', ')}], ['y']${attributes.map((part) => `, ${part}`).join('')})`,
    ...constants.map((value, k) => `# c${k + 1} = ${value}: a constant`),
  ]
}

/** A whole number would become an attribute of type INT, which all but the axis refuse. */
const typed = (attribute: string): string =>
  attribute.startsWith('axis=') ? attribute : attribute.replace(/=(-?\d+)$/, '=$1.0')

/** leaky_relu -> LeakyRelu, the rule of cpp/activations. */
const structName = (id: string): string =>
  id.replace(/(^|_)(.)/g, (_, __, letter: string) => letter.toUpperCase())

function cpp(info: ActivationInfo, values: Readonly<Record<string, string>>): string {
  // How many pieces a pooled function has is the caller's matter.
  const members = Object.values(info.kind === 'pooled' ? {} : values).map(
    (value) => `F32x4::splat(${/[.e]/.test(value) ? value : `${value}.0`}f)`,
  )
  return [
    `#include "cpp/activations/${info.id}.h"`,
    '',
    'using namespace playground;',
    `${structName(info.id)} f{${members.join(', ')}};`,
    ...cppCall(info),
  ].join('\n')
}

function cppCall({ kind, elementWise }: ActivationInfo): string[] {
  if (elementWise) return ["Dual y = f.value_and_slope(F32x4::load(x));  // f and f' of four floats"]
  if (kind === 'gated') return ['F32x4 y = f.value(F32x4::load(a), F32x4::load(b));  // b gates a']
  if (kind === 'pooled')
    return [
      '// The larger of two pieces.',
      'F32x4 y = F32x4::load(a);',
      'F32x4 z = F32x4::load(b);',
      'y = select(f.replaces(y, z), z, y);',
    ]
  const noise = kind === 'stochastic' ? '{noise, 4, n}, ' : ''
  return ['// Four rows of n: feature i of row r at x[4 * i + r].', `f.value({x, 4, n}, ${noise}{y, 4});`]
}
