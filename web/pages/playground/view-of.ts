// Which view an address asks for. Alone in its file: views import it, and must not take along how they are loaded.

export type View = 'playground' | 'catalogue' | 'sweep'

export const viewOf = (hash: string): View =>
  (/^#(catalogue|sweep)(&|$)/.exec(hash)?.[1] as View | undefined) ?? 'playground'
