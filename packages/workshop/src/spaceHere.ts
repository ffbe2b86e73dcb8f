/** Spaces that can be named in a command. */
import { entryOf, refuse } from './decision.ts'
import type { Space } from './spaces.ts'
import type { Workshop } from './state.ts'

/** Refuses what is asked of a space that is not there. */
export const NO_SUCH_SPACE = refuse('no_such_space', 'That space is not there any more.')

/** A space by an id from outside, folded ones included, unless it was removed. */
export function spaceHere({ spaces }: Pick<Workshop, 'spaces'>, id: string): Space | undefined {
  const space = entryOf(spaces, id)
  return space?.isGone === false ? space : undefined
}
