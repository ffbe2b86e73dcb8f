/** Judging what everybody is to be told, invited to, and kept from changing. */
import type { Command } from './command.ts'
import type { Moment } from './decideBoard.ts'
import { NO_SUCH_BOARD } from './decideBoard.ts'
import type { Decision, Refusal } from './decision.ts'
import { accept, entryOf, refuse, tooLong } from './decision.ts'
import { NO_ROUND } from './openRound.ts'
import { NO_SUCH_SPACE, spaceHere } from './spaceHere.ts'
import type { Person, Workshop } from './state.ts'
import { ANNOUNCEMENT_MAX } from './state.ts'
import { cleanLine } from './typed.ts'

type AttentionCommand = Extract<
  Command,
  { type: 'announce' | 'space.nudge' | 'spaces.back' | 'invite.here' | 'invite.end' | 'board.lock' }
>

/** Judges one of them by a facilitator. */
export function decideAttention(
  workshop: Workshop,
  command: AttentionCommand,
  { id: by }: Person,
  { newId }: Moment,
): Decision | Refusal {
  const { invitation } = workshop
  switch (command.type) {
    case 'announce': {
      const text = cleanLine(command.text)
      if (text === '') return refuse('words_missing', 'Type what you want to say.')
      if (text.length > ANNOUNCEMENT_MAX) return tooLong(ANNOUNCEMENT_MAX)
      const to = command.to === undefined ? null : [...new Set(command.to)]
      if (to?.some((space) => spaceHere(workshop, space) === undefined) === true) return NO_SUCH_SPACE
      return accept({ type: 'announced', announcement: newId(), text, kind: 'words', to, by })
    }
    case 'space.nudge': {
      const space = spaceHere(workshop, command.space)
      if (space === undefined) return NO_SUCH_SPACE
      return accept({ type: 'announced', announcement: newId(), text: '', kind: 'nudge', to: [space.id], by })
    }
    case 'spaces.back': {
      if (Object.values(workshop.spaces).every(({ isGone }) => isGone)) return NO_ROUND
      return invitation?.kind === 'back' ? accept() : accept({ type: 'back.invited', by })
    }
    case 'invite.here': {
      const { board } = command
      if (entryOf(workshop.boards, board)?.gone !== null) return NO_SUCH_BOARD
      const isSame = invitation?.kind === 'here' && invitation.by === by && invitation.board === board
      return isSame ? accept() : accept({ type: 'here.invited', board, by })
    }
    case 'invite.end':
      return invitation === null ? accept() : accept({ type: 'invitation.ended', by })
    case 'board.lock': {
      const board = entryOf(workshop.boards, command.board)
      const { isLocked } = command
      if (board?.gone !== null) return NO_SUCH_BOARD
      return board.isLocked === isLocked
        ? accept()
        : accept({ type: 'board.locked', board: board.id, isLocked, by })
    }
    default:
      return command satisfies never
  }
}
