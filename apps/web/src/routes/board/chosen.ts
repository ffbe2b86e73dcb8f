/** Notes and figures ticked together: one set of keys, so that “all” is one thing. */
import type { ReadableBoard } from '@moot/board'
import { isFigure } from '@moot/board'

/** Ids of what is chosen and in sight. */
export interface Chosen {
  readonly notes: readonly string[]
  readonly figures: readonly string[]
}

/** No id begins like this, since ids hold no space. */
const FIGURE = 'drawing '

/** The key of a figure among keys of notes, which are their ids. */
export const figureKey = (figureId: string): string => `${FIGURE}${figureId}`

/** The id behind a figure's key; `undefined` for a note's. */
export const figureIdOf = (key: string): string | undefined =>
  key.startsWith(FIGURE) ? key.slice(FIGURE.length) : undefined

/** What these keys stand for, without what is not in sight. */
export function chosenOf(board: ReadableBoard, keys: Iterable<string>): Chosen {
  const notes: string[] = []
  const figures: string[] = []
  for (const key of keys) {
    const figureId = figureIdOf(key)
    if (figureId === undefined) {
      if (board.notes.get(key)?.gone === null) notes.push(key)
      continue
    }
    const figure = board.drawings.get(figureId)
    if (figure !== undefined && isFigure(figure) && figure.gone === null) figures.push(figureId)
  }
  return { notes, figures }
}
