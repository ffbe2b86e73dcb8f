/**
 * What is left to be done on boards when an event is on disk. An errand is told from the events alone, so that what a
 * server that was killed did not come to is known when the workshop is opened again.
 */
import type { Happened, Workshop, WorkshopEvent } from '@moot/workshop'
import { evolve, evolveAll } from '@moot/workshop'

/** A board, and its document at that time: one that has another by now begins anew, and nothing is done to it. */
export interface OnBoard {
  readonly board: string
  readonly doc: string
}

/** One thing to be done to notes of a board. */
export interface Errand {
  /** The document that it changes keeps this when it is done. */
  readonly id: string
  readonly kind: 'moveAway' | 'bring' | 'takeBack'
  /** What it changes. */
  readonly at: OnBoard
  /** What is looked at for it: where the notes came from, or where they went. */
  readonly other: OnBoard
  /** Notes that are moved away. */
  readonly notes: readonly string[]
  /** Who decided it. */
  readonly by: string
}

/** Some events on top of a workshop: what it is then, and what they leave to be done, the latest last. */
export function withErrands(
  before: Workshop,
  happened: readonly Happened[],
): { readonly workshop: Workshop; readonly errands: readonly Errand[] } {
  const errands = new Map<string, Errand>()
  let workshop = before
  let done = 0
  for (const [index, { event, at }] of happened.entries()) {
    if (event.type === 'workshop.reset') errands.clear()
    if (!('errand' in event) || event.errand === undefined) continue
    workshop = evolveAll(workshop, happened.slice(done, index))
    const then = evolve(workshop, event, at)
    for (const { about, errand } of errandsOf(workshop, then, event, event.errand)) {
      errands.delete(about)
      if (errand !== undefined) errands.set(about, errand)
    }
    workshop = then
    done = index + 1
  }
  return { workshop: evolveAll(workshop, happened.slice(done)), errands: [...errands.values()] }
}

type Leaves = Extract<WorkshopEvent, { readonly errand?: string | undefined }>

/** What an event leaves to be done, and about which topic on which board: of several about the same the latest counts. */
interface Left {
  readonly about: string
  readonly errand: Errand | undefined
}

function errandsOf(workshop: Workshop, then: Workshop, event: Leaves, id: string): readonly Left[] {
  const { topics } = workshop
  const boardOf = (topic: string): string => topics[topic]?.board ?? ''
  switch (event.type) {
    case 'topics.merged': {
      const { into, from: topic } = event
      return [between(workshop, { event, id, topic, kind: 'bring' }, boardOf(into), boardOf(topic))]
    }
    case 'topic.unmerged': {
      const { topic } = event
      const into = topics[topic]?.mergedInto ?? ''
      const [board, own] = [boardOf(into), boardOf(topic)]
      return board === own
        ? movedOn(workshop, then, event, id)
        : [between(workshop, { event, id, topic, kind: 'takeBack' }, board, own)]
    }
    case 'topic.split': {
      const { child: topic, topic: parent, board } = event
      return [between(workshop, { event, id, topic, kind: 'moveAway' }, boardOf(parent), board ?? '')]
    }
    default:
      return event satisfies never
  }
}

/** Where the board of all goes with the one that brought it, what others brought goes from it to the board of the next. */
function movedOn(
  workshop: Workshop,
  then: Workshop,
  event: Extract<Leaves, { type: 'topic.unmerged' }>,
  id: string,
): readonly Left[] {
  const { topics } = workshop
  const before = topics[topics[event.topic]?.mergedInto ?? '']
  const next = then.topics[before?.id ?? '']
  return (next?.unions ?? []).flatMap(({ from: topic }) => {
    const own = topics[topic]?.board ?? ''
    const away = between(
      workshop,
      { event, id: `${id} from ${topic}`, topic, kind: 'takeBack' },
      before?.board ?? '',
      own,
    )
    const along = between(
      workshop,
      { event, id: `${id} with ${topic}`, topic, kind: 'bring' },
      next?.board ?? '',
      own,
    )
    return [away, along]
  })
}

/** An errand about two boards, if they are two: what was removed is as it was when it is brought back. */
function between(
  { boards }: Workshop,
  {
    event,
    id,
    topic,
    kind,
  }: {
    readonly event: Leaves
    readonly id: string
    readonly topic: string
    readonly kind: Errand['kind']
  },
  first: string,
  second: string,
): Left {
  const about = JSON.stringify([topic, first])
  const [at, other] = [boards[first], boards[second]]
  if (at?.gone !== null || other?.gone !== null || at === other) return { about, errand: undefined }
  const errand: Errand = {
    id,
    kind,
    at: { board: at.id, doc: at.doc },
    other: { board: other.id, doc: other.doc },
    notes: 'notes' in event ? event.notes : [],
    by: event.by,
  }
  return { about, errand }
}

/** Whether a board is still what an errand was told of. */
export function isStill({ boards }: Workshop, { board, doc }: OnBoard): boolean {
  const known = boards[board]
  return known?.gone === null && known.doc === doc
}
