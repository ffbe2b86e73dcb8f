/** What lies in the Bin, as items: a note, a drawing, or strokes that went together. */
import type { Figure, Ink, Note, ReadableBoard } from '@moot/board'
import { binnedFigures, binnedNotes, hiddenNotes, isFigure } from '@moot/board'

/** One line of the Bin. */
export type BinItem =
  | { readonly kind: 'note'; readonly key: string; readonly note: Note }
  | { readonly kind: 'figure'; readonly key: string; readonly figure: Figure }
  | { readonly kind: 'strokes'; readonly key: string; readonly inks: readonly Ink[] }

/** Strokes taken away by one hand within this time of each other went together, in ms. */
const TOGETHER_MS = 3_000

/** Everything deleted, cleared or merged, newest first. */
export const binItems = (board: ReadableBoard): BinItem[] => itemsOf(binnedNotes(board), binnedFigures(board))

/** Everything that a facilitator hid, newest first. */
export const hiddenItems = (board: ReadableBoard): BinItem[] =>
  itemsOf(
    hiddenNotes(board),
    [...board.drawings.values()]
      .flatMap((each) => (isFigure(each) && each.gone?.how === 'hidden' ? [each] : []))
      .toSorted((a, b) => goneAt(b) - goneAt(a) || (a.id < b.id ? -1 : 1)),
  )

function itemsOf(notes: readonly Note[], figures: readonly Figure[]): BinItem[] {
  const items: { at: number; item: BinItem }[] = notes.map((note) => ({
    at: goneAt(note),
    item: { kind: 'note', key: `note ${note.id}`, note },
  }))
  let pile: Ink[] = []
  const settle = (): void => {
    const [first] = pile
    if (first === undefined) return
    const key = `figure ${first.id}`
    items.push({
      at: goneAt(first),
      item: pile.length === 1 ? { kind: 'figure', key, figure: first } : { kind: 'strokes', key, inks: pile },
    })
    pile = []
  }
  for (const figure of figures) {
    if (figure.kind !== 'ink') {
      items.push({ at: goneAt(figure), item: { kind: 'figure', key: `figure ${figure.id}`, figure } })
      continue
    }
    const last = pile.at(-1)
    const isTogether =
      last !== undefined &&
      last.gone?.by === figure.gone?.by &&
      last.gone?.how === figure.gone?.how &&
      goneAt(last) - goneAt(figure) <= TOGETHER_MS
    if (!isTogether) settle()
    pile.push(figure)
  }
  settle()
  return items.toSorted((a, b) => b.at - a.at).map(({ item }) => item)
}

const goneAt = ({ gone }: Note | Figure): number => gone?.at ?? 0

/** What an item of the Bin brings back. */
export function idsIn(items: readonly BinItem[]): {
  readonly notes: readonly string[]
  readonly figures: readonly string[]
} {
  return {
    notes: items.flatMap((item) => (item.kind === 'note' ? [item.note.id] : [])),
    figures: items.flatMap((item) =>
      item.kind === 'figure'
        ? [item.figure.id]
        : item.kind === 'strokes'
          ? item.inks.map(({ id }) => id)
          : [],
    ),
  }
}
