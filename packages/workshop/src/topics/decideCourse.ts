/** Judging the course of a topic: starting, ending, more time, going on, who convenes it. */
import type { Moment } from '../decideBoard.ts'
import type { Decision, Refusal } from '../decision.ts'
import { accept, isRefusal, refuse } from '../decision.ts'
import type { WorkshopEvent } from '../event.ts'
import { after } from '../evolve.ts'
import { isRoundOn, slotOf } from '../spaces.ts'
import { STAGE_MINUTES_MAX } from '../stages.ts'
import type { Person, Workshop } from '../state.ts'
import { decideConvener, decideTakeOver } from './decideConvener.ts'
import type { TopicsCommand } from './decideTopics.ts'
import { acted } from './notices.ts'
import { asking, beginTopic } from './openTopics.ts'
import { withPlace } from './placeNew.ts'
import { endOf } from './timeOf.ts'
import type { Topic } from './topic.ts'
import { isOpen } from './topic.ts'
import { NO_SUCH_TOPIC, noFurtherTopic, topicHere } from './topicHere.ts'
import { standingOf, standingWhileAway } from './whoMay.ts'

/** Commands that this file judges, those about conveners by way of `decideConvener`. */
export type CourseCommand = Extract<
  TopicsCommand,
  {
    type:
      | 'topic.start'
      | 'topic.end'
      | 'topic.extend'
      | 'topic.continue'
      | 'topic.takeOver'
      | 'topic.convener'
  }
>

const MINUTE_MS = 60_000

const NOT_BEGUN = refuse('not_yet', 'That topic has not begun yet.')
const OVER = refuse('topic_over', 'That topic is over. It can go on in another round.')
const BAD_MINUTES = refuse('bad_minutes', `Choose minutes, more or less, up to ${STAGE_MINUTES_MAX}.`)

/** Judges one of them by somebody whose role may give it. */
export function decideCourse(
  workshop: Workshop,
  command: CourseCommand,
  actor: Person,
  moment: Moment,
): Decision | Refusal {
  const topic = topicHere(workshop, command.topic)
  if (topic === undefined || topic.state === 'merged' || topic.state === 'withdrawn') return NO_SUCH_TOPIC
  switch (command.type) {
    case 'topic.takeOver':
      return decideTakeOver(workshop, topic, actor, moment)
    case 'topic.convener':
      return decideConvener(workshop, topic, command, actor, moment)
    case 'topic.continue':
      return decideContinue(workshop, topic, command, actor, moment)
    case 'topic.start':
    case 'topic.end':
    case 'topic.extend': {
      const standing = standingOf(workshop, actor, topic)
      if (typeof standing !== 'string') return standing
      const [made, what] =
        command.type === 'topic.start'
          ? ([started(workshop, topic, actor, moment), 'started'] as const)
          : command.type === 'topic.end'
            ? ([ended(workshop, topic, actor, moment.now), 'ended'] as const)
            : ([extended(workshop, topic, command.minutes, actor, moment.now), 'extended'] as const)
      if (isRefusal(made)) return made
      return made.length === 0
        ? accept()
        : accept(...made, ...acted(workshop, topic, { standing, actor: actor.id, what }, moment))
    }
    default:
      return command satisfies never
  }
}

/** Early or late is fine, with a place or without one. */
function started(
  workshop: Workshop,
  topic: Topic,
  actor: Person,
  moment: Moment,
): readonly WorkshopEvent[] | Refusal {
  if (topic.state === 'running') return []
  if (!isOpen(topic)) return OVER
  const begun = beginTopic(workshop, topic, actor.id, moment)
  return isRefusal(begun) ? begun : [...begun, ...slotFor(after(workshop, begun, moment.now), topic)]
}

/** The place of a topic in the round that is on, where nothing else takes place there: people find it by its space. */
function slotFor(then: Workshop, { id, place }: Topic): WorkshopEvent[] {
  const space = place?.space ?? null
  const topic = topicHere(then, id)
  if (space === null || topic === undefined || !isRoundOn(then) || slotOf(then, space) !== undefined)
    return []
  const slot = { space, board: topic.board, ...asking(topic) }
  return [{ type: 'slot.added', slot }]
}

/** When a topic is over that is ended just now: in the grace it was over before, unless it began after its round's end. */
function overAt(workshop: Workshop, topic: Topic, now: number): number {
  const ends = endOf(workshop, topic) ?? now
  return ends > (topic.started ?? now) ? Math.min(now, ends) : now
}

function ended(
  workshop: Workshop,
  topic: Topic,
  actor: Person,
  now: number,
): readonly WorkshopEvent[] | Refusal {
  if (isOpen(topic)) return NOT_BEGUN
  if (topic.state !== 'running') return []
  return [{ type: 'topic.ended', topic: topic.id, over: overAt(workshop, topic, now), by: actor.id }]
}

/** More time for one, or less, never less than none left; time that is up is given anew from now on. */
function extended(
  workshop: Workshop,
  topic: Topic,
  minutes: number,
  actor: Person,
  now: number,
): readonly WorkshopEvent[] | Refusal {
  if (!Number.isFinite(minutes) || Math.abs(minutes) > STAGE_MINUTES_MAX) return BAD_MINUTES
  if (isOpen(topic)) return NOT_BEGUN
  if (topic.state !== 'running') return OVER
  const ends = endOf(workshop, topic)
  if (ends === null) return refuse('no_timer', 'Nothing ends this topic: it has all the time it takes.')
  const ms = Math.max(now, Math.max(ends, now) + Math.round(minutes * MINUTE_MS)) - ends
  return minutes === 0 || ms === 0 ? [] : [{ type: 'topic.extended', topic: topic.id, ms, by: actor.id }]
}

/** Goes on as a topic of its own with the same board; what it was here stays, with its report. */
function decideContinue(
  workshop: Workshop,
  topic: Topic,
  { place }: Extract<CourseCommand, { type: 'topic.continue' }>,
  actor: Person,
  moment: Moment,
): Decision | Refusal {
  const standing = standingWhileAway(workshop, actor, topic, moment)
  if (typeof standing !== 'string') return standing
  if (isOpen(topic)) return NOT_BEGUN
  if (topic.state === 'continued') return refuse('topic_over', 'That topic goes on as another one already.')
  const full = noFurtherTopic(workshop, topic.conveners[0] ?? actor.id)
  if (full !== undefined) return full
  const next = moment.newId()
  const end = ended(workshop, topic, actor, moment.now)
  const events: readonly WorkshopEvent[] = [
    ...(isRefusal(end) ? [] : end),
    { type: 'topic.continued', topic: topic.id, next, by: actor.id },
    ...acted(workshop, topic, { standing, actor: actor.id, what: 'continued' }, moment),
  ]
  const placed = withPlace(workshop, events, { topic: next, place, by: actor.id }, moment)
  return isRefusal(placed) ? placed : accept(...placed)
}
