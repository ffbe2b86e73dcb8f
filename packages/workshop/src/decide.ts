/** The rules of the workshop: a command in, events or a refusal out. No clock, no randomness, nothing but values. */
import { boardsInSight } from './boardOrder.ts'
import type { Command } from './command.ts'
import { decideBoard } from './decideBoard.ts'
import type { FreshBoard } from './decideBoard.ts'
import type { Decision, Refusal } from './decision.ts'
import { accept, entryOf, refuse, tooLong } from './decision.ts'
import type { WorkshopEvent } from './event.ts'
import { PERMISSIONS } from './permissions.ts'
import type { Role, Workshop } from './state.ts'
import { NAME_MAX, PEOPLE_MAX, QUESTION_MAX, WORKSHOP_TITLE_MAX } from './state.ts'
import { cleanLine } from './typed.ts'

/** A single board that has no name of its own is called as the workshop is: on the screen they are one thing. */
function boardsThatFollow(workshop: Workshop, title: string): WorkshopEvent[] {
  const [board, ...others] = boardsInSight(workshop.boards)
  if (board === undefined || others.length > 0 || board.title !== workshop.title) return []
  return [{ type: 'board.renamed', board: board.id, title }]
}

/**
 * Judges one command by one person.
 *
 * @param actor - id of the person who asks; must be on the roster
 * @param fresh - what a board that this may make is to be called and known by
 */
export function decide(
  workshop: Workshop,
  command: Command,
  actor: string,
  fresh: FreshBoard,
): Decision | Refusal {
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
    case 'board.rename':
    case 'board.add':
    case 'board.copy':
    case 'board.move':
    case 'board.remove':
    case 'board.restore':
    case 'board.undoPerson':
      return decideBoard(workshop, command, actor, fresh)
    case 'link.facilitator':
      return accept({ type: 'link.made', by: actor, role: 'facilitator' })
    case 'person.rejoinCode':
      return accept({ type: 'rejoin.made', person: actor })
    default:
      return command satisfies never
  }
}

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
