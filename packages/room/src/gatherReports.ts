/** A board for making sense of all conversations together: the headline of each report as a note. */
import type { BoardSeed } from '@moot/board'
import { addNotes, BoardReading, seedBoard } from '@moot/board'
import type { Topic, Workshop } from '@moot/workshop'
import type { FreshDocument } from './freshBoards.ts'
import { writtenDocument } from './freshBoards.ts'
import { SERVER_PERSON } from './Storage.ts'

/**
 * A document with a note for each report that has a headline, in the order of rounds and spaces. Each says which board it
 * sums up; a headline is its group's, so no note is anybody's own.
 */
export function gatheredDocument(
  seed: BoardSeed,
  workshop: Workshop,
  newId: () => string,
  means: Parameters<typeof writtenDocument>[0],
): FreshDocument {
  return writtenDocument(means, (doc) => {
    seedBoard(doc, seed, null)
    const board = new BoardReading(doc)
    const notes = Object.values(workshop.topics)
      .toSorted((a, b) => placeIn(workshop, a) - placeIn(workshop, b))
      .flatMap(({ id, board: from, started, report }) => {
        const text = report?.texts.headline.trim() ?? ''
        if (text === '') return []
        // The note that the group chose to be quoted stands for the board; where there is none, no note is meant.
        const item = report?.quote?.note ?? id
        // Its board may have gone on in another round since: it is said where the topic was.
        const origin = from === null ? null : { board: from, item, ...(started !== null && { at: started }) }
        return [{ text, source: 'copied' as const, from: origin }]
      })
    addNotes({ board, person: SERVER_PERSON, now: () => means.at, newId, origin: {} }, notes)
    board.dispose()
  })
}

/** Where a topic comes among all: by its round, then by its space. */
function placeIn({ stages, spaces }: Workshop, { place }: Topic): number {
  const round = stages.findIndex(({ id }) => id === place?.round)
  const space = spaces[place?.space ?? '']?.number ?? 0
  return (round < 0 ? stages.length : round) * 1_000 + space
}
