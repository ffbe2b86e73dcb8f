/** What time alone brings about: topics end, and at half-time it is asked who takes notes. */
import type { WorkshopEvent } from '../event.ts'
import type { Workshop } from '../state.ts'
import { endOf } from './timeOf.ts'
import type { Topic } from './topic.ts'
import { FEW_NOTES, GRACE_MS } from './topic.ts'

/**
 * What is due by now and has not happened yet; nothing, asked again after it has. However long nobody asked (the server
 * may have slept), topics are over since their time was up, and nobody is asked about a half-time that is past.
 *
 * @param now - ms since 1970, server time
 * @param notesOn - how many notes are on a board; `undefined` while that is not known
 */
export function dueEvents(
  workshop: Workshop,
  now: number,
  notesOn: (board: string) => number | undefined,
): WorkshopEvent[] {
  const timed = Object.values(workshop.topics).flatMap((topic) => {
    const time = topic.state === 'running' ? timeOf(workshop, topic) : undefined
    return time === undefined ? [] : [{ topic, ...time }]
  })
  const over = timed.filter(({ ends }) => now >= ends + GRACE_MS)
  const nudged = timed.filter(
    ({ topic, began, ends }) =>
      now >= began + (ends - began) / 2 && now < ends && hasFewNotes(topic, notesOn),
  )
  return [
    ...over.map(({ topic, ends }): WorkshopEvent => ({
      type: 'topic.ended',
      topic: topic.id,
      over: ends,
      by: null,
    })),
    ...asked(nudged.map(({ topic }) => topic)),
  ]
}

/** From when to when a topic has time; `undefined` where nothing says so, or where it began after its time was up. */
function timeOf(
  workshop: Workshop,
  topic: Topic,
): { readonly began: number; readonly ends: number } | undefined {
  const ends = endOf(workshop, topic)
  const { started, place } = topic
  if (ends === null || started === null || started >= ends) return undefined
  // Half of a round is reckoned from its own beginning, however early a topic in it began.
  const round = workshop.rounds.find(({ stage, opened }) => stage === place?.round && opened < ends)
  return { began: Math.max(started, round?.opened ?? started), ends }
}

function hasFewNotes(
  { board, isNudged, place, report }: Topic,
  notesOn: (board: string) => number | undefined,
): boolean {
  // Who has submitted has written what there is to say.
  if (isNudged || report?.isSubmitted === true) return false
  if (board === null || place === null || place.space === null) return false
  const notes = notesOn(board)
  return notes !== undefined && notes < FEW_NOTES
}

/** Who takes notes here? Asked once, of those who are in the space. */
function asked(topics: readonly Topic[]): WorkshopEvent[] {
  const [first] = topics
  if (first === undefined) return []
  return [
    { type: 'topics.nudged', topics: topics.map(({ id }) => id) },
    {
      type: 'announced',
      // No topic is asked twice, so no other nudge has this name.
      announcement: `nudge-${first.id}`,
      text: '',
      kind: 'nudge',
      to: topics.flatMap(({ place }) => place?.space ?? []),
      by: '',
    },
  ]
}
