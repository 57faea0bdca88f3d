// Which functions a query finds: by name in either language, id, other names, and the names in the frameworks.

import type { ActivationInfo } from '../../engine/types.js'

const haystacks = new WeakMap<ActivationInfo, string>()

function haystack(info: ActivationInfo): string {
  let text = haystacks.get(info)
  if (text === undefined) {
    const { id, name, aliases, frameworks } = info
    const names = [id, id.replace(/_/g, ' '), id.replace(/_/g, ''), name.en, name.zh, aliases]
    text = [...names, ...Object.values(frameworks)].join('\n').toLowerCase()
    haystacks.set(info, text)
  }
  return text
}

/** Every word of the query is found somewhere. */
export function matches(info: ActivationInfo, query: string): boolean {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  return words.every((word) => haystack(info).includes(word))
}
