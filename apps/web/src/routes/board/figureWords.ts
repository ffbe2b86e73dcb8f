/** Figures in words: what kind each is, what it is called, how many there are. */
import type { Arrow, ArrowEnd, Figure, ReadableBoard } from '@moot/board'
import { language, t } from '../../text/index.ts'
import '../../text/withBoardLater.ts'
import '../../text/withFigures.ts'
import { endSeen } from './arrowEnds.ts'
import { firstWords } from './firstWords.ts'

/** “Picture”, “Arrow”, “Highlighting”. */
export function kindName(figure: Figure): string {
  switch (figure.kind) {
    case 'ink':
      return t(`figures.${figure.pen}`)
    case 'shape':
      return t(`figures.${figure.form}`)
    case 'text':
    case 'arrow':
    case 'picture':
      return t(`figures.${figure.kind}`)
    default:
      return figure satisfies never
  }
}

/** Whether a figure holds words that people write: a stroke has none. */
export const hasWords = (figure: Figure): boolean => figure.kind !== 'ink'

/** “Text: Our two rules”, “Arrow from “A” to “B””: for menus, questions and screen readers. */
export function figureName(board: ReadableBoard, figure: Figure): string {
  if (figure.kind === 'ink')
    return t('figures.named', { kind: kindName(figure), words: t(`figures.${figure.color}`) })
  const kind = figure.kind === 'arrow' ? arrowSentence(board, figure) : kindName(figure)
  if (figure.text.trim() !== '') return t('figures.named', { kind, words: firstWords(figure.text) })
  return figure.kind === 'picture' ? t('figures.named', { kind, words: t('figures.noDescription') }) : kind
}

/** “Arrow from “A” to something that was deleted”. */
export function arrowSentence(board: ReadableBoard, arrow: Arrow): string {
  return t('figures.arrowSentence', { from: endName(board, arrow.start), to: endName(board, arrow.end) })
}

/** What an arrow's end sticks to, in words that may be said. */
export function endName(board: ReadableBoard, end: ArrowEnd): string {
  const seen = endSeen(board, end)
  switch (seen.kind) {
    case 'note':
      return t('figures.quoted', { words: firstWords(seen.note.text) })
    case 'figure':
      return seen.figure.kind === 'text' || seen.figure.kind === 'shape'
        ? t('figures.quoted', {
            words: seen.figure.text.trim() === '' ? kindName(seen.figure) : firstWords(seen.figure.text),
          })
        : t('figures.quoted', { words: kindAndWords(seen.figure) })
    case 'free':
    case 'deleted':
    case 'hidden':
    case 'unknown':
      return t(`figures.${seen.kind}End`)
    default:
      return seen satisfies never
  }
}

/** The name of a figure without what it points at. */
function kindAndWords(figure: Figure): string {
  const words = figure.kind === 'ink' ? '' : figure.text.trim()
  return words === ''
    ? kindName(figure)
    : t('figures.named', { kind: kindName(figure), words: firstWords(words) })
}

const sentence = new Intl.ListFormat(language, { style: 'long', type: 'conjunction' })

/** Several phrases as one: “a, b and c”. */
export const listed = (parts: readonly string[]): string => sentence.format(parts)

/** “2 notes, 1 picture and 3 drawings”; a drawing is whatever is neither note nor picture. */
export function whatText(notes: number, figures: readonly Pick<Figure, 'kind'>[]): string {
  const pictures = figures.filter(({ kind }) => kind === 'picture').length
  const drawings = figures.length - pictures
  return listed([
    ...(notes === 0 ? [] : [t('board.notes', { count: notes })]),
    ...(pictures === 0 ? [] : [t('figures.pictures', { count: pictures })]),
    ...(drawings === 0 ? [] : [t('figures.drawings', { count: drawings })]),
  ])
}
