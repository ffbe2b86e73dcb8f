/** Judging what is asked about people: names, roles, what they say of themselves, who is on the roster. */
import type { Command } from './command.ts'
import type { Moment } from './decideBoard.ts'
import { decideHelp } from './decideHelp.ts'
import { cutName } from './decideJoin.ts'
import type { Decision, Refusal } from './decision.ts'
import { accept, entryOf, refuse, tooLong } from './decision.ts'
import type { WorkshopEvent } from './event.ts'
import {
  assistedBy,
  facilitatorsOf,
  FULL,
  mayAssist,
  NO_SUCH_PERSON,
  onRoster,
  peopleLeft,
  trialsOf,
} from './roster.ts'
import { currentRound } from './spaces.ts'
import type { About, Person, Role, Workshop } from './state.ts'
import { ABOUT_MAX, NAME_MAX } from './state.ts'
import { cleanLine, cutTo, nameKey } from './typed.ts'

/** Commands that this file judges, those of help by way of `decideHelp`. */
export type PeopleCommand = Extract<
  Command,
  {
    type:
      | 'person.rename'
      | 'person.about'
      | 'person.appoint'
      | 'person.stepDown'
      | 'person.remove'
      | 'person.assist'
      | 'person.setHelper'
      | 'person.done'
      | 'person.try'
      | 'person.rejoinCode'
      | 'person.inCall'
      | 'people.expect'
      | 'help.ask'
      | 'help.answer'
  }
>

const TRYING = ' (trying)'

/** Judges one of them by somebody whose role may give it. */
export function decidePeople(
  workshop: Workshop,
  command: PeopleCommand,
  actor: Person,
  moment: Moment,
): Decision | Refusal {
  switch (command.type) {
    case 'person.rename': {
      const person = ownPerson(workshop, command.person, actor)
      if ('ok' in person) return person
      const name = cleanLine(command.name)
      if (name === '') return refuse('name_missing', 'Please type a name.')
      if (name.length > NAME_MAX) return tooLong(NAME_MAX)
      return name === person.name ? accept() : accept({ type: 'person.renamed', person: person.id, name })
    }
    case 'person.about':
      return decideAbout(workshop, command, actor)
    case 'person.appoint': {
      const person = onRoster(workshop, command.person)
      return person === undefined ? NO_SUCH_PERSON : decideRole(workshop, person, command.role, actor.id)
    }
    case 'person.stepDown':
      return decideRole(workshop, actor, 'participant', actor.id)
    case 'person.remove':
      return decideRemove(workshop, command.person, actor.id)
    case 'people.expect':
      return decideExpect(workshop, command.names, moment)
    case 'person.done': {
      const { isDone } = command
      return actor.isDone === isDone
        ? accept()
        : accept({ type: 'person.finished', person: actor.id, isDone })
    }
    case 'person.try':
      return decideTry(workshop, actor, moment)
    case 'person.rejoinCode':
      return decideRejoinCode(workshop, command.person, actor)
    case 'person.inCall': {
      const person = onRoster(workshop, command.person)
      if (person === undefined) return NO_SUCH_PERSON
      const { isInCall } = command
      if (person.isInCall === isInCall) return accept()
      if (person.sent === null) return refuse('no_such_space', `${person.name} was not sent to any space.`)
      return accept({ type: 'person.seenInCall', person: person.id, isInCall, by: actor.id })
    }
    case 'person.assist':
    case 'person.setHelper':
    case 'help.ask':
    case 'help.answer':
      return decideHelp(workshop, command, actor, moment)
    default:
      return command satisfies never
  }
}

