import type { Workshop } from '@moot/workshop'
import { endOf, overOf } from '@moot/workshop'

/** From when on what is written on a board comes after its round, for write-ups, by board: as every screen says it. */
export function afterRound(workshop: Workshop): (board: string) => number {
  const topics = Object.values(workshop.topics).map((topic) => ({
    ...topic,
    ends: topic.state === 'running' ? endOf(workshop, topic) : null,
  }))
  return (board) => overOf(topics, board)
}
