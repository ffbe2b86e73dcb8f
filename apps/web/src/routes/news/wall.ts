/** What hangs on the news wall, in which order, and what is not written yet. Never by how well anything is liked (OS-18). */
import type { ReportView, TopicView, WorkshopView } from '@moot/workshop'
import type { Placed } from '../workshop/topicPlace.ts'
import { placedAt } from '../workshop/topicPlace.ts'

/** What of a view the wall is made of. */
export type WallSource = Pick<WorkshopView, 'topics' | 'reports' | 'stages' | 'spaces' | 'slots'>

/** A topic that has begun, with its report and where it was. */
export interface WallEntry extends Placed {
  readonly id: string
  readonly topic: TopicView
  readonly report: ReportView
  /** Where the topic was that this one goes on from, and where it goes on itself; `null` where it does neither. */
  readonly before: Placed | null
  readonly after: Placed | null
}

/** The wall by this moment. */
export interface Wall {
  /** Reports that have their first line. */
  readonly written: readonly WallEntry[]
  /** Topics that have begun, and nobody has written anything of them yet. */
  readonly empty: readonly WallEntry[]
  /** How many of those that are written are not submitted. */
  readonly unfinished: number
}

/** How the wall is sorted. */
export type WallSort = 'round' | 'space'

/** How the wall is looked at. */
export interface WallLook {
  readonly as: 'wall' | 'text'
  readonly sort: WallSort
}

/** Entries that stand under one heading. */
export interface WallGroup {
  readonly key: string
  readonly entries: readonly WallEntry[]
}

/** Reads the wall off a view, sorted. */
export function wallOf(view: WallSource, sort: WallSort): Wall {
  const entries = entriesOf(view).toSorted(ORDER[sort])
  const written = entries.filter(({ report }) => report.edited > 0)
  const empty = entries.filter(({ topic, report }) => report.edited === 0 && isAwaited(topic))
  return {
    written,
    empty,
    unfinished: written.filter(({ report }) => !report.isSubmitted).length,
  }
}

/** Neighbours of one round, or of one space, together. */
export function groupsOf(entries: readonly WallEntry[], sort: WallSort): WallGroup[] {
  const groups: { readonly key: string; readonly entries: WallEntry[] }[] = []
  for (const entry of entries) {
    const key = sort === 'round' ? `${entry.round} ${entry.time}` : `${entry.space} ${entry.where}`
    const last = groups.at(-1)
    if (last?.key === key) last.entries.push(entry)
    else groups.push({ key, entries: [entry] })
  }
  return groups
}

/** What is withdrawn, lives on elsewhere or goes on in another round is waited for no more. */
const isAwaited = (topic: TopicView): boolean => !isGone(topic) && topic.state !== 'continued'
const isGone = ({ state }: TopicView): boolean => state === 'withdrawn' || state === 'merged'

function entriesOf(view: WallSource): WallEntry[] {
  const topics = Object.values(view.topics)
  const at = (topic: TopicView | undefined): Placed | null =>
    topic === undefined ? null : placedAt(view, topic)
  return topics.flatMap((topic): WallEntry[] => {
    const { id, continues } = topic
    const report = view.reports[id]
    if (report === undefined) return []
    const next = topics.find((each) => each.continues === id && !isGone(each))
    const before = at(continues === null ? undefined : view.topics[continues])
    return [{ id, topic, report, ...placedAt(view, topic), before, after: at(next) }]
  })
}

/** Numbers in order; what has none comes last. */
const after = (number: number): number => (number === 0 ? Infinity : number)
const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1)
const words = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)

const byRound = (a: WallEntry, b: WallEntry): number =>
  compare(after(a.round), after(b.round)) || words(a.time, b.time)
const bySpace = (a: WallEntry, b: WallEntry): number =>
  compare(after(a.space), after(b.space)) || words(a.where, b.where)
const byBegin = (a: WallEntry, b: WallEntry): number =>
  compare(a.topic.started ?? 0, b.topic.started ?? 0) || words(a.id, b.id)

const ORDER = {
  round: (a: WallEntry, b: WallEntry): number => byRound(a, b) || bySpace(a, b) || byBegin(a, b),
  space: (a: WallEntry, b: WallEntry): number => bySpace(a, b) || byRound(a, b) || byBegin(a, b),
} as const

/** Whether two entries show the same: views change many times a second, most reports do not. */
export function isSameEntry(a: WallEntry, b: WallEntry): boolean {
  return (
    a.topic === b.topic &&
    a.report === b.report &&
    isSamePlace(a, b) &&
    isSamePlace(a.before, b.before) &&
    isSamePlace(a.after, b.after)
  )
}

const isSamePlace = (a: Placed | null, b: Placed | null): boolean =>
  a?.round === b?.round && a?.time === b?.time && a?.space === b?.space && a?.where === b?.where
