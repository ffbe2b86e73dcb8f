/** Judging who comes in: new people, those who were expected, late ones, and those who open a link of another role. */
import type { Decision, Refusal } from './decision.ts'
import { accept, entryOf, refuse } from './decision.ts'
import type { WorkshopEvent } from './event.ts'
import { FULL, peopleLeft } from './roster.ts'
import { breakouts, currentRound, isRoundOn } from './spaces.ts'
import type { Person, Role, Workshop } from './state.ts'
import { NAME_MAX } from './state.ts'
import { cleanLine, cutTo, nameKey } from './typed.ts'

/** Somebody may come in. */
export interface Coming extends Decision {
  /** Who they are: the id that was offered, or that of the person who was expected under this name. */
  readonly person: string
}

/** What a role counts when links of several are opened: they only ever raise. */
const RANK: Readonly<Record<Role, number>> = { observer: 0, participant: 1, facilitator: 2 }

/**
 * Judges somebody coming through a link. The link has been checked by the server; this checks the name and the roster.
 *
 * @param fresh - the id they will have unless they were expected
 */
export function decideJoin(
  workshop: Workshop,
  fresh: string,
  typedName: string,
  role: Role,
): Coming | Refusal {
  const typed = cleanLine(typedName)
  if (typed === '') return refuse('name_missing', 'Please type a name.')
  const name = cutName(typed)
  // Whoever holds an observer link cannot take the place of a participant by typing a name.
  const expected = role === 'observer' ? undefined : expectedAs(workshop, name)
  if (expected !== undefined) {
    const { id, sent } = expected
    const rises: WorkshopEvent[] =
      RANK[role] > RANK[expected.role] ? [{ type: 'person.appointed', person: id, role }] : []
    const place = sent === null ? placeForLate(workshop, id, role) : []
    return { ...accept({ type: 'person.arrived', person: id, name }, ...rises, ...place), person: id }
  }
  if (peopleLeft(workshop) < 1) return FULL
  const joined: WorkshopEvent = { type: 'person.joined', person: fresh, name, role }
  return { ...accept(joined, ...placeForLate(workshop, fresh, role)), person: fresh }
}

/** Judges somebody who comes by a rejoin code: whoever was only expected has come now. */
export function decideReturn(workshop: Workshop, person: string): Decision {
  const known = entryOf(workshop.people, person)
  if (known === undefined || known.gone !== null || known.way.kind !== 'expected') return accept()
  const place = known.sent === null ? placeForLate(workshop, person, known.role) : []
  return accept({ type: 'person.arrived', person, name: known.name }, ...place)
}

/** Judges somebody already here who opens a link of another role: a role only ever rises this way. */
export function decideAppoint(workshop: Workshop, person: string, role: Role): Decision {
  const known = entryOf(workshop.people, person)
  // A trial is for seeing what participants see, whatever links its browser has opened before.
  if (known === undefined || known.gone !== null || known.way.kind === 'trial') return accept()
  return RANK[role] <= RANK[known.role] ? accept() : accept({ type: 'person.appointed', person, role })
}

/** A name too long is cut, not refused: nobody is kept at the door for it. */
export const cutName = (name: string): string => cutTo(name, NAME_MAX).trim()

/** The one person who is expected under this name; nobody where there are several. */
function expectedAs({ people }: Workshop, name: string): Person | undefined {
  const key = nameKey(name)
  const [person, ...others] = Object.values(people).filter(
    ({ way, gone, name: known }) => way.kind === 'expected' && gone === null && nameKey(known) === key,
  )
  return others.length > 0 ? undefined : person
}

/** An empty space counts as one of so many: nobody is sent to sit alone while there is a smaller group. */
const EMPTY_COUNTS_AS = 4

/** Whoever comes while people are in spaces that they did not choose is sent to the smallest (methods A41). */
function placeForLate(workshop: Workshop, person: string, role: Role): WorkshopEvent[] {
  const round = currentRound(workshop)
  if (role !== 'participant' || round === undefined || round.fill === 'choose' || !isRoundOn(workshop))
    return []
  const counts = new Map<string, number>()
  for (const { sent, gone } of Object.values(workshop.people))
    if (sent !== null && gone === null) counts.set(sent.space, (counts.get(sent.space) ?? 0) + 1)
  const sizeOf = (space: string): number => counts.get(space) ?? EMPTY_COUNTS_AS
  const inRound = new Set(round.slots.map(({ space }) => space))
  const [smallest] = breakouts(workshop.spaces)
    .filter(({ id, isHidden }) => inRound.has(id) && !isHidden)
    .toSorted((a, b) => sizeOf(a.id) - sizeOf(b.id))
  return smallest === undefined ? [] : [{ type: 'people.sent', places: [{ person, space: smallest.id }] }]
}
