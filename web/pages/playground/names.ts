// How functions are called on the page: as the catalogue has it, or as they were written.

import type { ActivationInfo } from '../../engine/types.js'

/** Written by a reader: the id is the text behind an equals sign. */
export const isOwn = (id: string): boolean => id[0] === '='

const LONGEST = 8

/**
 * The name, without what stands in brackets; Latin in both languages, as formulas and papers have it. Of a reader's own
 * function the beginning of its text.
 */
export function functionName({ id, name: { en } }: ActivationInfo): string {
  if (!isOwn(id)) return en.replace(/\s*[(（].*$/, '')
  const text = en.replace(/ /g, '')
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}
