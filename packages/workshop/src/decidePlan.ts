/** Judging what is asked of the course of the workshop: its framing, its end, a rehearsal's reset, the timer. */
import { boardsInSight } from './boardOrder.ts'
import type { Command } from './command.ts'
import type { Moment } from './decideBoard.ts'
import { decideStages } from './decideStages.ts'
import type { Decision, Refusal } from './decision.ts'
import { accept, refuse, tooLong } from './decision.ts'
import type { WorkshopEvent } from './event.ts'
import { STAGE_MINUTES_MAX } from './stages.ts'
import type { Framing, Person, Timer, Workshop } from './state.ts'
import { FRAMING_MAX } from './state.ts'
import { reopened } from './topics/openTopics.ts'
import { endOf } from './topics/timeOf.ts'
import { cleanText } from './typed.ts'

/** Commands that this file judges, those of stages by way of `decideStages`. */
export type PlanCommand = Extract<
  Command,
  {
    type:
      | 'workshop.describe'
      | 'workshop.end'
      | 'workshop.reopen'
      | 'workshop.reset'
      | 'plan.set'
      | `stage.${string}`
      | `timer.${string}`
  }
>

const MINUTE_MS = 60_000
/** The last moment that a `Date` can be, ms since 1970. */
const TIME_MAX = 8.64e15
/** What names of time zones look like: `Europe/London`, `America/Argentina/Salta`, `UTC`. */
const ZONE = /^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+){0,2}$/
const FRAMING_TEXTS = ['purpose', 'fixed', 'open', 'phone', 'next'] as const

/** Judges one of them by somebody whose role may give it. */
export function decidePlan(
  workshop: Workshop,
  command: PlanCommand,
  actor: Person,
  moment: Moment,
): Decision | Refusal {
  switch (command.type) {
    case 'workshop.describe':
      return decideDescribe(workshop.framing, command)
    case 'workshop.end':
      return workshop.ended === null
        ? accept(...ended(workshop, moment.now), { type: 'workshop.ended', by: actor.id })
        : accept()
    case 'workshop.reopen':
      return workshop.ended === null ? accept() : accept(...reopened(workshop, actor.id, moment.now))
    case 'workshop.reset':
      return accept(...reset(workshop, actor.id, moment))
    case 'timer.start':
      return isMinutes(command.minutes) && command.minutes > 0
        ? accept({ type: 'timer.started', ms: Math.max(1, Math.round(command.minutes * MINUTE_MS)) })
        : BAD_MINUTES
    case 'timer.extend':
      return decideExtend(workshop.timer, command.minutes, moment.now)
    case 'timer.stop':
      return workshop.timer === null ? accept() : accept({ type: 'timer.stopped' })
    case 'plan.set':
    case 'stage.add':
    case 'stage.change':
    case 'stage.move':
    case 'stage.remove':
    case 'stage.go':
      return decideStages(workshop, command, actor.id, moment)
    default:
      return command satisfies never
  }
}

function decideDescribe(
  framing: Framing,
  { type: _, ...said }: Extract<Command, { type: 'workshop.describe' }>,
): Decision | Refusal {
  const change: { -readonly [K in keyof Framing]?: Framing[K] } = {}
  for (const field of FRAMING_TEXTS) {
    const typed = said[field]
    if (typed === undefined) continue
    const text = cleanText(typed)
    if (text.length > FRAMING_MAX) return tooLong(FRAMING_MAX)
    if (text !== framing[field]) change[field] = text
  }
  if (said.zone !== undefined) {
    const zone = said.zone.trim()
    if (zone !== '' && !ZONE.test(zone))
      return refuse('bad_zone', 'That is no time zone. Choose one of the list, such as Europe/London.')
    if (zone !== framing.zone) change.zone = zone
  }
  if (said.starts !== undefined) {
    // What is no number at all fails here too.
    if (!(said.starts >= 0 && said.starts <= TIME_MAX))
      return refuse('bad_time', 'That is no date and time. Choose them again.')
    const starts = Math.round(said.starts)
    if (starts !== framing.starts) change.starts = starts
  }
  return Object.keys(change).length === 0 ? accept() : accept({ type: 'workshop.described', ...change })
}

/** Topics that still go on are over with the workshop, or since their time was up. */
const ended = (workshop: Workshop, now: number): WorkshopEvent[] =>
  Object.values(workshop.topics)
    .filter(({ state }) => state === 'running')
    .map((topic) => ({
      type: 'topic.ended',
      topic: topic.id,
      over: Math.max(topic.started ?? 0, Math.min(endOf(workshop, topic) ?? now, now)),
      by: null,
    }))

/** The boards of rounds and topics go with them; all others begin anew. One stays in any case. */
function reset(workshop: Workshop, by: string, { newId }: Moment): WorkshopEvent[] {
  const ofRounds = new Set([
    ...workshop.rounds.flatMap(({ slots }) => slots.map(({ board }) => board)),
    ...Object.values(workshop.topics).map(({ board }) => board),
  ])
  const inSight = boardsInSight(workshop.boards)
  const others = inSight.filter(({ id }) => !ofRounds.has(id))
  const kept = others.length === 0 ? inSight.slice(0, 1) : others
  const removed = inSight.filter((board) => !kept.includes(board))
  return [
    { type: 'workshop.reset', by },
    ...removed.map(({ id }): WorkshopEvent => ({ type: 'board.removed', board: id, by })),
    ...kept.map(({ id }): WorkshopEvent => ({ type: 'board.renewed', board: id, doc: newId() })),
  ]
}

const BAD_MINUTES = refuse(
  'bad_minutes',
  `That is no number of minutes that the timer can take: more than 0, ${STAGE_MINUTES_MAX} at most.`,
)

/** What no number at all is fails as well. */
const isMinutes = (minutes: number): boolean => Math.abs(minutes) <= STAGE_MINUTES_MAX

/** More time, or less: what is left never goes under nothing, nor over the longest that a timer can be. */
function decideExtend(timer: Timer | null, minutes: number, now: number): Decision | Refusal {
  if (timer === null) return refuse('no_timer', 'There is no timer. Start one first.')
  if (!isMinutes(minutes)) return BAD_MINUTES
  const left = Math.max(0, timer.ends - now)
  const wanted = Math.round(left + minutes * MINUTE_MS)
  const ms = Math.max(0, Math.min(STAGE_MINUTES_MAX * MINUTE_MS, wanted)) - left
  return ms === 0 ? accept() : accept({ type: 'timer.extended', ms })
}