/** Whom somebody may name and describe: themselves, whom they assist; facilitators everybody who cannot do it. */
function ownPerson(workshop: Workshop, id: string | undefined, actor: Person): Person | Refusal {
  if (id === undefined || id === actor.id) return actor
  const person = onRoster(workshop, id)
  if (person === undefined) return NO_SUCH_PERSON
  const { way } = person
  const isOwn =
    (way.kind === 'assisted' && (way.helper === actor.id || actor.role === 'facilitator')) ||
    (way.kind === 'expected' && actor.role === 'facilitator')
  return isOwn ? person : refuse('not_allowed', `${person.name} can only do that themselves.`)
}

function decideAbout(
  workshop: Workshop,
  command: Extract<Command, { type: 'person.about' }>,
  actor: Person,
): Decision | Refusal {
  const person = ownPerson(workshop, command.person, actor)
  if ('ok' in person) return person
  const change: { -readonly [K in keyof About]?: About[K] } = {}
  for (const field of ['perspective', 'needs'] as const) {
    const typed = command[field]
    if (typed === undefined) continue
    const text = cleanLine(typed)
    if (text.length > ABOUT_MAX) return tooLong(ABOUT_MAX)
    if (text !== person.about[field]) change[field] = text
  }
  const { isNamed } = command
  if (isNamed !== undefined && isNamed !== person.about.isNamed) change.isNamed = isNamed
  return Object.keys(change).length === 0
    ? accept()
    : accept({ type: 'person.described', person: person.id, ...change })
}

const noConnection = (name: string): Refusal =>
  refuse('no_connection', `${name} has no connection of their own, which that takes.`)

function isLastFacilitator(workshop: Workshop, person: Person): boolean {
  return person.role === 'facilitator' && facilitatorsOf(workshop).length === 1
}

const LAST_FACILITATOR = refuse(
  'last_facilitator',
  'Somebody has to lead the workshop, and this is its only facilitator. Make somebody else a facilitator first.',
)

function decideRole(workshop: Workshop, person: Person, role: Role, by: string): Decision | Refusal {
  if (role === person.role) return accept()
  if (person.way.kind !== 'self') return noConnection(person.name)
  if (isLastFacilitator(workshop, person)) return LAST_FACILITATOR
  return accept(
    // Observers write for nobody, and take no notes.
    ...(role === 'observer'
      ? [
          ...handedOver(workshop, person, by),
          ...pensDown(workshop, person.id),
          ...turnsPassed(workshop, person.id),
        ]
      : []),
    ...(person.role === 'facilitator' ? trialsEnded(workshop, person, by) : []),
    { type: 'person.appointed', person: person.id, role },
  )
}

/** Taken off the roster, with what hung on them put in order first. Their notes stay. */
function decideRemove(workshop: Workshop, id: string, by: string): Decision | Refusal {
  const person = workshop.people[id]
  if (person === undefined || !Object.hasOwn(workshop.people, id)) return NO_SUCH_PERSON
  if (person.gone !== null) return accept()
  if (isLastFacilitator(workshop, person)) return LAST_FACILITATOR
  return accept(
    ...handedOver(workshop, person, by),
    ...trialsEnded(workshop, person, by),
    ...pensDown(workshop, id),
    ...draftsGone(workshop, id),
    { type: 'person.removed', person: id, by },
  )
}

/** Those whom somebody assisted get another helper: who asks for it, or else another facilitator. */
function handedOver(workshop: Workshop, person: Person, by: string): WorkshopEvent[] {
  const helper = [by, ...facilitatorsOf(workshop).map(({ id }) => id)].find((id) => {
    const other = onRoster(workshop, id)
    return other !== undefined && other.id !== person.id && mayAssist(other)
  })
  const helped =
    helper === undefined
      ? []
      : assistedBy(workshop, person.id).map(({ id }): WorkshopEvent => ({
          type: 'person.helped',
          person: id,
          helper,
        }))
  const asks = Object.values(workshop.asks)
    .filter((ask) => ask.by === person.id)
    .map(({ id }): WorkshopEvent => ({ type: 'help.answered', ask: id, isYes: false, by }))
  return [...helped, ...asks]
}

