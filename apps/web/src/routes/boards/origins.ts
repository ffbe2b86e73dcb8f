/** Where notes come from that were made on another board, in words. */
import type { Origin } from '@moot/board'
import type { Role, WorkshopView } from '@moot/workshop'
import { slotAt, slotLabel } from '@moot/workshop'
import { t } from '../../text/index.ts'
import '../../text/withBoards.ts'
import { spaceName } from '../workshop/places.ts'

/** What is needed to say where something comes from. */
export interface OriginView extends Pick<WorkshopView, 'slots'> {
  readonly role: Role
  /** Whether there has been one round at most: then nobody needs to be told which. */
  readonly isOneRound: boolean
}

/**
 * “from Space 3”, of a board that belongs to a space, also of an earlier round or a space that is not there any more;
 * `undefined` for other boards. A board that went on in a further round is called by the one in which it was said. Facilitators
 * read “from R1·3 Leadership”, as in their lists.
 *
 * @param created - when the copy was made, ms since 1970
 */
export function spaceOrigin(
  { role, slots, isOneRound }: OriginView,
  from: Origin,
  created: number,
): string | undefined {
  const slot = slots[from.board]
  if (slot === undefined) return undefined
  const { kind } = slot
  if (kind === 'topic') return t('boards.fromSpace', { space: slot.title })
  if (kind !== 'breakout') return t('boards.fromSpace', { space: spaceName(slot) })
  const { round, number, title } = slotAt(slot, from.at ?? created)
  const space = spaceName({ kind, number })
  if (role === 'facilitator') return t('boards.fromSpace', { space: slotLabel(round, number, title) })
  return isOneRound ? t('boards.fromSpace', { space }) : t('boards.fromSpaceOf', { space, round })
}

/** What a view says of that. */
export function originView({ me, slots }: Pick<WorkshopView, 'me' | 'slots'>): OriginView {
  return { role: me.role, slots, isOneRound: Object.values(slots).every(({ round }) => round <= 1) }
}

/** What write-ups call the boards of spaces, by board and when something was said on it; '' for other boards. */
export function writeUpOrigins(slots: WorkshopView['slots']): (board: string, said: number) => string {
  return (board, said) => {
    const slot = slots[board]
    if (slot === undefined) return ''
    if (slot.kind === 'topic') return slot.title
    if (slot.kind !== 'breakout') return spaceName(slot)
    const { round, number, title } = slotAt(slot, said)
    return slotLabel(round, number, title)
  }
}
