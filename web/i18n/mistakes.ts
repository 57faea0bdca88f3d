// Why a text is no function, in Chinese; in English the engine says it (cpp/expression/mistakes.h).

import type { Strings } from './en.js'

/** By reason; {0}, {1}, ... are its details. */
export const mistakesInChinese: Readonly<Record<string, string>> = {
  too_long: '表达式超过 {0} 个字符',
  too_deep: '嵌套太深',
  unexpected: '此处不应有 {0}',
  no_colon: '成立与不成立的两个值之间应有 ":"，而这里是 {0}',
  no_bracket: '应为 ")"，而这里是 {0}',
  no_call_bracket: '{1} 的自变量之后应为 ")"，而这里是 {0}',
  no_equals: '应为 "=" 和参数的初始值，而这里是 {0}',
  no_operator: '应为运算符，而这里是 {0}；2x 请写成 2 * x',
  no_operand: '应为数字、x、参数或函数，而这里是 {0}',
  no_number: '应为数字，而这里是 {0}',
  no_parameter: '应为参数，如 a = 0.5，而这里是 {0}',
  other_parameter: '表达式没有参数 {0}',
  too_many_parameters: '参数超过 {0} 个',
  no_arguments: '{0} 是函数：请在后面的括号里写它作用于什么',
  takes_one: '{0} 需要 1 个自变量',
  takes: '{0} 需要 {1} 个自变量',
  takes_up_to: '{0} 需要 {1} 到 {2} 个自变量',
  of_rows: '{0} 是作用于整行的函数：表达式只作用于一个数',
  not_in_range: '{1} 的 {0} 必须是 {2} 到 {3} 之间的数',
  not_whole: '{1} 的 {0} 必须是 {2} 到 {3} 之间的整数',
  unknown_name: '未知名称 {0}；参数是一个字母（a、b2）或希腊字母的名称（alpha）',
  name_near: '未知名称 {0}；是不是 {1}？',
  unknown_function: '未知函数 {0}',
  function_near: '未知函数 {0}；是不是 {1}？',
}

/** What stands where a text ends too early. */
const END = 'end'

export function mistakeText(
  { message, reason, details }: { message: string; reason: string; details: readonly string[] },
  { code }: Strings,
): string {
  const sentence = code === 'en' ? undefined : mistakesInChinese[reason]
  if (sentence === undefined) return message
  return sentence.replace(/ ?\{(\d)\}/g, (place, k: string) => {
    const detail = details[Number(k)]
    return detail === END ? '结尾' : place.replace(/\{.*/, detail)
  })
}
