/** One event further, where it is about spaces, rounds and what everybody is told. */
import type { WorkshopEvent } from './event.ts'
import { given, withEach, withEntry } from './changed.ts'
import { entryOf } from './decision.ts'
import { staysAfter } from './evolvePeople.ts'
import type { Round, Slot } from './spaces.ts'
import { currentRound, nextRoundNumber } from './spaces.ts'
import type { Announcement, Person, Workshop } from './state.ts'
import { ANNOUNCEMENTS_KEPT } from './state.ts'
import { endOf } from './topics/timeOf.ts'

type Of<T extends WorkshopEvent['type']> = Extract<WorkshopEvent, { type: T }>
/** Events that this file knows. */
export type SpacesEvent = Of<
  | 'space.added'
  | 'space.changed'
  | 'space.removed'
  | 'space.helpAsked'
  | 'space.helpGiven'
  | 'round.opened'
  | 'slot.added'
  | 'slot.changed'
  | 'people.sent'
  | 'back.invited'
  | 'here.invited'
  | 'invitation.ended'
  | 'announced'
>

/** See `evolve`. */
export function evolveSpaces(workshop: Workshop, event: SpacesEvent, at: number): Workshop {
  const { spaces } = workshop
  switch (event.type) {
    case 'space.added': {
      const { space: id, kind, number, isHidden, board } = event
      const space = {
        id,
        kind,
        number,
        isHidden,
        board,
        videoName: '',
        videoLink: '',
        help: null,
        isGone: false,
      }
      return { ...workshop, spaces: { ...spaces, [id]: space } }
    }
    case 'space.changed': {
      const { type: _, space, ...change } = event
      return { ...workshop, spaces: withEntry(spaces, space, given(change)) }
    }
    case 'space.removed':
      return {
        ...workshop,
        spaces: withEntry(spaces, event.space, { isGone: true, help: null }),
        // Whoever was sent there may choose; where they are is their own affair until they go elsewhere.
        people: mapPeople(workshop.people, (person) =>
          person.sent?.space === event.space ? { ...person, sent: null, isInCall: false } : person,
        ),
      }
    case 'space.helpAsked':
      return { ...workshop, spaces: withEntry(spaces, event.space, { help: { by: event.by, at } }) }
    case 'space.helpGiven':
      return { ...workshop, spaces: withEntry(spaces, event.space, { help: null }) }
    case 'round.opened': {
      const { stage, fill, slots } = event
      const number =
        event.number ?? (slots.some(({ board }) => board !== null) ? nextRoundNumber(workshop.rounds) : 0)
      const ends = stage === workshop.stage && workshop.timer !== null ? workshop.timer.ends : null
      const round: Round = { number, opened: at, ends, stage, fill, slots: slots.map(newSlot), sent: {} }
      return {
        ...workshop,
        rounds: [...workshop.rounds, round],
        focus: 'spaces',
        invitation: null,
        spaces: withEach(spaces, { help: null }),
        people: mapPeople(workshop.people, (person) => ({
          ...person,
          ...(!goesOnIn(workshop, person.space, slots, at) && {
            space: null,
            since: at,
            stays: staysAfter(person, at),
          }),
          sent: null,
          isInCall: false,
          isDone: false,
        })),
      }
    }
    case 'slot.added':
      return changeRound(workshop, (round) =>
        round.slots.some(({ space }) => space === event.slot.space)
          ? round
          : { ...round, slots: [...round.slots, newSlot(event.slot)] },
      )
    case 'slot.changed': {
      const { type: _, space, ...change } = event
      return changeRound(workshop, (round) => ({
        ...round,
        slots: round.slots.map((slot) => (slot.space === space ? { ...slot, ...given(change) } : slot)),
      }))
    }
    case 'people.sent':
      return send(workshop, event.places, at)
    case 'back.invited':
      return { ...workshop, focus: 'main', invitation: { kind: 'back', by: event.by, at } }
    case 'here.invited':
      return { ...workshop, invitation: { kind: 'here', by: event.by, board: event.board, at } }
    case 'invitation.ended':
      return { ...workshop, invitation: null }
    case 'announced': {
      const { announcement: id, text, kind, to, by } = event
      return { ...workshop, announcements: kept([...workshop.announcements, { id, text, kind, to, by, at }]) }
    }
    default:
      event satisfies never
      return workshop
  }
}

/** The latest of each kind: many nudges do not take the words away that wait for who comes later. */
function kept(announcements: readonly Announcement[]): readonly Announcement[] {
  const latest = announcements.at(-1)?.kind
  const alike = announcements.filter(({ kind }) => kind === latest)
  const [oldest] = alike
  return alike.length <= ANNOUNCEMENTS_KEPT ? announcements : announcements.filter((each) => each !== oldest)
}

/** Whether a topic that has time left goes on in a space when a round with these slots opens: who is there stays. */
function goesOnIn(
  workshop: Workshop,
  space: string | null,
  slots: Of<'round.opened'>['slots'],
  at: number,
): boolean {
  if (space === null) return false
  const slot = slots.find((each) => each.space === space)
  return Object.values(workshop.topics).some((topic) => {
    const { state, place, board } = topic
    return (
      state === 'running' &&
      place?.space === space &&
      (slot === undefined || slot.board === board) &&
      (endOf(workshop, topic) ?? Infinity) > at
    )
  })
}

function send(workshop: Workshop, places: Of<'people.sent'>['places'], at: number): Workshop {
  const people: Record<string, Person> = { ...workshop.people }
  const sent: Record<string, string> = { ...currentRound(workshop)?.sent }
  for (const { person, space } of places) {
    const known = entryOf(people, person)
    if (known === undefined) continue
    people[person] = { ...known, sent: space === null ? null : { space, at }, isInCall: false }
    if (space === null) delete sent[person]
    else sent[person] = space
  }
  return changeRound({ ...workshop, people }, (round) => ({ ...round, sent }))
}

function changeRound(workshop: Workshop, change: (round: Round) => Round): Workshop {
  const round = currentRound(workshop)
  return round === undefined
    ? workshop
    : { ...workshop, rounds: workshop.rounds.map((each) => (each === round ? change(each) : each)) }
}

const newSlot = (slot: Of<'slot.added'>['slot']): Slot => ({ ...slot, noteTaker: null })

function mapPeople(people: Workshop['people'], change: (person: Person) => Person): Workshop['people'] {
  return Object.fromEntries(Object.entries(people).map(([id, person]) => [id, change(person)]))
}
