/** What a step in spaces has to do with the round of spaces that is open. */
import { SPACES_MAX } from '@moot/workshop'
import type { ListedStage } from '../workshop/runningOrder.ts'
import type { SpacesPrefill } from '../spaces/openSpaces.ts'

/** How many meet in one space for a check-in (methods T-15). */
const CHECK_IN_SIZE = 3

/** What the dialog that opens spaces begins with, for a step and so many participants who are here. */
export function prefillFor({ kind, where, template, prompt }: ListedStage, here: number): SpacesPrefill {
  return {
    template,
    question: prompt,
    fill: where === 'round' ? 'choose' : 'random',
    ...(kind === 'check-in' &&
      here > 0 && { count: Math.min(SPACES_MAX, Math.max(1, Math.floor(here / CHECK_IN_SIZE))) }),
  }
}
