// How the function gets into another page: the element of the package, or this page in a frame.

import type { ActivationInfo } from '../../engine/types.js'
import { isOwn } from '../playground/names.js'
import { writeLane, type LaneChoice } from '../playground/state.js'

export const EMBEDS = ['element', 'frame'] as const
export type Embed = (typeof EMBEDS)[number]

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')

/** Spaces separate functions there, and mean nothing in a text. */
const ownWord = ({ id, parameters }: LaneChoice): string =>
  [id.replace(/\s/g, ''), ...Object.entries(parameters).map(([name, value]) => `${name}=${value}`)].join(':')

/** @param page The address of this page, without what follows #. */
export function embedCode(embed: Embed, info: ActivationInfo, choice: LaneChoice, page: string): string {
  const lane = escaped(writeLane(choice))
  if (embed === 'element')
    return [
      '<script type="module" src="activation-playground/elements.js"></script>',
      `<activation-plot functions="${isOwn(choice.id) ? escaped(ownWord(choice)) : lane}"></activation-plot>`,
    ].join('\n')
  return [
    `<iframe src="${escaped(page)}#lanes=${lane}"`,
    `        title="${escaped(info.name.en)}" width="900" height="700"></iframe>`,
  ].join('\n')
}
