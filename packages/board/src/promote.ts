/** Notes taken from the board of a space to the board of the main room: linked copies, each at most once. */
import type { ReadableBoard } from './BoardReading.ts'
import { orderedRegions } from './BoardReading.ts'
import { itemsOf } from './items.ts'
import { addNotes } from './operations.ts'
import { byOrder } from './order.ts'
import type { Note } from './schema.ts'
import type { Writer } from './writer.ts'

/** What became of notes that were promoted: ids on the board that they came to. */
export interface Promoted {
  readonly made: readonly string[]
  /** Copies that were there already; nothing was done to them. */
  readonly there: readonly string[]
}

/**
 * Copies notes in sight, linked to where they come from, as one step of undo; the originals stay as they are. Each goes
 * into the first section with the tag of its own, where there is one, else to a free place in no section. A note whose
 * copy is in sight there already is not copied again.
 *
 * @param from - the board that they are on: its id and what it holds
 */
export function promoteNotes(
  writer: Writer,
  from: { readonly board: string; readonly reading: ReadableBoard },
  ids: readonly string[],
): Promoted {
  const { board } = writer
  const copies = new Map<string, string>()
  for (const note of board.notes.values()) {
    if (note.gone === null && note.from?.board === from.board) copies.set(note.from.item, note.id)
  }
  const sections = new Map<string, string>()
  for (const { tag, id } of orderedRegions(board)) if (tag !== '' && !sections.has(tag)) sections.set(tag, id)
  const sectionOf = ({ region }: Note): string | null => {
    const tag = region === null ? undefined : from.reading.regions.get(region)?.tag
    return (tag === undefined ? undefined : sections.get(tag)) ?? null
  }
  const notes = itemsOf(from.reading, { notes: ids, figures: [] })
    .notes.filter(({ gone }) => gone === null)
    .toSorted(byOrder)
  const fresh = notes.filter(({ id }) => !copies.has(id))
  return {
    made:
      fresh.length === 0
        ? []
        : addNotes(
            writer,
            fresh.map((note) => ({
              text: note.text,
              color: note.color,
              region: sectionOf(note),
              source: 'copied',
              from: { board: from.board, item: note.id, ...(note.created > 0 && { at: note.created }) },
            })),
          ),
    there: notes.flatMap(({ id }) => copies.get(id) ?? []),
  }
}
