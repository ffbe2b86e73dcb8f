/** Where notes come from that were made on another board, in words. */
import type { Role, WorkshopView } from '@moot/workshop'
import { slotLabel } from '@moot/workshop'
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
 * `undefined` for other boards. Facilitators read “from R1·3 Leadership”, as in their lists.
 */
export function spaceOrigin({ role, slots, isOneRound }: OriginView, board: string): string | undefined {
  const slot = slots[board]
  if (slot === undefined) return undefined
  const { kind, round, number, title } = slot
  if (kind === 'topic') return t('boards.fromSpace', { space: title })
  const space = spaceName(slot)
  if (kind !== 'breakout') return t('boards.fromSpace', { space })
  if (role === 'facilitator') return t('boards.fromSpace', { space: slotLabel(round, number, title) })
  return isOneRound ? t('boards.fromSpace', { space }) : t('boards.fromSpaceOf', { space, round })
}

/** What a view says of that. */
export function originView({ me, slots }: Pick<WorkshopView, 'me' | 'slots'>): OriginView {
  return { role: me.role, slots, isOneRound: Object.values(slots).every(({ round }) => round <= 1) }
}

/** What write-ups call the boards of spaces, by board. */
export function writeUpOrigins(slots: WorkshopView['slots']): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(slots).map(([board, slot]) => [
      board,
      slot.kind === 'breakout'
        ? slotLabel(slot.round, slot.number, slot.title)
        : slot.kind === 'topic'
          ? slot.title
          : spaceName(slot),
    ]),
  )
}
