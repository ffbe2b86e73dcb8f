/** Judging what is asked of boards: making, copying, naming, ordering, taking away, bringing back. */
import { boardsInSight } from './boardOrder.ts'
import type { Command } from './command.ts'
import type { Decision, Refusal } from './decision.ts'
import { accept, entryOf, refuse, tooLong } from './decision.ts'
import type { WorkshopEvent } from './event.ts'
import { NO_SUCH_PERSON } from './roster.ts'
import type { BoardInfo, Workshop } from './state.ts'
import { BOARD_TITLE_MAX, BOARDS_MAX } from './state.ts'
import { cleanLine, cutTo } from './typed.ts'

/** What a new board is known by: ids that are free, and what it is called if nobody says. */
export interface FreshBoard {
  readonly board: string
  readonly doc: string
  readonly title: string
}

/** What holds while a command is judged, besides the workshop: time, who is here, and what may be used up. */
export interface Moment extends FreshBoard {
  /** ms since 1970, server time. */
  readonly now: number
  /** People with an open connection. */
  readonly here: ReadonlySet<string>
  /** When those who have none left, ms since 1970. */
  readonly left: { readonly get: (person: string) => number | undefined }
  /** A further free id at every call. */
  readonly newId: () => string
  /** A random whole number, for mixing people. */
  readonly seed: number
}

type BoardCommand = Exclude<Extract<Command, { type: `board.${string}` }>, { type: 'board.lock' }>

/** Refuses what is asked of a board that is not in sight. */
export const NO_SUCH_BOARD = refuse('no_such_board', 'That board is not there any more.')

/** Judges a command about boards by somebody who may give it. */
export function decideBoard(
  workshop: Workshop,
  command: BoardCommand,
  actor: string,
  fresh: FreshBoard,
): Decision | Refusal {
  if (command.type === 'board.add') return decideAdd(workshop, command, fresh)
  const board = entryOf(workshop.boards, command.board)
  if (board === undefined) return NO_SUCH_BOARD
  if (command.type === 'board.restore') {
    return board.gone === null ? accept() : accept({ type: 'board.restored', board: board.id })
  }
  if (board.gone !== null) return command.type === 'board.remove' ? accept() : NO_SUCH_BOARD
  switch (command.type) {
    case 'board.rename': {
      const title = titleOf(command.title)
      if (typeof title !== 'string') return title
      return title === board.title ? accept() : accept({ type: 'board.renamed', board: board.id, title })
    }
    case 'board.copy':
      return decideCopy(workshop, command, board, actor, fresh)
    case 'board.move': {
      const inSight = boardsInSight(workshop.boards)
      const to = Math.max(0, Math.min(inSight.length - 1, Math.trunc(command.to)))
      return inSight[to]?.id === board.id ? accept() : accept({ type: 'board.moved', board: board.id, to })
    }
    case 'board.remove':
      if (boardsInSight(workshop.boards).length === 1)
        return refuse('last_board', 'This is the only board. Add another one before you remove it.')
      return accept({ type: 'board.removed', board: board.id, by: actor })
    case 'board.undoPerson': {
      const { person, since } = command
      if (entryOf(workshop.people, person) === undefined) return NO_SUCH_PERSON
      return accept({ type: 'person.undone', board: board.id, person, by: actor, since })
    }
    default:
      return command satisfies never
  }
}

function decideAdd(
  workshop: Workshop,
  command: Extract<Command, { type: 'board.add' }>,
  fresh: FreshBoard,
): Decision | Refusal {
  const inSight = boardsInSight(workshop.boards)
  const title = command.title === undefined ? freeTitle(inSight, fresh.title) : titleOf(command.title)
  if (typeof title !== 'string') return title
  if (boardsLeft(workshop) < 1) return TOO_MANY_BOARDS
  const before = inSight.findIndex((board) => board.id === command.after)
  if (command.after !== undefined && before === -1) return NO_SUCH_BOARD
  return accept(
    ...added(
      workshop,
      { title, template: command.template },
      before === -1 ? inSight.length : before + 1,
      fresh,
    ),
  )
}

function decideCopy(
  workshop: Workshop,
  command: Extract<Command, { type: 'board.copy' }>,
  from: BoardInfo,
  actor: string,
  fresh: FreshBoard,
): Decision | Refusal {
  const inSight = boardsInSight(workshop.boards)
  const title =
    command.title === undefined ? freeTitle(inSight, from.title, ' (copy)') : titleOf(command.title)
  if (typeof title !== 'string') return title
  if (boardsLeft(workshop) < 1) return TOO_MANY_BOARDS
  return accept(...added(workshop, { title, template: from.template }, inSight.indexOf(from) + 1, fresh), {
    type: 'board.copied',
    board: fresh.board,
    from: from.id,
    by: actor,
  })
}

/** A new board, at a place among those in sight. */
function added(
  workshop: Workshop,
  made: { readonly title: string; readonly template: string },
  to: number,
  { board, doc }: FreshBoard,
): WorkshopEvent[] {
  const add: WorkshopEvent = { type: 'board.added', board, doc, ...made }
  // It comes last by itself.
  if (to >= boardsInSight(workshop.boards).length) return [add]
  return [add, { type: 'board.moved', board, to }]
}

/** How many boards can still be made. */
export const boardsLeft = (workshop: Workshop): number => BOARDS_MAX - Object.keys(workshop.boards).length
/** Refuses one more board. */
export const TOO_MANY_BOARDS = refuse(
  'too_many_boards',
  `A workshop holds ${BOARDS_MAX} boards at most, removed ones included.`,
)

function titleOf(typed: string): string | Refusal {
  const title = cleanLine(typed)
  if (title === '') return refuse('name_missing', 'The board needs a name.')
  return title.length > BOARD_TITLE_MAX ? tooLong(BOARD_TITLE_MAX) : title
}

/**
 * A name that no board in sight has: the one given with `ending`, else with a number too. What is too long is cut, not
 * refused. A copy of a copy is not called a copy twice.
 */
export function freeTitle(inSight: readonly Pick<BoardInfo, 'title'>[], given: string, ending = ''): string {
  const wanted = ending === '' ? given : given.replace(/ \(copy\)(?: \d{1,4})?$/, '')
  const taken = new Set(inSight.map((board) => board.title))
  for (let number = 1; ; number += 1) {
    const tail = number === 1 ? ending : `${ending} ${number}`
    const title = `${cutTo(wanted, BOARD_TITLE_MAX - tail.length)}${tail}`
    if (!taken.has(title)) return title
  }
}
