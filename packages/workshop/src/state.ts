/** What a workshop is: one value, made by `evolve` from its events and never changed in place. */

/** A person's role in the workshop (methods §0.3). */
export type Role = 'facilitator' | 'participant' | 'observer'
export const ROLES: readonly Role[] = ['facilitator', 'participant', 'observer']

/** Somebody on the roster. A person may have any number of connections, none included. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly role: Role
  /** When they first joined, ms since 1970, server time. */
  readonly joined: number
}

/** A board of the workshop. `doc` names its current document; restore and erase give a board a new one. */
export interface BoardInfo {
  readonly id: string
  readonly title: string
  readonly doc: string
  readonly template: string
  /** Place among all boards, those taken away included. */
  readonly order: number
  /** Who took it away and when (ms since 1970), or `null`: it is kept and can be brought back. */
  readonly gone: BoardGone | null
}

/** Who took a board away, and when, ms since 1970, server time. */
export interface BoardGone {
  readonly by: string
  readonly at: number
}

/** The workshop as the server knows it. */
export interface Workshop {
  readonly id: string
  readonly title: string
  /** The main question, or ''. */
  readonly question: string
  readonly created: number
  readonly people: Readonly<Record<string, Person>>
  readonly boards: Readonly<Record<string, BoardInfo>>
}

/** Before the first event. */
export const NO_WORKSHOP: Workshop = { id: '', title: '', question: '', created: 0, people: {}, boards: {} }

/** Limits on what people type, in UTF-16 units. */
export const WORKSHOP_TITLE_MAX = 120
export const QUESTION_MAX = 500
export const NAME_MAX = 80
export const BOARD_TITLE_MAX = 120
/** Boards of one workshop, those taken away included. */
export const BOARDS_MAX = 200
/** People on one roster. */
export const PEOPLE_MAX = 5_000
