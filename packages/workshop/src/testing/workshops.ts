/** Workshops for tests: one with somebody of each role, and one as large as the walk-through of methods §5. */
import { decide } from '../decide.ts'
import type { Command } from '../command.ts'
import type { Moment } from '../decideBoard.ts'
import type { Decision, Refusal } from '../decision.ts'
import type { WorkshopEvent } from '../event.ts'
import { evolve } from '../evolve.ts'
import type { Around } from '../project.ts'
import type { StageDraft } from '../stages.ts'
import type { Role, Workshop } from '../state.ts'
import { NO_WORKSHOP } from '../state.ts'

/** When everything happens, ms since 1970. */
export const AT = 1_700_000_000_000

/** The workshop after these events. */
export const after = (events: readonly WorkshopEvent[], from: Workshop = NO_WORKSHOP, at = AT): Workshop =>
  events.reduce((workshop, event) => evolve(workshop, event, at), from)

/** One board, and one person of each role. */
export const WORKSHOP = after([
  { type: 'workshop.made', id: 'w', title: 'Our year', question: '' },
  { type: 'board.added', board: 'b', title: 'Board', doc: 'd', template: 'blank' },
  { type: 'person.joined', person: 'farah', name: 'Farah', role: 'facilitator' },
  { type: 'person.joined', person: 'ama', name: 'Ama', role: 'participant' },
  { type: 'person.joined', person: 'olu', name: 'Olu', role: 'observer' },
])
/** Who has each role in `WORKSHOP`. */
export const BY_ROLE: Readonly<Record<Role, string>> = {
  facilitator: 'farah',
  participant: 'ama',
  observer: 'olu',
}

let made = 0
/** A moment in which everybody is here, unless something else is said. */
export function momentOf(workshop: Workshop, said: Partial<Moment> = {}): Moment {
  return {
    now: AT,
    here: new Set(Object.keys(workshop.people)),
    left: new Map(),
    newId: () => `id${(made += 1)}`,
    seed: 7,
    board: 'new',
    doc: 'new-doc',
    title: 'Fresh',
    ...said,
  }
}

/** What a command comes to. */
export const judge = (
  workshop: Workshop,
  command: Command,
  actor = 'farah',
  said?: Partial<Moment>,
): Decision | Refusal => decide(workshop, command, actor, momentOf(workshop, said))

/** What a command leads to, or an error with its refusal's code. */
export function eventsOf(
  workshop: Workshop,
  command: Command,
  actor?: string,
  said?: Partial<Moment>,
): readonly WorkshopEvent[] {
  const decision = judge(workshop, command, actor, said)
  if (!decision.ok) throw new Error(decision.code)
  return decision.events
}

/** The workshop after a command, or an error with its refusal's code. */
export const carryOut = (
  workshop: Workshop,
  command: Command,
  actor?: string,
  said?: Partial<Moment>,
): Workshop => after(eventsOf(workshop, command, actor, said), workshop, said?.now)

/** The workshop after several commands by the same person. */
export const give = (workshop: Workshop, ...commands: readonly Command[]): Workshop =>
  commands.reduce((now, command) => carryOut(now, command), workshop)

/** A step of a running order. */
export const stage = (title: string, said: Partial<StageDraft> = {}): StageDraft => ({
  kind: 'activity',
  title,
  prompt: '',
  part: '',
  where: 'main',
  template: '',
  minutes: 5,
  gate: 'none',
  isReadOnly: false,
  ...said,
})

/** A round in so many spaces. */
export const open = (
  count: number,
  said: Partial<Extract<Command, { type: 'spaces.open' }>> = {},
): Command => ({ type: 'spaces.open', count, template: 'columns', fill: 'choose', ...said })

/** The id of the breakout with this number. */
export function spaceId({ spaces }: Workshop, number: number): string {
  const space = Object.values(spaces).find(
    (each) => each.kind === 'breakout' && each.number === number && !each.isGone,
  )
  if (space === undefined) throw new Error(`there is no space ${number}`)
  return space.id
}

/** The id of somebody by their name. */
export function personId({ people }: Workshop, name: string): string {
  const person = Object.values(people).find((each) => each.name === name && each.gone === null)
  if (person === undefined) throw new Error(`there is no ${name}`)
  return person.id
}

/** Where everybody who was sent somewhere was sent, by space. */
export function companies({ people }: Workshop): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>()
  for (const { id, sent } of Object.values(people))
    if (sent !== null) groups.set(sent.space, [...(groups.get(sent.space) ?? []), id])
  return groups
}

const CAST = ['Sam', 'Mo', 'Ines', 'Gwen', 'Bo', 'Cy', 'Di', 'Eve', 'Dan', 'Lena', 'Lev', 'Lou', 'Tia', 'Uma']

/** The 45 of methods §5.1: 40 participants, Pat with Nadia, Bea and Cal with Hana; three facilitators, two observers. */
export function castOf45(): Workshop {
  const join = (name: string, role: Role): WorkshopEvent => ({
    type: 'person.joined',
    person: name.toLowerCase(),
    name,
    role,
  })
  const named = ['Ama', 'Hana', 'Yan', 'Zoe', ...CAST]
  // 'Three voices' on one device, and one by telephone: the rest of the forty come by numbers.
  const others = Array.from({ length: 37 - named.length }, (_, index) => `Other ${index + 1}`)
  const assisted = (name: string, helper: string): WorkshopEvent => ({
    type: 'person.joined',
    person: name.toLowerCase(),
    name,
    role: 'participant',
    way: { kind: 'assisted', helper },
  })
  return after([
    { type: 'workshop.made', id: 'w', title: 'Keep, drop and grow', question: 'What should we keep?' },
    { type: 'board.added', board: 'b', title: 'Keep, drop and grow', doc: 'd', template: 'blank' },
    ...['Farah', 'Theo', 'Nadia'].map((name) => join(name, 'facilitator')),
    ...['Olu', 'Orla'].map((name) => join(name, 'observer')),
    ...[...named, ...others].map((name) => join(name, 'participant')),
    assisted('Pat', 'nadia'),
    assisted('Bea', 'hana'),
    assisted('Cal', 'hana'),
  ])
}

/** What a view is made with where one participant is at the board. */
export const AROUND: Around = {
  presence: new Map([['ama', { board: 'b', note: null }]]),
  clients: new Map([[7, 'ama']]),
  links: { join: 'join-key', code: 'ABCDEFGH', observer: 'observer-key' },
  missed: new Map(),
  now: AT,
  here: new Set(['ama']),
  left: new Map(),
}
