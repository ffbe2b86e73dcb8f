/** What is done to notes and figures together, as one step of undo. */
import { isFigure } from './figureGeometry.ts'
import type { Note } from './schema.ts'
import type { Figure } from './figures.ts'
import type { Items, Writer } from './writer.ts'
import { CREATION, groupsOf, inSight } from './writer.ts'

/** The notes and figures of these ids that are there, those out of sight included, each once. */
export function itemsOf(
  board: Pick<Writer['board'], 'notes' | 'drawings'>,
  ids: Items,
): { readonly notes: Note[]; readonly figures: Figure[] } {
  return {
    notes: [...new Set(ids.notes)].flatMap((id) => board.notes.get(id) ?? []),
    figures: [...new Set(ids.figures)].flatMap((id) => {
      const drawing = board.drawings.get(id)
      return drawing !== undefined && isFigure(drawing) ? [drawing] : []
    }),
  }
}

/**
 * Brings notes and figures back into sight. Who brings back takes over first, under `CREATION`: undoing it then puts
 * them out of sight by the hand of the one who undoes, never in somebody else's name.
 */
export function restoreItems(writer: Writer, ids: Items): void {
  const { notes, figures } = itemsOf(writer.board, ids)
  const backNotes = notes.filter((note) => note.gone !== null)
  const backFigures = figures.filter((figure) => figure.gone !== null)
  if (backNotes.length + backFigures.length === 0) return
  const takeOver = (root: 'notes' | 'drawings', { id, gone }: Note | Figure): void => {
    if (gone !== null && gone.by !== writer.person)
      groupsOf(writer, root, id)?.set('gone', { by: writer.person, at: gone.at, how: gone.how })
  }
  writer.board.doc.transact(() => {
    for (const note of backNotes) takeOver('notes', note)
    for (const figure of backFigures) takeOver('drawings', figure)
  }, CREATION)
  inSight(writer, { notes: backNotes.map(({ id }) => id), figures: backFigures.map(({ id }) => id) })
}
