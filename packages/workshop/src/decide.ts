/** The rules of the workshop: a command in, events or a refusal out. No clock, no randomness, nothing but values. */
import type { Command } from './command.ts'
import type { WorkshopEvent } from './event.ts'
import { PERMISSIONS } from './permissions.ts'
import type { Role, Workshop } from './state.ts'
import { BOARD_TITLE_MAX, NAME_MAX, PEOPLE_MAX, QUESTION_MAX, WORKSHOP_TITLE_MAX } from './state.ts'

/** A stable code for programs and a sentence for the person. */
export interface Refusal {
  readonly ok: false
  readonly code: RefusalCode
  readonly message: string
}
export type RefusalCode =
  | 'not_allowed'
  | 'name_missing'
  | 'too_long'
  | 'no_such_board'
  | 'no_such_person'
  | 'full'
/** What a command leads to; an empty list where it changes nothing. */
export interface Decision {
  readonly ok: true
  readonly events: readonly WorkshopEvent[]
}

const refuse = (code: RefusalCode, message: string): Refusal => ({ ok: false, code, message })
const accept = (...events: WorkshopEvent[]): Decision => ({ ok: true, events })

/** A single board that has no name of its own is called as the workshop is: on the screen they are one thing. */
function boardsThatFollow(workshop: Workshop, title: string): WorkshopEvent[] {
  const [board, ...others] = Object.values(workshop.boards)
  if (board === undefined || others.length > 0 || board.title !== workshop.title) return []
  return [{ type: 'board.renamed', board: board.id, title }]
}

/** Control, zero-width and direction marks: they hide or reorder what others see (W-3). */
// eslint-disable-next-line no-control-regex -- naming control characters is the point
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

/** What is not seen by itself, emoji joiners and variation marks included: a line of nothing else is empty. */
const NOTHING_SEEN = /^[\p{Default_Ignorable_Code_Point}\p{White_Space}\u2800]*$/u

/** One line of typed text as it is kept: composed, without unseen marks, single spaces; '' where nothing is to be seen. */
export function cleanLine(text: string): string {
  const line = text.normalize('NFC').replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim()
  return NOTHING_SEEN.test(line) ? '' : line
}

/** An entry of a record by a name from outside: what every object inherits is none. */
function entryOf<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined
}

/**
 * Judges one command by one person.
 *
 * @param actor - id of the person who asks; must be on the roster
 */
export function decide(workshop: Workshop, command: Command, actor: string): Decision | Refusal {
  const person = entryOf(workshop.people, actor)
  if (person === undefined || !PERMISSIONS[command.type].includes(person.role)) {
    return refuse('not_allowed', 'Only a facilitator can do that.')
  }
  switch (command.type) {
    case 'workshop.rename': {
      const title = cleanLine(command.title)
      if (title === '') return refuse('name_missing', 'The workshop needs a name.')
      if (title.length > WORKSHOP_TITLE_MAX) return tooLong(WORKSHOP_TITLE_MAX)
      if (title === workshop.title) return accept()
      return accept({ type: 'workshop.renamed', title }, ...boardsThatFollow(workshop, title))
    }
    case 'workshop.ask': {
      const question = cleanLine(command.question)
      if (question.length > QUESTION_MAX) return tooLong(QUESTION_MAX)
      return question === workshop.question ? accept() : accept({ type: 'workshop.asked', question })
    }
    case 'person.rename': {
      const name = cleanLine(command.name)
      if (name === '') return refuse('name_missing', 'Please type a name.')
      if (name.length > NAME_MAX) return tooLong(NAME_MAX)
      return name === person.name ? accept() : accept({ type: 'person.renamed', person: actor, name })
    }
    case 'board.rename': {
      const board = entryOf(workshop.boards, command.board)
      if (board === undefined) return refuse('no_such_board', 'That board is not there any more.')
      const title = cleanLine(command.title)
      if (title === '') return refuse('name_missing', 'The board needs a name.')
      if (title.length > BOARD_TITLE_MAX) return tooLong(BOARD_TITLE_MAX)
      return title === board.title ? accept() : accept({ type: 'board.renamed', board: board.id, title })
    }
    case 'board.undoPerson': {
      if (entryOf(workshop.boards, command.board) === undefined)
        return refuse('no_such_board', 'That board is not there any more.')
      if (entryOf(workshop.people, command.person) === undefined)
        return refuse('no_such_person', 'That person is not in this workshop.')
      const { board, person: undone, since } = command
      return accept({ type: 'person.undone', board, person: undone, by: actor, since })
    }
    case 'link.facilitator':
      return accept({ type: 'link.made', by: actor, role: 'facilitator' })
    case 'person.rejoinCode':
      return accept({ type: 'rejoin.made', person: actor })
    default:
      return command satisfies never
  }
}

const tooLong = (max: number): Refusal => refuse('too_long', `That is too long: ${max} letters at most.`)

/**
 * Judges somebody coming through a link. The link has been checked by the server; this checks the name and the roster.
 *
 * @param person - the id they will have
 */
export function decideJoin(
  workshop: Workshop,
  person: string,
  typedName: string,
  role: Role,
): Decision | Refusal {
  const name = cleanLine(typedName)
  if (name === '') return refuse('name_missing', 'Please type a name.')
  if (Object.keys(workshop.people).length >= PEOPLE_MAX) {
    return refuse('full', `This workshop is full: it has ${PEOPLE_MAX} people.`)
  }
  return accept({ type: 'person.joined', person, name: cutName(name), role })
}

/** A name too long is cut, not refused: nobody is kept at the door for it. No half of a letter is left. */
function cutName(name: string): string {
  return name
    .slice(0, NAME_MAX)
    .replace(/[\ud800-\udbff]$/, '')
    .trim()
}

/** Judges somebody already here who opens a link of another role: a role only ever rises this way. */
export function decideAppoint(workshop: Workshop, person: string, role: Role): Decision {
  const current = entryOf(workshop.people, person)?.role
  const rank: Readonly<Record<Role, number>> = { observer: 0, participant: 1, facilitator: 2 }
  if (current === undefined || rank[role] <= rank[current]) return accept()
  return accept({ type: 'person.appointed', person, role })
}
