// Which view an address asks for. Alone in its file: views import it, and must not take along how they are loaded.

export type View = 'playground' | 'catalogue'

export const viewOf = (hash: string): View => (/^#catalogue(&|$)/.test(hash) ? 'catalogue' : 'playground')
