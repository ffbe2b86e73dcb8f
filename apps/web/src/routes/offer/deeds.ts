/** What somebody may do with a topic: the same rules as the server's, so that nothing is offered that it refuses. */
import type { TopicView, WorkshopView } from '@moot/workshop'
import { isOpen, isOver } from '@moot/workshop'
import { isAmong } from '../workshop/topicsHere.ts'

/**
 * As what somebody stands to a topic: one of its conveners or who writes for one, a facilitator while all of them are
 * away, a facilitator, or anybody else.
 */
export type Standing = 'convener' | 'standIn' | 'facilitator' | 'nobody'

/** What a topic's menu holds. `place` puts it somewhere, `move` somewhere else. */
export type Deed =
  | 'edit'
  | 'place'
  | 'move'
  | 'swap'
  | 'lift'
  | 'start'
  | 'moreTime'
  | 'end'
  | 'goOn'
  | 'join'
  | 'split'
  | 'conveners'
  | 'withdraw'
  | 'bringBack'

type Who = Pick<WorkshopView, 'me' | 'people'>

/** Whether nobody of them has a connection; who is assisted has their helper's. */
export function areAway(people: WorkshopView['people'], ids: readonly string[]): boolean {
  return ids.every((id) => {
    const person = people[id]
    // Who only observes by now decides nothing any more.
    if (person === undefined || person.isGone === true || person.role === 'observer') return true
    const hand = person.helper === undefined ? person : people[person.helper]
    return hand === undefined || hand.at === null
  })
}

/** See `Standing`. */
export function standingOf(view: Who, { conveners }: Pick<TopicView, 'conveners'>): Standing {
  if (view.me.role === 'observer') return 'nobody'
  if (isAmong(view, conveners)) return 'convener'
  if (view.me.role !== 'facilitator') return 'nobody'
  return areAway(view.people, conveners) ? 'standIn' : 'facilitator'
}

/** What may be done, in the order in which it is shown. */
export function deedsOf(
  { state, questions, ends }: Pick<TopicView, 'state' | 'questions' | 'ends'>,
  as: Standing,
): Deed[] {
  if (as === 'nobody' || state === 'merged') return []
  const decides = as === 'convener' || as === 'standIn'
  const isOn = isOpen({ state })
  const isRunning = state === 'running'
  const isOverHere = isOver({ state }) && state !== 'continued'
  const may: Readonly<Record<Deed, boolean>> = {
    place: state === 'posted',
    move: state === 'scheduled',
    swap: state === 'scheduled',
    lift: state === 'scheduled',
    start: isOn,
    moreTime: isRunning && ends !== null,
    end: isRunning,
    goOn: decides && (isRunning || isOverHere),
    edit: decides && state !== 'withdrawn' && questions.length > 0,
    join: decides && isOn,
    split: decides && (isOn || isRunning || isOverHere),
    conveners: decides && state !== 'withdrawn',
    withdraw: decides && isOn,
    bringBack: decides && state === 'withdrawn',
  }
  return ORDER.filter((deed) => may[deed])
}

const ORDER: readonly Deed[] = [
  'place',
  'move',
  'swap',
  'lift',
  'start',
  'moreTime',
  'end',
  'goOn',
  'edit',
  'join',
  'split',
  'conveners',
  'withdraw',
  'bringBack',
]

/** The next steps in its course, which its own page has as buttons; the menu there holds the rest. */
export const courseOf = (topic: Pick<TopicView, 'state' | 'questions' | 'ends'>, as: Standing): Deed[] =>
  // Where and when is for who offers it to choose: facilitators find it in the menu.
  deedsOf(topic, as).filter(
    (deed) => COURSE[topic.state]?.includes(deed) && (deed !== 'place' || as === 'convener'),
  )

const COURSE: Readonly<Partial<Record<TopicView['state'], readonly Deed[]>>> = {
  posted: ['place'],
  scheduled: ['start'],
  running: ['end', 'moreTime'],
  ended: ['goOn'],
  reported: ['goOn'],
  withdrawn: ['bringBack'],
}

/**
 * How many questions somebody has offered, those that were withdrawn aside. What was split off or goes on counts once,
 * with the one that it came from.
 */
export function offeredBy(topics: WorkshopView['topics'], person: string): number {
  return Object.values(topics).filter(
    ({ id, state, splitFrom, continues, questions, facts, conveners }) =>
      state !== 'withdrawn' &&
      splitFrom === null &&
      continues === null &&
      (questions.find(({ origin }) => origin === id)?.by ?? facts[0]?.by ?? conveners[0]) === person,
  ).length
}

/** Whether there is a round for topics about doing something, or was. */
export const hasActionRound = ({ stages, topics }: Pick<WorkshopView, 'stages' | 'topics'>): boolean =>
  Object.values(stages).some(({ kind, where }) => kind === 'commitments' && where === 'round') ||
  Object.values(topics).some(({ isAction }) => isAction)
