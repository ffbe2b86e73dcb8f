/** Notes and figures in the order in which they are read: sections, in them themes, notes, and then what is drawn. */
import type { Box, Figure, Note, ReadableBoard } from '@moot/board'
import { figureBox, outline } from '@moot/board'
import { cardAt } from './placing.ts'
import type { CanvasLabels, FigureDescription, Item, NoteDescription } from './props.ts'

interface Place {
  readonly item: Item
  readonly section: string | null
  readonly theme: string | null
}
/** A note or a figure with the names of where it stands. */
export type Placed = Place &
  (
    | { readonly note: Note; readonly figure?: undefined }
    | { readonly figure: Figure; readonly note?: undefined }
  )

/** Every note and figure in sight, once, in reading order. */
export function readingOrder(board: ReadableBoard): Placed[] {
  return outline(board).flatMap(({ region, themes, others, figures }): Placed[] => {
    const section = region?.title ?? null
    const noted = (note: Note, theme: string | null): Placed => ({
      item: { root: 'notes', id: note.id },
      note,
      section,
      theme,
    })
    return [
      ...themes.flatMap(({ theme, notes }) => notes.map((note) => noted(note, theme.title))),
      ...others.map((note) => noted(note, null)),
      ...figures.map((figure): Placed => ({
        item: { root: 'drawings', id: figure.id },
        figure,
        section,
        theme: null,
      })),
    ]
  })
}

/** Whether two are the same note or figure. */
export function isSameItem(a: Item, b: Item): boolean {
  return a.root === b.root && a.id === b.id
}

/** What is `by` places after (before, if negative) the given one; from none, the first or last; `null` past the end. */
export function neighbour(order: readonly Placed[], item: Item | null, by: 1 | -1): Placed | null {
  if (order.length === 0) return null
  const at = item === null ? -1 : order.findIndex((placed) => isSameItem(placed.item, item))
  if (at < 0) return order.at(by === 1 ? 0 : -1) ?? null
  return order[at + by] ?? null
}

/** Longest words that are read out for one note or figure, in UTF-16 units. */
const SAID_MAX = 400

/** What is said of what stands at `index`. */
export function spoken(
  labels: Pick<CanvasLabels, 'note' | 'figure' | 'origin' | 'late'>,
  order: readonly Placed[],
  index: number,
): string | null {
  const placed = order[index]
  if (placed === undefined) return null
  const place = { place: index + 1, total: order.length }
  return placed.note === undefined
    ? labels.figure({ ...ofFigure(placed.figure), ...place, section: placed.section })
    : labels.note({
        ...ofNote(placed.note),
        ...place,
        section: placed.section,
        theme: placed.theme,
        origin: footOf(labels, placed.note),
      })
}

/** What stands at the foot of a note: where it comes from, and that it came late; '' where there is nothing to say. */
export function footOf(
  { origin, late }: Pick<CanvasLabels, 'origin' | 'late'>,
  { from, created }: Pick<Note, 'from' | 'created'>,
): string {
  const source = from === null ? '' : origin(from, created)
  if (late === undefined || created <= late.after) return source
  return source === '' ? late.words : `${source} · ${late.words}`
}

function ofNote({ text, color }: Note): Pick<NoteDescription, 'words' | 'color'> {
  return { words: text.slice(0, SAID_MAX), color }
}

function ofFigure(figure: Figure): Pick<FigureDescription, 'id' | 'kind' | 'form' | 'words'> {
  return {
    id: figure.id,
    kind: figure.kind,
    form: figure.kind === 'ink' ? figure.pen : figure.kind === 'shape' ? figure.form : null,
    words: figure.kind === 'ink' ? '' : figure.text.slice(0, SAID_MAX),
  }
}

/** Where something stands on the board, in canvas px. */
export function boxOfPlaced(board: ReadableBoard, placed: Placed): Box {
  return placed.note === undefined ? figureBox(board, placed.figure) : cardAt(placed.note)
}
