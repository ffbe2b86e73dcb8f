/** An arrow as something to say: what it joins, for whoever does not see it. */
import type { ReadableBoard } from './BoardReading.ts'
import type { Arrow, ArrowEnd } from './figures.ts'

/** What one end of an arrow is at. */
export interface ArrowJoin {
  /** What it sticks to; `nothing` for a free end, and where that was never here or is nothing that arrows stick to. */
  readonly kind: 'note' | 'text' | 'shape' | 'picture' | 'nothing'
  /** Its id, `null` where there is nothing. */
  readonly id: string | null
  /** Its first words; '' where it has none or is out of sight: nobody is to read there what was hidden. */
  readonly words: string
  /** Whether it is in sight. */
  readonly isHere: boolean
}

const NOTHING: ArrowJoin = { kind: 'nothing', id: null, words: '', isHere: false }

/** Longest words that stand for something, in UTF-16 units. */
const FIRST_WORDS = 60

/** The first words of a text in one line: whole words where there is room, and an ellipsis where more follows. */
export function firstWords(text: string, max = FIRST_WORDS): string {
  const line = text
    .slice(0, max * 8)
    .replace(/\s+/g, ' ')
    .trim()
  if (line.length <= max && text.length <= max * 8) return line
  const letters = [
    ...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(line.slice(0, max * 2)),
  ]
  const whole = letters
    .filter(({ index, segment }) => index + segment.length <= max)
    .map((each) => each.segment)
  const start = whole.join('')
  const space = start.lastIndexOf(' ')
  return `${(space > max / 2 ? start.slice(0, space) : start).trimEnd()}…`
}

/** What an arrow joins, from its start to its head. */
export function arrowJoins(
  board: Pick<ReadableBoard, 'notes' | 'drawings'>,
  arrow: Arrow,
): { readonly from: ArrowJoin; readonly to: ArrowJoin } {
  return { from: joinOf(board, arrow.start), to: joinOf(board, arrow.end) }
}

function joinOf({ notes, drawings }: Pick<ReadableBoard, 'notes' | 'drawings'>, { on }: ArrowEnd): ArrowJoin {
  if (on === null) return NOTHING
  const target = on.root === 'notes' ? notes.get(on.id) : drawings.get(on.id)
  if (target === undefined) return NOTHING
  const kind = 'kind' in target ? target.kind : 'note'
  switch (kind) {
    case 'note':
    case 'text':
    case 'shape':
    case 'picture': {
      const isHere = 'gone' in target && target.gone === null
      return { kind, id: target.id, isHere, words: isHere && 'text' in target ? firstWords(target.text) : '' }
    }
    default:
      return NOTHING
  }
}
