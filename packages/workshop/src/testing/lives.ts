/** Lives of an open space, for laws: anything that anybody may ask, one after the other, and what comes of it. */
import fc from 'fast-check'
import type { Command } from '../command.ts'
import type { WorkshopEvent } from '../event.ts'
import { evolve } from '../evolve.ts'
import { PERMISSIONS } from '../permissions.ts'
import { onRoster } from '../roster.ts'
import type { Workshop } from '../state.ts'
import { dueEvents } from '../topics/dueEvents.ts'
import type { Away } from '../topics/timeOf.ts'
import type { Topic } from '../topics/topic.ts'
import type { Wish } from './anyCommand.ts'
import { asked, wishes } from './anyCommand.ts'
import { MARKET, RUNNING } from './topics.ts'
import { AT, judge } from './workshops.ts'

const MINUTE = 60_000
// The table has an entry for every command, so its keys are all of them.
const ALL = Object.keys(PERMISSIONS) as Command['type'][]
const OF_TOPICS = ALL.filter((type) =>
  /^(?:topic|merge|report|reports|draft|drafts|turn|market|notices)\./.test(type),
)
/** What takes topics along: rounds that open, spaces that go, people who come and go. */
const AROUND_TOPICS = ALL.filter((type) => /^(?:stage|space|spaces|timer|person)\./.test(type))
const often = (count: number, ...types: readonly Command['type'][]): Command['type'][] =>
  Array.from({ length: count }, () => types).flat()
/** Topics most of all, and among them what joins and divides. */
const TYPES = [
  ...often(2, ...OF_TOPICS),
  ...AROUND_TOPICS,
  ...often(12, 'topic.askMerge', 'merge.answer', 'topic.unmerge'),
  ...often(6, 'topic.split', 'topic.signUp', 'topic.continue'),
]

/** One thing that was asked and came to something. */
export interface Step {
  readonly before: Workshop
  readonly command: Command
  readonly actor: string
  readonly away: Away
  readonly events: readonly WorkshopEvent[]
  readonly after: Workshop
}

/** Who can answer for it most often asks: else hardly two topics would ever be joined. */
function likely(workshop: Workshop, command: Command, asker: string, { two }: Wish): string {
  if (two % 4 === 0) return asker
  const ask = 'ask' in command ? workshop.merges[command.ask] : undefined
  const id = ask?.other ?? ('topic' in command ? command.topic : undefined)
  const convener = id === undefined ? undefined : workshop.topics[id]?.conveners[0]
  const person = convener === undefined ? undefined : onRoster(workshop, convener)
  if (person === undefined) return asker
  return person.way.kind === 'assisted' ? person.way.helper : person.id
}

/** What is asked, more often of what there is to be asked about than chance would have it. */
function aimed(workshop: Workshop, command: Command, { one, two }: Wish): Command {
  const last = <T>(list: readonly T[]): T | undefined => list.at(-1 - (one % 3))
  const of = (...states: readonly Topic['state'][]): string | undefined =>
    last(Object.values(workshop.topics).filter(({ state }) => states.includes(state)))?.id
  if (two % 5 === 0) return command
  switch (command.type) {
    case 'topic.askMerge':
      return { ...command, topic: of('posted', 'scheduled') ?? command.topic }
    case 'topic.unmerge':
      return { ...command, topic: of('merged') ?? command.topic }
    case 'topic.continue':
    case 'topic.extend':
    case 'report.write':
    case 'report.submit':
      return { ...command, topic: of('running', 'ended') ?? command.topic }
    case 'topic.bringBack':
      return { ...command, topic: of('withdrawn') ?? command.topic }
    case 'merge.answer':
      return { ...command, ask: last(Object.keys(workshop.merges)) ?? command.ask, isYes: two % 3 > 0 }
    default:
      return command
  }
}

/** Words that nobody else types: a draft is known again wherever it comes out. */
const withOwnWords = (command: Command, at: number): Command =>
  command.type === 'draft.write' || command.type === 'topic.offer'
    ? { ...command, question: `Question ${at} of its own`, pitch: `Pitch ${at} of its own` }
    : command

/** What comes of it when these are asked one after the other, half a minute apart; what is refused is passed over. */
function live(from: Workshop, asks: readonly Wish[]): Step[] {
  const steps: Step[] = []
  let now = from
  for (const [at, wish] of asks.entries()) {
    const made = asked(now, wish)
    const command = withOwnWords(aimed(now, made.command, wish), at)
    const actor = likely(now, command, made.actor, wish)
    const time = AT + (at * MINUTE) / 2
    // Now and then nobody but the one who asks is here, or has been for long.
    const isAlone = wish.one % 5 === 0
    const people = Object.keys(now.people)
    const away = {
      here: new Set(isAlone ? [actor] : people),
      left: new Map(isAlone ? people.map((id) => [id, AT - 5 * MINUTE]) : []),
    }
    // What time alone brings about comes first, as in the room.
    now = dueEvents(now, time, () => 0).reduce((workshop, event) => evolve(workshop, event, time), now)
    const decision = judge(now, command, actor, { now: time, seed: wish.two, ...away })
    if (!decision.ok) continue
    const after = decision.events.reduce((workshop, event) => evolve(workshop, event, time), now)
    steps.push({ before: now, command, actor, away, events: decision.events, after })
    now = after
  }
  return steps
}

/** Runs a law over lives that begin in the marketplace or in a round. */
export function always(law: (steps: readonly Step[], from: Workshop) => void, numRuns = 200): void {
  fc.assert(
    fc.property(fc.boolean(), wishes(TYPES, { lead: 1, least: 25 }), (isRunning, asks) => {
      const from = isRunning ? RUNNING : MARKET
      law(live(from, asks), from)
    }),
    { numRuns },
  )
}

/** Little else than joining, taking apart and dividing: what goes wrong in those goes wrong late. */
const JOINING: readonly Command['type'][] = [
  ...often(6, 'topic.askMerge', 'merge.answer'),
  ...often(4, 'topic.unmerge'),
  ...often(3, 'topic.split'),
  ...often(2, 'topic.signUp', 'topic.edit', 'topic.convener'),
  'topic.place',
  'topic.offer',
  'topic.withdraw',
  'topic.bringBack',
]

/** Runs a law over lives in which topics are joined and divided again and again, and over all others. */
export function alwaysJoining(law: (steps: readonly Step[], from: Workshop) => void): void {
  fc.assert(
    fc.property(wishes(JOINING, { lead: 0, least: 40 }), (asks) => law(live(MARKET, asks), MARKET)),
    { numRuns: 150 },
  )
  always(law)
}
