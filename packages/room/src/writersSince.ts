/** What is on a board, and what came to it since a time. */
import { entities, visibleNotes } from '@moot/board'
import type { BoardEnvironment } from './BoardEnvironment.ts'
import { buildDocument } from './documents.ts'
import type { BoardRoom } from './BoardRoom.ts'
import type { OpenBoards } from './OpenBoards.ts'

/** How many notes are in sight on a board that is open. */
export function countNotes(board: BoardRoom): number {
  const reading = board.read()
  try {
    return visibleNotes(reading).length
  } finally {
    reading.dispose()
  }
}

/**
 * Writers of the notes in sight in a document that were not in it at a time, by the server's clock: those of writers may
 * be wrong. One entry for each note.
 *
 * @param since - ms since 1970; not longer ago than the history is kept
 */
export async function writersSince(
  boards: OpenBoards,
  { storage, newClientId }: BoardEnvironment,
  doc: string,
  since: number,
): Promise<readonly (string | null)[]> {
  const board = await boards.open(doc)
  const { doc: before } = buildDocument(await storage.loadAt(doc, since), newClientId(), since)
  const reading = board.read()
  try {
    const old = entities(before, 'notes')
    return visibleNotes(reading).flatMap(({ id, by }) => (old.has(id) ? [] : [by]))
  } finally {
    reading.dispose()
    before.destroy()
  }
}
