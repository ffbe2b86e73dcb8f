/** What is drawn in a section, as far as it says something: for those who read and do not look. */
import type { Figure, ReadableBoard } from '@moot/board'
import { arrowJoins } from '@moot/board'
import type { WriteUpWords } from './words.ts'
import { oneLine } from './words.ts'

/** A drawing that says something. `text` is exactly what was written, line breaks included. */
export type WriteUpDrawing =
  | { readonly kind: 'text' | 'shape'; readonly id: string; readonly text: string }
  /** `text` is its description, '' until somebody gave one. */
  | { readonly kind: 'picture'; readonly id: string; readonly text: string; readonly upload: string }
  /** `from` and `to` are the first words of what it joins: '' where there are none, or they are out of sight. */
  | {
      readonly kind: 'arrow'
      readonly id: string
      readonly from: string
      readonly to: string
      readonly text: string
    }

/** Drawings in sight: those that say something, in order, and how many there are besides. */
export function drawingsOf(
  board: ReadableBoard,
  figures: readonly Figure[],
): { readonly drawings: WriteUpDrawing[]; readonly wordless: number } {
  const drawings = figures.flatMap((figure) => drawingOf(board, figure) ?? [])
  return { drawings, wordless: figures.length - drawings.length }
}

function drawingOf(board: ReadableBoard, figure: Figure): WriteUpDrawing | undefined {
  if (figure.kind === 'ink') return undefined
  const { id, text } = figure
  if (figure.kind === 'picture') return { kind: 'picture', id, text, upload: figure.upload }
  if (figure.kind === 'arrow') {
    const { from, to } = arrowJoins(board, figure)
    if ([from.words, to.words, text.trim()].every((words) => words === '')) return undefined
    return { kind: 'arrow', id, from: from.words, to: to.words, text }
  }
  return text.trim() === '' ? undefined : { kind: figure.kind, id, text }
}

/** Some words of a line: what people wrote is set off from what we say about it. */
export interface DrawingPart {
  readonly words: string
  readonly isTheirs: boolean
}

/** A drawing as one line, in parts: every form of the write-up says the same. */
export function drawingParts(drawing: WriteUpDrawing, words: WriteUpWords): DrawingPart[] {
  const theirs = (text: string): DrawingPart => ({ words: oneLine(text), isTheirs: true })
  const ours = (text: string): DrawingPart => ({ words: text, isTheirs: false })
  const orDots = (text: string): DrawingPart => (text === '' ? ours('…') : theirs(text))
  switch (drawing.kind) {
    case 'text':
    case 'shape':
      return [theirs(drawing.text)]
    case 'picture':
      return drawing.text.trim() === ''
        ? [ours(words.bare)]
        : [ours(`${words.picture} `), theirs(drawing.text)]
    case 'arrow': {
      const label = drawing.text.trim() === '' ? [] : [theirs(drawing.text)]
      if (drawing.from === '' && drawing.to === '') return label
      const line = [orDots(drawing.from), ours(' → '), orDots(drawing.to)]
      return label.length === 0 ? line : [...line, ours(': '), ...label]
    }
    default:
      return drawing satisfies never
  }
}