function trialsEnded(workshop: Workshop, { id }: Person, by: string): WorkshopEvent[] {
  return trialsOf(workshop, id).flatMap((trial): WorkshopEvent[] => [
    ...pensDown(workshop, trial.id),
    ...draftsGone(workshop, trial.id),
    { type: 'person.removed', person: trial.id, by },
  ])
}

/** Where somebody takes notes in this round they do so no more. */
function pensDown(workshop: Workshop, person: string): WorkshopEvent[] {
  return (currentRound(workshop)?.slots ?? [])
    .filter(({ noteTaker }) => noteTaker === person)
    .map(({ space }): WorkshopEvent => ({ type: 'slot.changed', space, noteTaker: null }))
}

/** What somebody was writing was for nobody else to see, and goes with them; their turn passes on. */
const draftsGone = ({ drafts }: Workshop, person: string): WorkshopEvent[] =>
  Object.values(drafts)
    .filter(({ owner }) => owner === person)
    .map(({ id }) => ({ type: 'draft.discarded', draft: id }))

/** Who may not offer anything any more is called for no turn; what they wrote stays theirs. */
function turnsPassed({ drafts, market }: Workshop, person: string): WorkshopEvent[] {
  const queue = market.queue.filter((id) => entryOf(drafts, id)?.owner !== person)
  return queue.length === market.queue.length ? [] : [{ type: 'turns.set', queue }]
}

/** A pasted list: empty lines, and names that are on the roster or came before in it, are passed over. */
function decideExpect(workshop: Workshop, typed: readonly string[], { newId }: Moment): Decision | Refusal {
  const known = new Set(
    Object.values(workshop.people)
      .filter(({ gone }) => gone === null)
      .map(({ name }) => nameKey(name)),
  )
  const names: string[] = []
  for (const line of typed) {
    const name = cutName(cleanLine(line))
    const key = nameKey(name)
    if (name === '' || known.has(key)) continue
    known.add(key)
    names.push(name)
  }
  const left = peopleLeft(workshop)
  if (names.length > left)
    return refuse(
      'full',
      `There is room for ${left} more people, and this list has ${names.length} new ones.`,
    )
  return accept(
    ...names.map((name): WorkshopEvent => ({
      type: 'person.joined',
      person: newId(),
      name,
      role: 'participant',
      way: { kind: 'expected' },
    })),
  )
}

/** A facilitator's one trial, and the code by which another tab becomes it. */
function decideTry(workshop: Workshop, actor: Person, { newId }: Moment): Decision | Refusal {
  const [trial] = trialsOf(workshop, actor.id)
  if (trial !== undefined) return accept({ type: 'rejoin.made', person: trial.id, by: actor.id })
  if (peopleLeft(workshop) < 1) return FULL
  const person = newId()
  const name = `${cutTo(actor.name, NAME_MAX - TRYING.length).trim()}${TRYING}`
  return accept(
    { type: 'person.joined', person, name, role: 'participant', way: { kind: 'trial', of: actor.id } },
    { type: 'rejoin.made', person, by: actor.id },
  )
}

/** A code by which somebody becomes who they were: their own, or one that a facilitator makes for who lost theirs. */
function decideRejoinCode(workshop: Workshop, id: string | undefined, actor: Person): Decision | Refusal {
  if (id === undefined || id === actor.id) return accept({ type: 'rejoin.made', person: actor.id })
  if (actor.role !== 'facilitator') return refuse('not_allowed', 'Only a facilitator can do that.')
  const person = onRoster(workshop, id)
  if (person === undefined) return NO_SUCH_PERSON
  if (person.role === 'facilitator')
    return refuse('not_allowed', 'Facilitators make their own code. A facilitator link lets them in as well.')
  if (person.way.kind === 'assisted' || person.way.kind === 'trial') return noConnection(person.name)
  return accept({ type: 'rejoin.made', person: id, by: actor.id })
}
